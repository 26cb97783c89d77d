import Workflow

/// A decision of an earlier meeting that is, or was, provisional, by its number (rule R8).
public struct ProvisionalDecision: ConsentBound, Hashable, Sendable {
    /// `D-north-2020-3`.
    public var ref: String
    /// The day of the meeting that took it.
    public var taken: Day
    /// As the item was taken.
    public var part: PaperPart
    /// It is about an issue, whose consent it is bound by.
    public var isAboutIssue: Bool
    public var mayDiscussAnonymised: Bool
    public var sharedWith: Set<String>

    public init(
        ref: String, taken: Day, part: PaperPart = .one, isAboutIssue: Bool = false, mayDiscussAnonymised: Bool = true,
        sharedWith: Set<String> = []
    ) {
        self.ref = ref
        self.taken = taken
        self.part = part
        self.isAboutIssue = isAboutIssue
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
    }
}
