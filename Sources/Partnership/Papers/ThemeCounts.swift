/// How many issues each theme has in each area.
public struct ThemeCounts: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var theme: String
        /// One for each area, in the areas' order, none below 0.
        public var counts: [Int]

        public init(theme: String, counts: [Int]) {
            self.theme = theme
            self.counts = counts
        }
    }

    /// The areas' titles.
    public var areas: [String]
    public var rows: [Row]

    public init(areas: [String], rows: [Row]) {
        self.areas = areas
        self.rows = rows
    }

    /// One for each area, in the areas' order.
    public var totals: [Int] { areas.indices.map { area in rows.reduce(0) { $0 + $1.counts[area] } } }
    public var total: Int { totals.reduce(0, +) }
}
