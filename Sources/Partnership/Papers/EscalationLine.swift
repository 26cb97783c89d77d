import Workflow

/// An issue that the meeting sends, or has sent, to another body.
public struct EscalationLine: Hashable, Sendable {
    public var issue: IssueSheet
    /// The title of the body it goes to.
    public var to: String
    /// Somebody typed that: it is no body of the partnership.
    public var isElsewhere = false
    /// Nil while it is only proposed.
    public var sent: Day?
    public var part: PaperPart

    public init(issue: IssueSheet, to: String, sent: Day? = nil, part: PaperPart = .one) {
        self.issue = issue
        self.to = to
        self.sent = sent
        self.part = part
    }
}
