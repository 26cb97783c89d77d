import Ledger
import Partnership
import Workflow

extension View {
    /// Open issues that a meeting's time ran out for and whose family has heard nothing since, oldest first. Whoever has no
    /// name, and what is taken in private, gets no letter by itself. From the agendas to the issues: an index of workflows
    /// leads past all issues.
    public func familiesToTell() throws -> [(issue: StoredItem, passed: FamilyAnswer.Passing)] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE id IN (SELECT issue FROM agenda_item WHERE reached = 0 AND issue IS NOT NULL)
            AND coalesce(workflow, '') = 'issue' AND open = 1 ORDER BY id
            """
        ).map(stored).compactMap { issue in
            guard !issue.issue.isAnonymous, issue.issue.isScreenClear, try !part(of: issue).isTwo,
                let passed = try passing(of: course(of: issue)), passed.on < today, try !isTold(issue, since: passed.on)
            else { return nil }
            return (issue, passed)
        }
    }

    /// Whether a letter on an issue went out since a day, or it is on record that its family was told how it stands.
    private func isTold(_ issue: StoredItem, since day: Day) throws -> Bool {
        try connection.row(
            """
            SELECT 1 FROM issued WHERE item = ? AND kind = 'letter' AND recalled IS NULL AND day >= ?
            UNION SELECT 1 FROM event LEFT JOIN operation AS undo ON undo.reverses = event.operation
            WHERE event.item = ? AND event.name = 'update-raiser' AND event.happened >= ? AND undo.id IS NULL
            """,
            [.integer(issue.id), .text(day.description), .integer(issue.id), .text(day.description)]) != nil
    }
}
