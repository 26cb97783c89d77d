import Workflow

/// An issue that came back, or that somebody is late with.
public struct BoardFollowUp: Hashable, Sendable {
    public var issue: IssueSheet
    /// What happened, or what is awaited.
    public var note: String
    /// Who has it, by name; the public edition leaves it out.
    public var holder: String?
    /// The holder's role, or the body that has it.
    public var holderRole: String?
    /// When it was due, or was returned.
    public var day: Day?
    public var part: PaperPart

    public init(
        issue: IssueSheet, note: String, holder: String? = nil, holderRole: String? = nil, day: Day? = nil,
        part: PaperPart = .one
    ) {
        self.issue = issue
        self.note = note
        self.holder = holder
        self.holderRole = holderRole
        self.day = day
        self.part = part
    }
}
