import Foundation

/// What a damaged ledger's journal still proves, copied into an empty one: its operations up to the first that is not what
/// was recorded, and the values of the vault and the contents that are what those operations say of them. The tables are made of that by
/// whoever asks for it.
///
/// What comes after a gap cannot be put back, since nobody knows what the gap changed; what is proved of it, each operation
/// by the hash of the one before it, is told instead.
public struct Salvage: Sendable {
    /// A value of the vault that is gone, and that nobody erased.
    public struct Lost: Sendable {
        public let key: Int
        /// Where the journal names it: `N-3: summary`.
        public let place: String
    }

    /// How many operations are proved.
    public private(set) var operations = 0
    /// How many the damaged ledger seems to have had.
    public private(set) var had: Int
    public private(set) var lost: [Lost] = []
    /// The digests of contents that are gone, and that nobody erased, and where the journal names them: `issued 4`.
    public private(set) var lostContents: [(digest: String, place: String)] = []
    /// What is proved of operations after the first that is not, as JSON Lines without their line breaks: the rows they left
    /// (`row`, `table`, `key`) and the values that open (`of`, `field`, `value`), each with its `operation`.
    public private(set) var beyond: [String] = []

    private let schema: Schema
    private let name: @Sendable (_ relation: Relation, _ key: String, _ image: JSON?) -> String
    private var named: [Int: (of: String, field: String, operation: Int)] = [:]
    /// What proved operations sealed, by the keys of its values.
    private var commitments: [Int: String] = [:]
    private var erased = KeySet()
    /// Where the journal names contents first.
    private var digests: [String: String] = [:]
    private var erasedContents: Set<String> = []

    /// - Parameter name: what people call a row.
    public init(
        from damaged: DamagedLedger, into target: any Connection, schema: Schema,
        name: @escaping @Sendable (_ relation: Relation, _ key: String, _ image: JSON?) -> String
    ) throws {
        self.schema = schema
        self.name = name
        had = 0
        try damaged.engine.read { try copy(from: $0, to: target) }
    }

    private mutating func copy(from source: any Connection, to target: any Connection) throws {
        had = try source.row("SELECT max(id) AS last FROM operation")?.integer("last") ?? 0
        var last = (hash: "", event: 0, sealed: 0)
        while let operation = Salvaged(operations + 1, after: last.sealed, in: source),
            operation.follows(last.hash, last.event)
        {
            try operation.copy(to: target)
            note(operation)
            operations += 1
            last = (operation.line.word("hash"), operation.line.count("events"), operation.line.count("sealed"))
        }
        for key in named.keys.sorted() where !erased.contains(key) {
            guard let named = named[key] else { continue }
            guard let row = try value(key, in: source) else {
                lost.append(Lost(key: key, place: "\(named.of): \(named.field)"))
                continue
            }
            try target.insert("vault", row)
        }
        for (digest, place) in digests.sorted(by: { $0.key < $1.key }) where !erasedContents.contains(digest) {
            let contents = try? source.contents(digest)
            guard let contents, Hash.of(bytes: contents) == digest else {
                lostContents.append((digest, place))
                continue
            }
            try target.execute(
                "INSERT INTO content (digest, data) VALUES (?, ?)",
                [.text(digest), .text(contents.base64EncodedString())])
        }
        try tellBeyond(source)
    }

    /// A value that opens what was recorded of it; not findable yet.
    private func value(_ key: Int, in source: any Connection) throws -> Row? {
        let row = try source.row(
            "SELECT id, item, person, section, field, 0 AS findable, salt, value FROM vault WHERE id = ?",
            [.integer(key)])
        guard let row, let commitment = commitments[key], Sealed.commitment(to: row) == commitment else { return nil }
        return row
    }

    /// Remembers what an operation sealed and erased.
    private mutating func note(_ operation: Salvaged) {
        for seal in operation.seals { commitments[seal.count("id")] = seal.word("commitment") }
        for change in operation.changes {
            let key = change.word("key")
            guard let relation = schema.relations.first(where: { $0.name == change.text("relation") }) else { continue }
            if relation == .erased, let number = Int(key), change.text("after") != nil { erased.insert(number) }
            guard let image = change.text("after").flatMap({ JSON(text: $0) }) else { continue }
            if relation == .erasedContent { erasedContents.insert(key) }
            for digest in relation.digests(in: image) where digests[digest] == nil {
                digests[digest] = name(relation, key, image)
            }
            for (place, seal) in relation.seals(in: image) {
                named[seal.key] =
                    named[seal.key] ?? (name(relation, key, image), place, operation.line.count("id"))
            }
        }
        for event in operation.events {
            for found in JSON(text: event.word("given")).map(Sealed.all) ?? [] where named[found.seal.key] == nil {
                named[found.seal.key] = (
                    "item \(event.count("item"))", found.place, operation.line.count("id")
                )
            }
        }
    }

    private mutating func tellBeyond(_ source: any Connection) throws {
        guard operations < had else { return }
        let before = Set(named.keys)
        let known = try source.rows(
            "SELECT id, hash, events, sealed FROM operation WHERE id >= ? ORDER BY id", [.integer(max(operations, 1))])
        for (previous, next) in zip(known, known.dropFirst()) where next.count("id") == previous.count("id") + 1 {
            guard let operation = Salvaged(next.count("id"), after: previous.count("sealed"), in: source),
                operation.follows(previous.word("hash"), previous.count("events"))
            else { continue }
            note(operation)
            for change in operation.changes {
                beyond.append(
                    JSON.object([
                        "operation": .number(next.count("id")), "table": .string(change.text("relation")),
                        "key": .string(change.text("key")),
                        "row": change.text("after").flatMap { JSON(text: $0) } ?? .null,
                    ]).text)
            }
        }
        for key in named.keys.sorted() where !before.contains(key) && !erased.contains(key) {
            guard let named = named[key] else { continue }
            guard let row = try value(key, in: source) else {
                lost.append(Lost(key: key, place: "\(named.of): \(named.field)"))
                continue
            }
            beyond.append(
                JSON.object([
                    "operation": .number(named.operation), "of": .string(named.of), "field": .string(named.field),
                    "value": .string(row.text("value")),
                ]).text)
        }
    }
}

/// One operation of a damaged ledger, as far as it can be read.
private struct Salvaged {
    let line: Row
    let changes: [Row]
    let events: [Row]
    let seals: [Row]

    /// Nil when it cannot be read.
    ///
    /// - Parameter sealed: the number of the last value that was sealed before it.
    init?(_ number: Int, after sealed: Int, in source: any Connection) {
        func rows(_ sql: String, _ numbers: Int...) -> [Row]? {
            try? source.rows(sql, (numbers.isEmpty ? [number] : numbers).map(SQLValue.integer))
        }
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
                """),
            let seals = rows(
                "SELECT id, commitment FROM seal WHERE id > ? AND id <= ? ORDER BY id", sealed, line.count("sealed")),
            line.count("sealed") == sealed + seals.count
        else { return nil }
        (self.line, self.changes, self.events, self.seals) = (line, changes, events, seals)
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
        var committed = Hash()
        for seal in seals { committed.add(seal.text("commitment")) }
        let hash = Chain.hash(
            after: previous, number: line.integer("id"), recorded: line.text("recorded"),
            effective: line.text("effective"), actor: line.text("actor"), command: line.text("command"),
            reverses: line.integer("reverses"), key: line.text("key"), words: line.text("words"),
            events: line.integer("events"), sealed: line.integer("sealed"), changes: changed.finish(),
            happened: happened.finish(), seals: committed.finish())
        return hash == line.text("hash")
    }

    func copy(to target: any Connection) throws {
        try target.insert("operation", line)
        for change in changes { try target.insert("change", change) }
        for event in events { try target.insert("event", event) }
        for seal in seals { try target.insert("seal", seal) }
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
