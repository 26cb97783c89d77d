import GRDB

struct SQLiteConnection: Connection {
    let database: Database
    let schema: Schema

    func execute(_ sql: String, _ arguments: [SQLValue]) throws {
        do {
            let statement = try database.cachedStatement(sql: sql)
            statement.setUncheckedArguments(bound(arguments))
            try statement.execute()
        } catch {
            // Here already, so that what a statement runs into can be told in the words of what was being done.
            throw translated(error)
        }
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
        do {
            let statement = try database.cachedStatement(sql: sql)
            statement.setUncheckedArguments(bound(arguments))
            let columns = statement.columnNames
            var rows: [Row] = []
            let cursor = try GRDB.Row.fetchCursor(statement)
            while let row = try cursor.next() {
                rows.append(Row(columns: columns, values: row.databaseValues.map(SQLValue.init)))
            }
            return rows
        } catch {
            throw translated(error)
        }
    }

    func cursor(_ sql: String, _ arguments: [SQLValue]) throws -> any RowCursor {
        do {
            // A statement of its own: a cached one would begin anew when somebody asks the same meanwhile.
            let statement = try database.makeStatement(sql: sql)
            statement.setUncheckedArguments(bound(arguments))
            return SQLiteCursor(columns: statement.columnNames, cursor: try GRDB.Row.fetchCursor(statement))
        } catch {
            throw translated(error)
        }
    }

    /// GRDB's other way to make arguments goes through a key path, which costs more than the rest of a small insert.
    private func bound(_ arguments: [SQLValue]) -> StatementArguments {
        StatementArguments(arguments.map { $0.databaseValue as (any DatabaseValueConvertible)? })
    }

    var changedRows: Int { database.changesCount }

    func index(_ text: String, key: Int) throws {
        try execute("INSERT INTO search(rowid, value) VALUES (?, ?)", [.integer(key), .text(text)])
    }

    func unindex(_ text: String, key: Int) throws {
        try execute("INSERT INTO search(search, rowid, value) VALUES ('delete', ?, ?)", [.integer(key), .text(text)])
    }

    func scrubIndex() throws {
        // An FTS5 deletion is a tombstone until segments merge; SQLite 3.40 has no secure-delete option for it. One full
        // merge drops the words themselves. It costs in proportion to the index, so only an erasure asks for it.
        try execute("INSERT INTO search(search) VALUES ('optimize')", [])
    }

    func rebuildIndex() throws {
        try execute("INSERT INTO search(search) VALUES ('delete-all')", [])
        try execute("INSERT INTO search(rowid, value) SELECT id, value FROM vault WHERE findable = 1 ORDER BY id", [])
    }

    func deferForeignKeys() throws { try execute("PRAGMA defer_foreign_keys = ON", []) }

    func find(_ words: [String], limit: Int, after skipped: Int) throws -> [Int] {
        let pattern = words.map { word in
            let starts = word.hasSuffix("*")
            let bare = starts ? String(word.dropLast()) : word
            // Scalar by scalar: a quotation mark with a combining mark on it is a quotation mark to the engine.
            var quoted = String.UnicodeScalarView()
            for scalar in bare.unicodeScalars where scalar.value != 0 {
                quoted.append(scalar)
                if scalar == "\"" { quoted.append(scalar) }
            }
            return "\"" + String(quoted) + "\"" + (starts ? "*" : "")
        }
        return try rows(
            "SELECT rowid AS key FROM search WHERE search MATCH ? ORDER BY rank, rowid LIMIT ? OFFSET ?",
            [.text(pattern.joined(separator: " ")), .integer(limit), .integer(skipped)]
        ).map { $0.count("key") }
    }

    /// Makes the tables in an empty database.
    func makeSchema() throws {
        guard try rows("SELECT name FROM sqlite_master LIMIT 1", []).isEmpty else { throw LedgerError.occupied }
        try change(by: schema.statements())
        for statement in SQLiteTables.statements { try execute(statement, []) }
        try execute("PRAGMA application_id = \(schema.applicationID)", [])
        try execute("PRAGMA user_version = \(schema.version)", [])
    }

    /// Refuses a database that is no such ledger or that a newer program wrote.
    ///
    /// - Returns: the version of its schema.
    @discardableResult
    func checkSchema() throws -> Int {
        guard try row("SELECT application_id AS id FROM pragma_application_id")?.integer("id") == schema.applicationID
        else { throw LedgerError.foreign }
        let found = try row("SELECT user_version AS version FROM pragma_user_version")?.integer("version") ?? 0
        guard found <= schema.version else { throw LedgerError.newer(schema: found, known: schema.version) }
        guard found > 0 else { throw LedgerError.foreign }
        return found
    }

    /// Brings an older ledger's tables up to the newest schema. Another program may have done so meanwhile.
    func migrate() throws {
        try change(by: schema.statements(after: try checkSchema()))
        try execute("PRAGMA user_version = \(schema.version)", [])
    }

    /// A table of this engine holds values of the types of its columns, and no others.
    private func change(by statements: [String]) throws {
        for statement in statements {
            try execute(statement.hasPrefix("CREATE TABLE ") ? statement + " STRICT" : statement, [])
        }
    }
}

private struct SQLiteCursor: RowCursor {
    let columns: [String]
    let cursor: GRDB.RowCursor

    func next() throws -> Row? {
        do {
            return try cursor.next().map { Row(columns: columns, values: $0.databaseValues.map(SQLValue.init)) }
        } catch {
            throw translated(error)
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let integer): integer.databaseValue
        case .text(let text): text.databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .int64(let integer): self = .integer(Int(integer))
        case .string(let text): self = .text(text)
        default: self = .null
        }
    }
}
