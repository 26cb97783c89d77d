/// An item that time ran out for: carried, never lost.
public struct NotReached: ConsentBound, Hashable, Sendable {
    public var number: String
    public var title: String
    public var part: PaperPart
    /// Where it goes, in words: "the meeting on 11 February 2020".
    public var carriedTo: String?
    /// The chair's reason for carrying it once more (rule R11).
    public var because: String?
    /// The consent; true when it is not about an issue.
    public var mayDiscussAnonymised: Bool
    public var sharedWith: Set<String>
    /// What it is about may not be printed any more, nor where it goes.
    public var isNoLongerPrinted = false
    /// It stands on every agenda of the body.
    public var isStanding: Bool { !number.contains(".") }

    public init(
        number: String, title: String, part: PaperPart = .one, carriedTo: String? = nil,
        because: String? = nil, mayDiscussAnonymised: Bool = true,
        sharedWith: Set<String> = []
    ) {
        self.number = number
        self.title = title
        self.part = part
        self.carriedTo = carriedTo
        self.because = because
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
    }
}
