import Ledger
import Workflow

/// What a check of the whole register found.
public struct CheckReport: Sendable {
    public let operations: Int
    public let items: Int
    /// Each a sentence; empty when everything holds.
    public let problems: [String]
}

extension View {
    /// Rebuilds every table from the journal and compares; follows the hash chain; replays every item's history through
    /// its workflow; counts the tallies again; compares every sealed value with its commitment.
    public func check() throws -> CheckReport {
        var problems: [String] = []
        let operations = try checkChain(&problems)
        try checkRows(&problems)
        try checkTallies(&problems)
        let items = try checkItems(&problems)
        for row in try connection.rows("SELECT integrity_check AS said FROM pragma_integrity_check(20)")
        where row.text("said") != "ok" {
            problems.append("The database file: \(row.word("said")).")
        }
        return CheckReport(operations: operations, items: items, problems: problems)
    }

    private func checkChain(_ problems: inout [String]) throws -> Int {
        var previous = ""
        var last = 0
        for row in try connection.rows("SELECT * FROM operation ORDER BY id") {
            let id = row.count("id")
            if id != last + 1 { problems.append("Operation \(last + 1) is missing from the journal.") }
            last = id
            var changes = Hash()
            for change in try connection.rows(
                "SELECT relation, key, before, after FROM change WHERE operation = ? ORDER BY position", [.integer(id)])
            {
                changes.add(change.text("relation"), change.text("key"), change.text("before"), change.text("after"))
            }
            var events = Hash()
            for event in try connection.rows("SELECT * FROM event WHERE operation = ? ORDER BY id", [.integer(id)]) {
                events.add(
                    String(event.count("item")), event.text("name"), event.text("origin"), event.text("target"),
                    event.text("happened"), event.text("actor"), event.text("capacity"), event.text("given"))
            }
            let hash = Hash.of(
                previous, row.text("recorded"), row.text("effective"), row.text("actor"), row.text("command"),
                row.integer("reverses").map(String.init), changes.finish(), events.finish())
            if hash != row.text("hash") {
                problems.append("Operation \(id) is not what was recorded: its hash differs.")
            }
            previous = row.word("hash")
        }
        return last
    }

    private func checkRows(_ problems: inout [String]) throws {
        for relation in Relation.all {
            var images: [String: String] = [:]
            for row in try connection.rows(
                """
                SELECT key, after FROM change WHERE relation = ? ORDER BY operation, position
                """, [.text(relation.name)])
            {
                images[row.word("key")] = row.text("after")
            }
            let columns = relation.columns.joined(separator: ", ")
            for row in try connection.rows("SELECT \(relation.key), \(columns) FROM \(relation.name)") {
                let key = row.values[0].journalKey
                let image = relation.image(Array(row.values.dropFirst()))
                if images.removeValue(forKey: key) != image {
                    problems.append("\(relation.name) \(key) is not as the journal has it.")
                }
            }
            for key in images.keys.sorted() { problems.append("\(relation.name) \(key) is in the journal, but gone.") }
        }
    }

    private func checkTallies(_ problems: inout [String]) throws {
        let differences = try connection.rows(
            """
            SELECT workflow, area, state FROM (
              SELECT workflow, area, state, count AS kept, 0 AS found FROM tally
              UNION ALL
              SELECT workflow, coalesce(area, ''), state, 0, count(*) FROM item GROUP BY workflow, area, state
            ) AS counted GROUP BY workflow, area, state HAVING sum(kept) <> sum(found)
            """)
        for row in differences {
            problems.append("The count of \(row.word("workflow")) items at \(row.word("state")) does not add up.")
        }
    }

    private func checkItems(_ problems: inout [String]) throws -> Int {
        var count = 0
        for row in try connection.rows("SELECT id FROM item ORDER BY id") {
            count += 1
            let item = try item(id: row.count("id"))
            for (name, seal) in item.sealed.sorted(by: { $0.key < $1.key }) {
                let kept = try connection.row(
                    "SELECT salt, section, field, value FROM vault WHERE id = ?", [.integer(seal.key)])
                if let kept,
                    Sealed.commitment(
                        kept.text("salt"), kept.text("value"), owner: .item(item.id), section: kept.text("section"),
                        field: kept.text("field")) != seal.commitment
                {
                    problems.append("\(item.reference): \(name) is not what was recorded.")
                }
            }
            if let problem = try replayProblem(item) { problems.append(problem) }
        }
        return count
    }

    /// The state that the events which were not taken back lead to must be the state the item is in (rule R18).
    private func replayProblem(_ item: StoredItem) throws -> String? {
        var state: String?
        for row in try connection.rows(
            """
            SELECT name, origin, target FROM event
            WHERE item = ?1 AND name NOT IN ('undo', 'upgrade')
              AND NOT EXISTS (SELECT 1 FROM operation WHERE operation.reverses = event.operation)
            ORDER BY id
            """, [.integer(item.id)])
        {
            guard row.text("origin") == state else {
                return "\(item.reference): “\(row.word("name"))” does not follow from what happened before it."
            }
            guard let event = item.definition.event(row.word("name")) else {
                return "\(item.reference): its workflow has no event “\(row.word("name"))”."
            }
            guard item.definition.leads(event, from: state, to: row.word("target")) else {
                return "\(item.reference): “\(event.name)” cannot lead to “\(row.word("target"))”."
            }
            state = row.word("target")
        }
        return state == item.item.state
            ? nil : "\(item.reference): its history leads to “\(state ?? "nowhere")”, not “\(item.state)”."
    }
}

extension Definition {
    /// Whether an event can take an item from one state (nil before it begins) to another.
    func leads(_ event: Event, from: String?, to: String) -> Bool {
        guard from.map(event.from.contains) ?? event.begins else { return false }
        return event.targets.contains { ($0.state ?? from) == to }
    }
}
