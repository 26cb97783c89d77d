import Ledger
import Partnership
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
    /// Actions, the next due first.
    public func actions(_ filter: WorkFilter, as standing: Standing) throws -> [ActionSummary] {
        var (conditions, arguments) = try conditions(of: filter, "action")
        if let body = try filter.body.flatMap({ try reference.body($0) }) {
            conditions.append(body.actionCondition)
            arguments.append(.text(body.area ?? body.id))
        }
        return try work(conditions, arguments, filter.limit, as: standing) { item, sight in
            ActionSummary(
                reference: item.reference, state: item.state,
                text: sight.shows(field: "text") ? item.text("text") : nil,
                owner: try item.text("owner").map { try person(id: $0).name }, due: item.day("due"),
                issue: item.text("issue"), meeting: item.text("meeting"), version: item.version)
        }
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

extension Body {
    /// Which actions are its own: a LAP's are its area's, any other body's what its meetings set. Takes the area or the body.
    var actionCondition: String {
        area == nil ? "meeting IN (SELECT reference FROM item WHERE body = ? AND workflow = 'meeting')" : "area = ?"
    }
}

extension View {
    /// The partnership's plan actions in the order of their plans.
    public func planActions() throws -> [StoredItem] {
        try connection.rows("SELECT \(View.itemColumns) FROM item WHERE workflow = 'plan-action' ORDER BY id").map(
            stored)
    }
}
