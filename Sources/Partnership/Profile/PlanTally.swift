/// How many actions a plan has, and how many have each status. A plan whose counts do not add up is refused, so a tally
/// of such counts cannot be made.
public struct PlanTally: Hashable, Sendable {
    public struct Count: Hashable, Sendable {
        /// `not-started`, `on-track`, `delayed`, `complete`, `carried-forward`.
        public let status: String
        public let actions: Int

        public init(status: String, actions: Int) {
            self.status = status
            self.actions = actions
        }
    }

    public let total: Int
    public let counts: [Count]

    /// Nil when the counts do not add up to the total.
    public init?(total: Int, counts: [Count]) {
        guard counts.reduce(0, { $0 + $1.actions }) == total else { return nil }
        self.total = total
        self.counts = counts
    }
}
