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
}

extension View {
    /// What happened to an item, oldest first.
    public func history(of item: StoredItem, readableBy actor: Actor) throws -> [HistoryLine] {
        try connection.rows(
            """
            SELECT event.*, operation.recorded, person.name AS actor_name, undo.id AS undone
            FROM event JOIN operation ON operation.id = event.operation
            LEFT JOIN person ON person.id = event.actor
            LEFT JOIN operation AS undo ON undo.reverses = event.operation
            WHERE item = ? ORDER BY event.id
            """, [.integer(item.id)]
        ).map { row in
            HistoryLine(
                operation: row.count("operation"), event: row.word("name"), from: row.text("origin"),
                to: row.word("target"), on: row.day("happened") ?? today, recorded: row.word("recorded"),
                actor: row.text("actor_name") ?? Person.system.name, capacity: row.word("capacity"),
                given: try given(row.word("given"), of: item, readableBy: actor), isUndone: row.integer("undone") != nil
            )
        }
    }

    private func given(
        _ text: String, of item: StoredItem, readableBy actor: Actor
    ) throws -> [(field: String, text: String)] {
        guard case .object(let members) = try ItemCoding.parse(text) else { return [] }
        return try members.sorted { $0.key < $1.key }.compactMap { name, json in
            guard let field = item.definition.field(name) else { return (name, json.text) }
            guard item.definition.mayRead(field: name, roles: actor.roles, item: item.item) else { return nil }
            if let seal = Sealed(json) { return (name, try open(seal) ?? "(erased)") }
            return ItemCoding.value(json, as: field.kind).map { (name, ItemCoding.text($0)) }
        }
    }
}
