/// One seat of a body at one meeting, or a guest.
public struct AttendanceLine: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case present, deputised, apologies, absent, vacant
        /// Nothing is recorded of them.
        case unmarked
    }

    /// Who sat, or should have; for a vacant seat the name is empty.
    public var person: PapersPerson
    /// Whom they stood in for.
    public var deputyFor: PapersPerson?
    public var status: Status
    /// It is a filled seat that should be represented; guests and those who only look on have none.
    public var isCounted: Bool

    public init(person: PapersPerson, status: Status, deputyFor: PapersPerson? = nil, isCounted: Bool = true) {
        self.person = person
        self.status = status
        self.deputyFor = deputyFor
        self.isCounted = isCounted
    }
}
