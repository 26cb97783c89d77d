import Workflow

/// What reports count of an issue: what became of it, event by event, up to the day of which they tell.
public struct ReportedIssue: Sendable {
    /// How it stood after an event.
    public struct Step: Sendable {
        public let on: Day
        public let state: String
        public let stateTitle: String
        public let isOpen: Bool
        /// It has its outcome, and whoever raised it is told, or was.
        public let isSettled: Bool
        /// What came of it is that it went elsewhere, was taken back or became part of another: nothing of it was answered.
        public let isDropped: Bool
        public let isEscalated: Bool
        public let isBoardOutcome: Bool
        /// The day by which its family was promised to hear.
        public let replyBy: Day?
        /// The day on which its family was told something by this event; nil for an event that tells them nothing.
        public let told: Day?
        /// Those that are somebody's duty, by name.
        public let clocks: [String: Clock]
        /// The clocks that the event begins again.
        public let restarted: Set<String>
        /// The clocks that the event answers though the issue stays where it is.
        public let answered: Set<String>

        public init(
            on: Day, state: String, stateTitle: String, isOpen: Bool, isSettled: Bool, isDropped: Bool,
            isEscalated: Bool, isBoardOutcome: Bool, replyBy: Day?, told: Day?, clocks: [String: Clock],
            restarted: Set<String>, answered: Set<String>
        ) {
            self.on = on
            self.state = state
            self.stateTitle = stateTitle
            self.isOpen = isOpen
            self.isSettled = isSettled
            self.isDropped = isDropped
            self.isEscalated = isEscalated
            self.isBoardOutcome = isBoardOutcome
            self.replyBy = replyBy
            self.told = told
            self.clocks = clocks
            self.restarted = restarted
            self.answered = answered
        }
    }

    public struct Clock: Hashable, Sendable {
        public let title: String
        public let due: Day
        public let pausedOn: Day?
        /// It is about a safeguarding matter.
        public let isDiverting: Bool

        public init(title: String, due: Day, pausedOn: Day?, isDiverting: Bool) {
            self.title = title
            self.due = due
            self.pausedOn = pausedOn
            self.isDiverting = isDiverting
        }
    }

    /// A decision of a meeting about it.
    public struct Decision: Hashable, Sendable {
        public let on: Day
        public let kind: DecisionLine.Kind
        public let isBoards: Bool

        public init(on: Day, kind: DecisionLine.Kind, isBoards: Bool) {
            self.on = on
            self.kind = kind
            self.isBoards = isBoards
        }
    }

    public let area: String
    /// On the last day; nil when it never had one.
    public let theme: String?
    public let district: String?
    /// The title of the kind of raiser.
    public let raisedBy: String?
    /// The titles of its raiser's information and communication needs.
    public let needs: [String]
    public let received: Day?
    public let isIndividual: Bool
    public let isRaisedAtBoard: Bool
    /// It was emptied since, so that only the public's rounded counts tell what it was about.
    public let isEmptied: Bool
    public let decisions: [Decision]
    /// Oldest first; at least one.
    public let steps: [Step]

    public init(
        area: String, theme: String?, district: String?, raisedBy: String?, needs: [String],
        received: Day?, isIndividual: Bool, isRaisedAtBoard: Bool, isEmptied: Bool, decisions: [Decision],
        steps: [Step]
    ) {
        self.area = area
        self.theme = theme
        self.district = district
        self.raisedBy = raisedBy
        self.needs = needs
        self.received = received
        self.isIndividual = isIndividual
        self.isRaisedAtBoard = isRaisedAtBoard
        self.isEmptied = isEmptied
        self.decisions = decisions
        self.steps = steps
    }

    /// How it stood at the end of a day; nil before it was taken in.
    public func standing(on day: Day) -> Step? { steps.last { $0.on <= day } }

    /// How many times it went from not being something to being it, within some days.
    public func times(within days: ClosedRange<Day>, _ is: (Step) -> Bool) -> Int {
        turns { !`is`($0) && `is`($1) }.count { days.contains($0) }
    }

    /// The days of those steps that a pair of steps answers to: the one before and the one itself.
    func turns(_ isTurn: (Step, Step) -> Bool) -> [Day] {
        zip(steps, steps.dropFirst()).filter(isTurn).map(\.1.on)
    }
}
