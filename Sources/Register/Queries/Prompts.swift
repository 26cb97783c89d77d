import Partnership
import Workflow

extension View {
    /// Open individual issues with one theme and area received since a day, newest first, at most ten. Three or more ask
    /// for one systemic issue (DOMAIN section 3).
    public func individualIssues(theme: String, area: String, since day: Day) throws -> [String] {
        try connection.rows(
            """
            SELECT reference FROM item
            WHERE theme = ? AND area = ? AND happens >= ? AND individual = 1 AND open = 1
            ORDER BY happens DESC, id DESC LIMIT 10
            """, [.text(theme), .text(area), .text(day.description)]
        ).map { $0.word("reference") }
    }

    /// The last day to appeal to the tribunal about the decision an issue mentions; nil when it mentions none (rule R6).
    public func appealWindow(of issue: StoredItem) throws -> Day? {
        guard let decided = issue.day("decided-on") else { return nil }
        return TribunalWindow(decision: decided, certificate: issue.day("certificate-on"))
            .closes(counting: try workingCalendar())
    }
}
