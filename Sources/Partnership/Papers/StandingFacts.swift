import Workflow

/// What the register knows for standing items besides what is brought under them. Nil stands for what is not told in these
/// papers: of a day that has passed not everything is.
public struct StandingFacts: Hashable, Sendable {
    /// The body's last meeting that was held, and how far its minutes have come.
    public struct Previous: Hashable, Sendable {
        public var ref: String
        public var date: Day
        public var status: MinutesStatus

        public init(ref: String, date: Day, status: MinutesStatus) {
            self.ref = ref
            self.date = date
            self.status = status
        }
    }

    /// Something that was given to a group.
    public struct Delegated: ConsentBound, Hashable, Sendable {
        /// The group's title.
        public var group: String
        public var issue: String
        public var reportBy: Day?
        public var part: PaperPart
        public var mayDiscussAnonymised: Bool
        public var sharedWith: Set<String>

        public init(
            group: String, issue: String, reportBy: Day? = nil, part: PaperPart = .one,
            mayDiscussAnonymised: Bool = true, sharedWith: Set<String> = []
        ) {
            self.group = group
            self.issue = issue
            self.reportBy = reportBy
            self.part = part
            self.mayDiscussAnonymised = mayDiscussAnonymised
            self.sharedWith = sharedWith
        }
    }

    /// Plan actions in one state.
    public struct PlanCount: Hashable, Sendable {
        /// The state's title.
        public var state: String
        public var count: Int

        public init(state: String, count: Int) {
            self.state = state
            self.count = count
        }
    }

    /// The terms of reference on which quorum and deputies rest; nil where none are on record.
    public var terms: TermsOfReference?
    /// What a quorum needs, each a role's title, or several with "or" between.
    public var quorum: [String] = []
    /// How many interests were declared so far.
    public var declared: Int?
    public var previous: Previous?
    /// Those before it whose minutes no meeting has agreed.
    public var unagreed: [Previous] = []
    public var arising: [ArisingLine] = []
    /// Provisional decisions of earlier meetings that nobody has confirmed.
    public var toConfirm: [ProvisionalDecision] = []
    /// Issues that the body proposes to send to another, and has not sent.
    public var proposed: [EscalationLine] = []
    public var delegated: [Delegated]?
    public var plan: [PlanCount]?
    public var trend: ThemeTrend?
    /// Gaps in the services of the body's area.
    public var gaps: [GapLine]?
    /// The body's risks with the highest scores, the highest first.
    public var risks: [RiskLine]?

    public init() {}
}
