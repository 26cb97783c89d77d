/// One seat of a body at one meeting.
public struct AttendanceLine: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case present, deputised, apologies, absent, vacant
    }

    /// Who sat, or should have; for a vacant seat the name is empty.
    public var person: PapersPerson
    /// Whom they stood in for.
    public var deputyFor: PapersPerson?
    public var status: Status

    public init(person: PapersPerson, status: Status, deputyFor: PapersPerson? = nil) {
        self.person = person
        self.status = status
        self.deputyFor = deputyFor
    }
}
