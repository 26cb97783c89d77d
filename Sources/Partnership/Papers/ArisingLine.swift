import Workflow

/// A decision of the body's last meeting, and where what it is about stands: for the matters arising. With one of a meeting
/// before that, where it was answered since.
public struct ArisingLine: ConsentBound, Hashable, Sendable {
    /// The number on the last meeting's agenda, `8.1`.
    public var item: String
    public var decision: DecisionLine
    /// The issue it is about, `N-7`.
    public var issue: String?
    /// The title of the issue's state.
    public var state: String?
    public var part: PaperPart
    /// The issue's consent; true when it is about none.
    public var mayDiscussAnonymised: Bool
    public var sharedWith: Set<String>
    /// The day of the meeting that took it, where that is not the last one.
    public var taken: Day?
    /// An edition left nothing of it but that it was private.
    public var isNeutral = false

    public init(
        item: String, decision: DecisionLine, issue: String? = nil, state: String? = nil, part: PaperPart = .one,
        mayDiscussAnonymised: Bool = true, sharedWith: Set<String> = []
    ) {
        self.item = item
        self.decision = decision
        self.issue = issue
        self.state = state
        self.part = part
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
    }
}
