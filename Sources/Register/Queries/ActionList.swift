import Ledger
import Workflow

/// A line of the action log.
public struct ActionSummary: Sendable {
    public let reference: String
    public let state: String
    /// What is to be done; nil when the asker may not read it.
    public let text: String?
    public let owner: String?
    public let due: Day?
    public let issue: String?
    public let meeting: String?
    public let version: Int
}

extension View {
    /// Actions, the next due first. `of` names an issue or a meeting they belong to.
    public func actions(
        of reference: String?, owner: String?, all: Bool, limit: Int, as standing: Standing
    ) throws -> [ActionSummary] {
        var conditions = ["workflow = 'action'"]
        var arguments: [SQLValue] = []
        if let reference {
            let item = try item(reference)
            conditions.append("\(item.workflow == "meeting" ? "meeting" : "issue") = ?")
            arguments.append(.text(item.reference))
        }
        if let owner {
            conditions.append("owner = ?")
            arguments.append(.text(owner))
        }
        if !all { conditions.append("open = 1") }
        var summaries: [ActionSummary] = []
        for row in try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE \(conditions.joined(separator: " AND "))
            ORDER BY due IS NULL, due, id
            """, arguments)
        {
            let item = try stored(row)
            let sight = try sight(standing, of: item)
            guard sight.showsRecord else { continue }
            summaries.append(
                ActionSummary(
                    reference: item.reference, state: item.state,
                    text: sight.shows(field: "text") ? item.text("text") : nil,
                    owner: try item.text("owner").map { try person(id: $0).name }, due: item.day("due"),
                    issue: item.text("issue"), meeting: item.text("meeting"), version: item.version))
            if summaries.count == limit { break }
        }
        return summaries
    }

    /// How many actions are closed, open and overdue: what every action log opens with (rule R24).
    public func actionCounts() throws -> (closed: Int, open: Int, overdue: Int) {
        let definition = try definition("action")
        var closed = 0
        var open = 0
        for row in try connection.rows(
            "SELECT state, sum(count) AS total FROM tally WHERE workflow = 'action' GROUP BY state")
        {
            if definition[row.word("state")]?.isEnd == true {
                closed += row.count("total")
            } else {
                open += row.count("total")
            }
        }
        let overdue = try connection.row(
            "SELECT count(*) AS total FROM item WHERE workflow = 'action' AND due IS NOT NULL AND due < ?",
            [.text(today.description)])
        return (closed, open, overdue?.count("total") ?? 0)
    }
}

extension View {
    /// The partnership's plan actions in the order of their plans.
    public func planActions() throws -> [StoredItem] {
        try connection.rows("SELECT \(View.itemColumns) FROM item WHERE workflow = 'plan-action' ORDER BY id").map(
            stored)
    }
}
