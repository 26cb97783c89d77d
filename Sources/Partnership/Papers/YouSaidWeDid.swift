import Workflow

/// An answer: what families said, what was done and what changed.
public struct YouSaidWeDid: ConsentBound, Hashable, Sendable {
    /// The issue, `N-7`.
    public var ref: String
    public var theme: String
    public var said: String
    public var did: String
    public var impact: String?
    public var answered: Day?
    /// The title of the body that answered, when it was not the one whose papers these are: `SEND Partnership Board`.
    public var answeredBy: String?
    /// It may be one family's: the day they were answered is not the public's.
    public var mayBeOneFamilys: Bool
    /// The consent.
    public var mayDiscussAnonymised: Bool
    public var sharedWith: Set<String>
    /// As the matter was taken last.
    public var part: PaperPart = .one

    public init(
        ref: String, theme: String, said: String, did: String, impact: String? = nil, answered: Day? = nil,
        answeredBy: String? = nil, mayBeOneFamilys: Bool = false, mayDiscussAnonymised: Bool = true,
        sharedWith: Set<String> = []
    ) {
        self.ref = ref
        self.theme = theme
        self.said = said
        self.did = did
        self.impact = impact
        self.answered = answered
        self.answeredBy = answeredBy
        self.mayBeOneFamilys = mayBeOneFamilys
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
    }
}
