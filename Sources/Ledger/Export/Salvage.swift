/// What a damaged ledger's journal still proves, copied into an empty one: its operations up to the first that is not what
/// was recorded, and the values of the vault that can be read. The tables are made of that by whoever asks for it.
public struct Salvage: Sendable {
    /// How many operations are proved.
    public private(set) var operations = 0
    /// How many the damaged ledger seems to have had.
    public private(set) var had: Int
    /// The vault keys of values that are gone, and that nobody erased.
    public private(set) var lost: [Int] = []

    public init(from source: any Connection, into target: any Connection) throws {
        had = (try? source.row("SELECT max(id) AS last FROM operation")?.integer("last")) ?? 0
        var erased = KeySet()
        var last = (hash: "", event: 0, sealed: 0)
        while let operation = Salvaged(operations + 1, in: source), operation.follows(last.hash, last.event) {
            try operation.copy(to: target)
            operations += 1
            last = (operation.line.word("hash"), operation.line.count("events"), operation.line.count("sealed"))
            for change in operation.changes where change.text("relation") == Relation.erased.name {
                if let key = change.text("key").flatMap({ Int($0) }) { erased.insert(key) }
            }
        }
        had = max(had, operations)
        guard last.sealed > 0 else { return }
        for key in 1...last.sealed {
            let row = try? source.row(
                "SELECT id, item, person, section, field, 0 AS findable, salt, value FROM vault WHERE id = ?",
                [.integer(key)])
            guard let row, (try? target.insert("vault", row)) != nil else {
                if !erased.contains(key) { lost.append(key) }
                continue
            }
        }
    }
}

/// One operation of a damaged ledger, as far as it can be read.
private struct Salvaged {
    let line: Row
    let changes: [Row]
    let events: [Row]

    /// Nil when it cannot be read.
    init?(_ number: Int, in source: any Connection) {
        func rows(_ sql: String) -> [Row]? { try? source.rows(sql, [.integer(number)]) }
        guard
            let line = rows(
                """
                SELECT id, recorded, effective, actor, command, reverses, key, words, events, sealed, hash
                FROM operation WHERE id = ?
                """)?.first,
            let changes = rows(
                """
                SELECT operation, position, relation, key, before, after FROM change WHERE operation = ?
                ORDER BY position
                """),
            let events = rows(
                """
                SELECT id, operation, item, name, origin, target, happened, actor, capacity, given FROM event
                WHERE operation = ? ORDER BY id
                """)
        else { return nil }
        (self.line, self.changes, self.events) = (line, changes, events)
    }

    /// Whether it is what was recorded after another.
    func follows(_ previous: String, _ event: Int) -> Bool {
        var changed = Hash()
        for (index, change) in changes.enumerated() {
            guard change.integer("position") == index + 1 else { return false }
            changed.add(change.text("relation"), change.text("key"), change.text("before"), change.text("after"))
        }
        var happened = Hash()
        for (index, line) in events.enumerated() {
            guard line.integer("id") == event + index + 1 else { return false }
            happened.add(
                String(line.count("id")), line.integer("item").map(String.init), line.text("name"),
                line.text("origin"), line.text("target"), line.text("happened"), line.text("actor"),
                line.text("capacity"), line.text("given"))
        }
        let hash = Chain.hash(
            after: previous, number: line.integer("id"), recorded: line.text("recorded"),
            effective: line.text("effective"), actor: line.text("actor"), command: line.text("command"),
            reverses: line.integer("reverses"), key: line.text("key"), words: line.text("words"),
            events: line.integer("events"), sealed: line.integer("sealed"), changes: changed.finish(),
            happened: happened.finish())
        return hash == line.text("hash")
    }

    func copy(to target: any Connection) throws {
        try target.insert("operation", line)
        for change in changes { try target.insert("change", change) }
        for event in events { try target.insert("event", event) }
    }
}

extension Connection {
    /// Inserts a row whose columns are called as the table's.
    fileprivate func insert(_ table: String, _ row: Row) throws {
        let names = row.columns
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        try execute("INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))", row.values)
    }
}
