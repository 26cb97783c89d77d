import Ledger
import Partnership
import Workflow

/// What an escalation may be told to rest on, and what a decision in principle still waits for, as far as the record knows.
extension View {
    /// The decisions about an issue that somebody else has yet to take, as commitments.
    func awaited(about issue: StoredItem) throws -> [StoredItem] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE issue = ? AND workflow = 'commitment' AND open = 1 AND decision IS NOT NULL ORDER BY id
            """, [.text(issue.reference)]
        ).map(stored)
    }

    /// The ids of everybody who has owned an item, whatever became of it since, by its own changes.
    func owners(of item: StoredItem) throws -> [String] {
        let rows = try connection.rows(
            """
            SELECT change.after FROM change JOIN operation ON operation.id = change.operation
            WHERE change.relation = 'item' AND change.key = ? AND change.after IS NOT NULL AND operation.reverses IS NULL
              AND operation.id NOT IN (SELECT reverses FROM operation WHERE reverses IS NOT NULL)
            ORDER BY operation.id
            """, [.text(String(item.id))])
        var owners: [String] = []
        for row in rows {
            let fields = try ItemCoding.parse(ItemCoding.parse(row.word("after"))["fields"]?.string ?? "{}")
            guard let owner = fields[IssueReader.Field.owner.rawValue]?.string, !owners.contains(owner) else {
                continue
            }
            owners.append(owner)
        }
        return owners
    }

    /// Whether what was to be done about an issue locally has failed (criterion E3): something was, and has ended without
    /// settling it, or is overdue by more than one meeting cycle. That long it is when two meetings of its LAP have come since.
    func hasFailed(_ actions: [StoredItem], of issue: StoredItem, on day: Day) throws -> Bool {
        guard !actions.isEmpty else { return false }
        if !actions.contains(where: \.isOpen) { return true }
        guard let area = issue.issue.area, let lap = try reference.lap(ofArea: area) else { return false }
        return try actions.contains { action in
            guard action.isOpen, let due = action.action.due, due < day else { return false }
            return try connection.rows(
                """
                SELECT id FROM item WHERE workflow = 'meeting' AND body = ? AND happens > ? AND happens <= ?
                  AND NOT \(inState(meaning: "called-off", of: "meeting")) LIMIT 2
                """, [.text(lap.id), .text(due.description), .text(day.description)]
            ).count == 2
        }
    }

    /// Whether the theme of an issue was raised in another area in the same quarter (criterion E6), before it or since. What may be
    /// a safeguarding matter and what any body takes in private is not looked at.
    func isThemeElsewhere(of issue: StoredItem, on day: Day) throws -> Bool {
        guard let theme = issue.issue.theme, let area = issue.issue.area, let received = issue.issue.received
        else { return false }
        let days = try reference.thresholds.alikeDays
        let others = try reference.lapAreas.map(\.id).filter { $0 != area }
        let periods = [(received - days, received + days), (day - days, day)].flatMap {
            [SQLValue.text($0.0.description), .text($0.1.description)]
        }
        let part = 20
        for start in sequence(first: 0, next: { $0 + part }) {
            let rows = try connection.rows(
                """
                SELECT \(View.itemColumns) FROM item
                WHERE theme = ? AND safeguarding = 'no'
                  AND area IN (\(others.map { _ in "?" }.joined(separator: ", ")))
                  AND (happens BETWEEN ? AND ? OR happens BETWEEN ? AND ?)
                ORDER BY area, happens, id LIMIT \(part) OFFSET \(start)
                """, [.text(theme)] + others.map(SQLValue.text) + periods)
            // In the order of the index, so that no more are read than are looked at. The workflow is left out of the condition:
            // an index that begins with it leads past all issues of an area.
            let issues = rows.filter { $0.word("workflow") == "issue" }
            if try issues.contains(where: { try privateTakings(of: stored($0)).isEmpty }) { return true }
            if rows.count < part { return false }
        }
        return false
    }
}
