/// What the minutes say about one item.
public struct MinuteEntry: ConsentBound, Hashable, Sendable {
    /// The agenda item's number, `8.1`.
    public var number: String
    public var title: String
    public var part: PaperPart
    /// The issue it was about, `N-7`.
    public var issue: String?
    /// A standing item, and no matter under one.
    public var isHeading: Bool { !number.contains(".") }
    /// The issue's consent, which decides which editions may print the entry; true when it is not about an issue.
    public var mayDiscussAnonymised: Bool
    public var sharedWith: Set<String>
    /// Paragraphs parted by an empty line; nil when the item was only taken.
    public var discussed: String?
    public var decisions: [DecisionLine]
    /// Whether time ran out before it.
    public var isReached = true
    /// It was minuted, decided on or gave rise to an action.
    public var isRecorded: Bool { discussed != nil || !decisions.isEmpty || !actions.isEmpty }
    /// References of the actions it gave rise to, `A-3`; the actions themselves are in the papers' `actions`.
    public var actions: [String]

    public init(
        number: String, title: String, part: PaperPart = .one, issue: String? = nil, mayDiscussAnonymised: Bool = true,
        sharedWith: Set<String> = [],
        discussed: String? = nil, decisions: [DecisionLine] = [], actions: [String] = []
    ) {
        self.number = number
        self.title = title
        self.part = part
        self.issue = issue
        self.mayDiscussAnonymised = mayDiscussAnonymised
        self.sharedWith = sharedWith
        self.discussed = discussed
        self.decisions = decisions
        self.actions = actions
    }
}

/// A typed, numbered decision of a meeting.
public struct DecisionLine: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case noted, agreed, delegated, deferred, referred
        case notAgreed = "not-agreed"
        case agreedWithAmendment = "agreed-with-amendment"
    }

    /// Somebody who asked that it be minuted that they do not agree, and why.
    public struct Dissent: Hashable, Sendable {
        public var person: PapersPerson
        public var words: String

        public init(person: PapersPerson, words: String) {
            self.person = person
            self.words = words
        }
    }

    /// `D-2020-3`.
    public var ref: String
    public var kind: Kind
    /// What follows "Resolved:".
    public var text: String
    /// What follows it as i., ii., iii.
    public var limbs: [String]
    /// It is about no issue: somebody put words to the meeting, which it agreed to or did not.
    public var isMotion = false
    /// How it was voted on; nil when it was agreed without a vote.
    public var vote: Vote?
    /// Who asked that it be minuted that they do not agree.
    public var dissents: [Dissent] = []
    /// Whether the meeting was not quorate or had no parent representative, and nobody has confirmed it since.
    public var isProvisional: Bool

    public init(ref: String, kind: Kind, text: String, limbs: [String] = [], isProvisional: Bool = false) {
        self.ref = ref
        self.kind = kind
        self.text = text
        self.limbs = limbs
        self.isProvisional = isProvisional
    }
}
