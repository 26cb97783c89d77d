import Ledger
import Workflow

/// Something that happened to an item.
public struct HistoryLine: Sendable {
    public let operation: Int
    /// The event's name; `undo` for one taken back.
    public let event: String
    public let from: String?
    public let to: String
    public let on: Day
    /// ISO 8601, UTC: when it was written down.
    public let recorded: String
    public let actor: String
    public let capacity: String
    /// What was given with it and the asker may read, as text.
    public let given: [(field: String, text: String)]
    /// A later operation took it back.
    public let isUndone: Bool
    /// It took something else back.
    public var isUndo: Bool { event == OwnEvent.undo.rawValue }
}

extension View {
    /// What happened to an item, oldest first, with what was given that the reader may see. What an erasing event cleared
    /// is not shown of the time before it, and what was put right since only to those who read all of the item.
    func history(of item: StoredItem, _ sight: Sight) throws -> [HistoryLine] {
        let rows = try connection.rows(
            """
            SELECT event.*, operation.recorded, undo.id AS undone
            FROM event JOIN operation ON operation.id = event.operation
            LEFT JOIN operation AS undo ON undo.reverses = event.operation
            WHERE item = ? ORDER BY event.id
            """, [.integer(item.id)])
        let erasing = rows.lastIndex { row in
            row.integer("undone") == nil && !(item.definition.event(row.word("name"))?.erases.isEmpty ?? true)
        }
        let putRight = try sight.showsAll ? nil : PutRight(of: item, from: self)
        return try rows.enumerated().filter { sight.shows(operation: $1.count("operation")) }.map { index, row in
            let isEmptied = erasing.map { index < $0 } ?? false
            return HistoryLine(
                operation: row.count("operation"), event: row.word("name"), from: row.text("origin"),
                to: row.word("target"), on: row.day("happened") ?? today, recorded: row.word("recorded"),
                actor: try person(id: row.word("actor")).name, capacity: row.word("capacity"),
                given: try given(
                    row.word("given"), of: item, sight, putRight,
                    isCorrection: row.text("origin") == nil || row.text("origin") == row.text("target")
                ) { !isEmptied || item.item.fields[$0] != nil },
                isUndone: row.integer("undone") != nil)
        }
    }

    private func given(
        _ text: String, of item: StoredItem, _ sight: Sight, _ putRight: PutRight?, isCorrection: Bool,
        where isKept: (String) -> Bool
    ) throws -> [(field: String, text: String)] {
        guard case .object(let members) = try ItemCoding.parse(text) else { return [] }
        return try members.sorted { $0.key < $1.key }.compactMap { name, json in
            guard let field = item.definition.field(name) else { return (name, json.string ?? json.text) }
            guard sight.shows(field: name), isKept(name) else { return nil }
            if let seal = Sealed(json) {
                // What was corrected since is for those who read all of it.
                let isReplaced = isCorrection && item.sealed[name] != nil && item.sealed[name] != seal
                if isReplaced, !sight.showsAll { return nil }
                if putRight?.holds(seal) ?? false { return nil }
                note([name], of: item)
                return (name, try connection.open(seal) ?? Person.erased)
            }
            guard let value = ItemCoding.value(json, as: field.kind) else { return nil }
            let shown = try named([name: value], in: item.definition)[name] ?? value
            return (name, ItemCoding.text(shown))
        }
    }

    /// All that happened to an item, for the register's own use.
    func wholeHistory(of item: StoredItem) throws -> [HistoryLine] {
        try history(of: item, Sight(of: item.definition, item: item.item, roles: ["system"]))
    }
}
