import Ledger
import Partnership
import Workflow

extension View {
    /// Open individual issues with one theme and area received from a day to another, newest first; not those whose families
    /// took their agreement back. So many ask for one systemic issue (DOMAIN section 3).
    public func individualIssues(theme: String, area: String, in days: ClosedRange<Day>) throws -> [String] {
        try connection.rows(
            """
            SELECT reference FROM item
            WHERE theme = ? AND area = ? AND happens BETWEEN ? AND ? AND individual = 1 AND open = 1
            ORDER BY happens DESC, id DESC LIMIT ?
            """,
            [
                .text(theme), .text(area), .text(days.lowerBound.description),
                .text(days.upperBound.description), .integer(max(10, try reference.thresholds.alike)),
            ]
        ).map { $0.word("reference") }
    }
}
