import Workflow

/// An issue that came back, or that somebody is late with.
public struct BoardFollowUp: Hashable, Sendable {
    public var issue: IssueSheet
    /// What happened, or what is awaited.
    public var note: String
    /// Who has it, as a role's title or a body's.
    public var holder: String?
    /// When it was due, or was returned.
    public var day: Day?
    public var part: PaperPart

    public init(issue: IssueSheet, note: String, holder: String? = nil, day: Day? = nil, part: PaperPart = .one) {
        self.issue = issue
        self.note = note
        self.holder = holder
        self.day = day
        self.part = part
    }
}
