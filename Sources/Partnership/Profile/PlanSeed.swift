/// A plan of the partnership as a new register starts with it.
public struct PlanSeed: Hashable, Sendable {
    public struct Action: Hashable, Sendable {
        /// Within its plan, `3.5`; the whole reference is `IP-3.5`.
        public let reference: String
        /// The number of the plan's priority.
        public let priority: Int
        public let title: String
        /// The numbers of the concerns it answers.
        public let concerns: [Int]

        public init(reference: String, priority: Int, title: String, concerns: [Int] = []) {
            self.reference = reference
            self.priority = priority
            self.title = title
            self.concerns = concerns
        }
    }

    public struct Priority: Hashable, Sendable {
        public let number: Int
        public let title: String

        public init(number: Int, title: String) {
            self.number = number
            self.title = title
        }
    }

    /// `IP`.
    public let id: String
    public let title: String
    public let priorities: [Priority]
    /// Those that are published; `tally` may count more.
    public let actions: [Action]
    /// The published counts by status; nil for a plan that has published none.
    public let tally: PlanTally?

    public init(id: String, title: String, priorities: [Priority] = [], actions: [Action] = [], tally: PlanTally? = nil)
    {
        self.id = id
        self.title = title
        self.priorities = priorities
        self.actions = actions
        self.tally = tally
    }
}
