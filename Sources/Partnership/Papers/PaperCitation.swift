/// An issue or an action that a gap or a risk cites, and as far as papers may name it.
public struct PaperCitation: ConsentBound, Hashable, Sendable {
    /// `N-7`, `A-3`.
    public var ref: String
    /// The issue that it is, or is about; nil for an action about none.
    public var issue: String?
    public var part: PaperPart
    public var mayDiscussAnonymised: Bool
    public var sharedWith: Set<String>
    /// A public agenda of which notice was given prints the issue, so that its reference tells nobody anything new.
    public var isPublished: Bool

    public init(
        ref: String, issue: String?, part: PaperPart = .one, mayDiscussAnonymised: Bool = true,
        sharedWith: Set<String> = [], isPublished: Bool = true
    ) {
        self.ref = ref
        self.issue = issue
        self.part = part
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
        self.isPublished = isPublished
    }
}
