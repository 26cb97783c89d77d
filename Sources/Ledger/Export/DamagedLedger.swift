import Foundation

/// What can be found of the journal, the vault and the contents of a damaged ledger in SQLite, as a database of its own.
public struct DamagedLedger {
    /// The ledger's own tables, without a rule that what was found could break.
    private static let schema = Schema(
        applicationID: 0,
        migrations: [
            """
            CREATE TABLE operation (
              id INTEGER PRIMARY KEY, recorded TEXT, effective TEXT, actor TEXT, command TEXT, reverses INTEGER,
              key TEXT, words TEXT, events INTEGER, sealed INTEGER, hash TEXT
            )
            --
            CREATE TABLE change (
              operation INTEGER, position INTEGER, relation TEXT, key TEXT, before TEXT, after TEXT,
              PRIMARY KEY (operation, position)
            )
            --
            CREATE TABLE event (
              id INTEGER PRIMARY KEY, operation INTEGER, item INTEGER, name TEXT, origin TEXT, target TEXT,
              happened TEXT, actor TEXT, capacity TEXT, given TEXT
            )
            --
            CREATE INDEX event_operation ON event (operation)
            --
            CREATE TABLE seal (id INTEGER PRIMARY KEY, commitment TEXT)
            --
            CREATE TABLE vault (
              id INTEGER PRIMARY KEY, item INTEGER, person TEXT, section TEXT, field TEXT, findable INTEGER,
              salt TEXT, value TEXT
            )
            --
            CREATE TABLE content (digest TEXT PRIMARY KEY, data TEXT)
            """
        ], relations: [], items: .erased)

    let engine: SQLiteEngine

    /// - Parameters:
    ///   - path: a copy of the damaged file, with the journal of an interrupted write beside it where there is one: it is
    ///     rolled back.
    ///   - schema: of the damaged ledger: its tables' names tell which rows are changes.
    ///   - place: a missing file.
    public init(_ path: String, schema: Schema, at place: String) throws {
        // Opening it rolls back what was not committed, as far as that can be.
        if let sound = try? SQLiteEngine(path: path, schema: schema) { try? sound.read { _ in } }
        let relations = Set(schema.relations.map(\.name))
        engine = try SQLiteEngine(path: place, making: DamagedLedger.schema) { connection in
            try PageScan(path).eachRow { number, values in
                guard let (table, row) = DamagedLedger.place(values, number, relations) else { return }
                let marks = row.map { _ in "?" }.joined(separator: ", ")
                // What was moved may lie there twice: one of both is what the hashes prove, or neither.
                do {
                    try connection.execute("INSERT INTO \(table) VALUES (\(marks))", row)
                } catch LedgerError.constraint {}
            }
        }
    }

    /// The table that a row looks like one of, and its columns.
    private static func place(
        _ values: [SQLValue], _ number: Int, _ relations: Set<String>
    ) -> (table: String, row: [SQLValue])? {
        let shape = values.map { value -> Character in
            switch value {
            case .null: "-"
            case .integer: "1"
            case .text: "a"
            }
        }
        func fits(_ pattern: String) -> Bool {
            pattern.count == shape.count
                && zip(pattern, shape).allSatisfy { wanted, found in
                    switch wanted {
                    case "t": found != "1"
                    case "i": found != "a"
                    default: found == wanted
                    }
                }
        }
        let numbered = [.integer(number)] + values.dropFirst()
        if fits("-aaaaitt11a"), values[10].text?.utf8.count == 64 { return ("operation", numbered) }
        if fits("11aatt"), values[2].text.map(relations.contains) == true { return ("change", values) }
        if fits("-11ataaaaa"), values[9].text?.hasPrefix("{") == true { return ("event", numbered) }
        if fits("-a"), values[1].text?.utf8.count == 64 { return ("seal", numbered) }
        if fits("-itaa1aa"), values[6].text?.utf8.count == 32 { return ("vault", numbered) }
        if fits("aa"), values[0].text?.utf8.count == 64 { return ("content", values) }
        return nil
    }
}
