import Workflow

/// A raiser who has still to be told an outcome.
public struct FeedbackOwed: ConsentBound, Hashable, Sendable {
    /// The issue, `N-7`.
    public var ref: String
    public var theme: String
    public var due: Day
    /// Who tells them, as a role's title.
    public var by: String?
    /// It may be one family's: the day it is due would tell the public when their matter was settled.
    public var mayBeOneFamilys: Bool
    /// As the matter was taken last.
    public var part: PaperPart
    /// The consent.
    public var mayDiscussAnonymised: Bool
    public var sharedWith: Set<String>

    public init(
        ref: String, theme: String, due: Day, by: String? = nil, mayBeOneFamilys: Bool = false, part: PaperPart = .one,
        mayDiscussAnonymised: Bool = true, sharedWith: Set<String> = []
    ) {
        self.ref = ref
        self.theme = theme
        self.due = due
        self.by = by
        self.mayBeOneFamilys = mayBeOneFamilys
        self.part = part
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
    }
}
