import Workflow

/// What a family is told at the end: plain words, one page, nothing that says who they are.
public struct FamilyAnswer: Hashable, Sendable {
    /// How the raiser asked to have it.
    public enum Format: Hashable, Sendable {
        case standard, largePrint, easyRead
        /// Read out by an interpreter of the language.
        case interpreter(String?)
    }

    /// Who does what by when.
    public struct Step: Hashable, Sendable {
        /// A role or an organisation.
        public var who: String
        public var what: String
        public var by: Day?

        public init(who: String, what: String, by: Day? = nil) {
            self.who = who
            self.what = what
            self.by = by
        }
    }

    /// The issue, `N-7`.
    public var ref: String
    /// The theme's title.
    public var theme: String
    /// The area's title.
    public var area: String
    public var date: Day
    /// Who writes, as a role's title and an organisation.
    public var from: String
    /// Empty when nothing may be said of it.
    public var heard: String
    public var decided: String
    public var why: String?
    /// The title of the body that decided, and the day.
    public var decidedBy: String?
    public var decidedOn: Day?
    public var steps: [Step]
    public var next: String?
    /// What changed, once it is known.
    public var impact: String?
    /// Ways to disagree beyond asking us to look again, each a sentence.
    public var disagree: [String]
    /// The last day on which the issue can be opened again.
    public var reopenUntil: Day?
    public var contact: AccessContact?
    public var format: Format
    /// Nothing is to follow: whoever raised it was told what came of it, and it is closed.
    public var isFull = true
    /// The matter was taken in private: the letter prints nothing but what was written for this family.
    public var isPrivate = false

    public init(
        ref: String, theme: String, area: String, date: Day, from: String, heard: String, decided: String,
        why: String? = nil, decidedBy: String? = nil, decidedOn: Day? = nil, steps: [Step] = [], next: String? = nil,
        impact: String? = nil, disagree: [String] = [], reopenUntil: Day? = nil, contact: AccessContact? = nil,
        format: Format = .standard
    ) {
        self.ref = ref
        self.theme = theme
        self.area = area
        self.date = date
        self.from = from
        self.heard = heard
        self.decided = decided
        self.why = why
        self.decidedBy = decidedBy
        self.decidedOn = decidedOn
        self.steps = steps
        self.next = next
        self.impact = impact
        self.disagree = disagree
        self.reopenUntil = reopenUntil
        self.contact = contact
        self.format = format
    }
}
