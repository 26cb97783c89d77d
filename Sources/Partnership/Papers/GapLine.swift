import Workflow

/// A gap in services as agendas and briefs print it.
public struct GapLine: Hashable, Sendable {
    /// `G-1`.
    public var ref: String
    /// The titles of its area and its service.
    public var area: String
    public var theme: String
    public var summary: String
    public var foundIn: [PaperCitation]
    /// The day of the meeting that it was found at.
    public var foundOn: Day?
    public var told: Told?
    public var reviewOn: Day?
    public var closed: Closed?

    /// Whom it was told to, a commissioner or a body.
    public struct Told: Hashable, Sendable {
        public var whom: String
        public var on: Day
        public var answer: String?

        public init(whom: String, on: Day, answer: String?) {
            self.whom = whom
            self.on = on
            self.answer = answer
        }
    }

    /// What came of it.
    public struct Closed: Hashable, Sendable {
        /// `It is filled`.
        public var outcome: String
        public var with: String
        public var on: Day

        public init(outcome: String, with: String, on: Day) {
            self.outcome = outcome
            self.with = with
            self.on = on
        }
    }

    public init(
        ref: String, area: String, theme: String, summary: String, foundIn: [PaperCitation] = [], foundOn: Day? = nil,
        told: Told? = nil, reviewOn: Day? = nil, closed: Closed? = nil
    ) {
        self.ref = ref
        self.area = area
        self.theme = theme
        self.summary = summary
        self.foundIn = foundIn
        self.foundOn = foundOn
        self.told = told
        self.reviewOn = reviewOn
        self.closed = closed
    }
}
