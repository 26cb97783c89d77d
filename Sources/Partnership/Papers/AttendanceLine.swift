/// One seat of a body at one meeting, or a guest.
public struct AttendanceLine: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case present, deputised, apologies, absent, vacant
        /// Nothing is recorded of them.
        case unmarked
    }

    /// As what somebody is in attendance who is no member.
    public enum Capacity: String, Hashable, Sendable, CaseIterable {
        case guest, adviser
        case minuteTaker = "minute-taker"
    }

    /// Who sat, or should have; for a vacant seat the name is empty.
    public var person: PapersPerson
    /// Whom they stood in for.
    public var deputyFor: PapersPerson?
    public var status: Status
    /// It is a filled seat that should be represented; guests and those who only look on have none.
    public var isCounted: Bool
    /// Nil for members.
    public var capacity: Capacity?
    /// They took part from elsewhere.
    public var isOnline = false
    /// The number of the item at which they came; nil for the beginning.
    public var arrived: String?
    /// The number of the item before which they left; nil for the end.
    public var departed: String?

    public init(person: PapersPerson, status: Status, deputyFor: PapersPerson? = nil, isCounted: Bool = true) {
        self.person = person
        self.status = status
        self.deputyFor = deputyFor
        self.isCounted = isCounted
    }
}
