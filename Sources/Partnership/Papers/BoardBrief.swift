import Workflow

/// What the Board needs to decide about one issue: the ask first.
public struct BoardBrief: Hashable, Sendable {
    /// With its ask, criteria, recommendation, options, evidence and the parent representative's view.
    public var issue: IssueSheet
    /// The agenda item it is taken under.
    public var item: String?
    public var part: PaperPart
    /// The meeting that sent it: its body's title and day.
    public var sentBy: String?
    public var sentOn: Day?
    /// The day of the Board's meeting at which it was raised; nil for what a LAP sent.
    public var raisedOn: Day?
    /// The decision to send it is provisional still (rule R8).
    public var isProvisional = false
    /// The chair's reason for asking between meetings; nil where a meeting asked.
    public var between: String?
    /// The organisation that refused what the Board had agreed in principle.
    public var refusedBy: String?
    public var concerns: [Concern]
    public var planActions: [PlanReference]
    /// How many meetings of the Board put it off.
    public var deferrals: Int
    /// What was set to be done about it before it was sent up, and how far that had come.
    public var actions: [Action] = []
    /// The gaps in services that were found in it.
    public var gaps: [GapLine] = []
    /// What members asked or noted before the meeting, oldest first.
    public var questions: [BoardQuestion] = []

    /// An action about the issue, `A-1`, without its words.
    public struct Action: Hashable, Sendable {
        public var ref: String
        public var due: Day?
        /// The title of its state.
        public var state: String
        /// Its day has passed, and it is not closed.
        public var isOverdue: Bool

        public init(ref: String, due: Day?, state: String, isOverdue: Bool) {
            self.ref = ref
            self.due = due
            self.state = state
            self.isOverdue = isOverdue
        }
    }

    /// An action of a plan, `IP-3.6`, with its title.
    public struct PlanReference: Hashable, Sendable {
        public var ref: String
        public var title: String

        public init(ref: String, title: String) {
            self.ref = ref
            self.title = title
        }
    }

    public init(
        issue: IssueSheet, item: String? = nil, part: PaperPart = .one, sentBy: String? = nil, sentOn: Day? = nil,
        concerns: [Concern] = [], planActions: [PlanReference] = [], deferrals: Int = 0
    ) {
        self.issue = issue
        self.item = item
        self.part = part
        self.sentBy = sentBy
        self.sentOn = sentOn
        self.concerns = concerns
        self.planActions = planActions
        self.deferrals = deferrals
    }
}
