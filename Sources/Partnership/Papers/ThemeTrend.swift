/// Issues received in the last two closed quarters, by theme, in a body's own area or everywhere.
public struct ThemeTrend: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var theme: String
        /// Open on the papers' day; nil where that is not told.
        public var open: Int?
        /// Received in the last quarter, and in the one before.
        public var received: Int
        public var before: Int

        public init(theme: String, open: Int? = nil, received: Int, before: Int) {
            self.theme = theme
            self.open = open
            self.received = received
            self.before = before
        }
    }

    /// `October to December 2019`, and the one before.
    public var quarter: String
    public var quarterBefore: String
    /// For those who may have the exact numbers.
    public var rows: [Row]
    /// For the public, still to be rounded (rule R21): what was passed on since counts too, so that two papers of one quarter
    /// do not tell of it.
    public var forPublic: [Row]

    public init(quarter: String, quarterBefore: String, rows: [Row], forPublic: [Row]) {
        self.quarter = quarter
        self.quarterBefore = quarterBefore
        self.rows = rows
        self.forPublic = forPublic
    }
}
