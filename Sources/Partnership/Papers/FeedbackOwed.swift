import Workflow

/// A raiser who has still to be told an outcome.
public struct FeedbackOwed: Hashable, Sendable {
    /// The issue, `N-7`.
    public var ref: String
    public var theme: String
    public var due: Day
    /// Who tells them, as a role's title.
    public var by: String?
    /// As the matter was taken last.
    public var part: PaperPart = .one

    public init(ref: String, theme: String, due: Day, by: String? = nil) {
        self.ref = ref
        self.theme = theme
        self.due = due
        self.by = by
    }
}
