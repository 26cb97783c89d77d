import Foundation
import GRDB
import GRDBSQLite

struct SQLiteConnection: Connection {
    let database: Database
    let schema: Schema
    var kept = SQLiteKept()

    func execute(_ sql: String, _ arguments: [SQLValue]) throws {
        guard !arguments.contains(where: \.holdsNUL) else { throw LedgerError.unstorable }
        try run(sql, arguments)
    }

    /// Whatever the arguments are.
    func run(_ sql: String, _ arguments: [SQLValue]) throws {
        do {
            let statement = try database.cachedStatement(sql: sql)
            try bind(arguments, to: statement)
            try statement.execute()
        } catch {
            // Here already, so that what a statement runs into can be told in the words of what was being done.
            throw translated(error)
        }
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
        do {
            let statement = try database.cachedStatement(sql: sql)
            try bind(arguments, to: statement)
            let cursor = SQLiteCursor(statement, try GRDB.Row.fetchCursor(statement))
            var rows: [Row] = []
            while let row = try cursor.next() { rows.append(row) }
            return rows
        } catch {
            throw translated(error)
        }
    }

    func cursor(_ sql: String, _ arguments: [SQLValue]) throws -> any RowCursor {
        do {
            // A statement of its own: a cached one would begin anew when somebody asks the same meanwhile.
            let statement = try database.makeStatement(sql: sql)
            try bind(arguments, to: statement)
            return SQLiteCursor(statement, try GRDB.Row.fetchCursor(statement))
        } catch {
            throw translated(error)
        }
    }

    /// Straight to SQLite: GRDB's own ways cost more than the rest of a small insert, and end a text at a NUL.
    private func bind(_ arguments: [SQLValue], to statement: Statement) throws {
        // What GRDB knows of arguments is forgotten; it resets the statement before it runs, and leaves these.
        statement.setUncheckedArguments(StatementArguments())
        let bound = statement.sqliteStatement
        let copied = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
        // What a statement has no place for is passed over, as GRDB does.
        let places = Int(sqlite3_bind_parameter_count(bound))
        for (place, argument) in zip(Int32(1)..., arguments.prefix(places)) {
            let code: Int32 =
                switch argument {
                case .null: sqlite3_bind_null(bound, place)
                case .integer(let integer): sqlite3_bind_int64(bound, place, Int64(integer))
                case .text(""): sqlite3_bind_text(bound, place, "", 0, copied)
                case .text(var text):
                    text.withUTF8 { bytes in
                        bytes.withMemoryRebound(to: CChar.self) {
                            sqlite3_bind_text(bound, place, $0.baseAddress, Int32($0.count), copied)
                        }
                    }
                }
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
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
        try execute("DROP TABLE search", [])
        for statement in SQLiteTables.statements where statement.hasPrefix("CREATE VIRTUAL ") {
            try execute(statement, [])
        }
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

    func numberColumns(of table: String) throws -> Set<String> {
        Set(
            try rows("SELECT name FROM pragma_table_info(?) WHERE type = 'INTEGER'", [.text(table)]).map {
                $0.word("name")
            })
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
            guard statement.hasPrefix("CREATE TABLE ") else {
                try execute(statement, [])
                continue
            }
            let isKeyed = SQLiteTables.keyed.contains { statement.hasPrefix("CREATE TABLE \($0) ") }
            try execute(statement + (isKeyed ? " STRICT, WITHOUT ROWID" : " STRICT"), [])
        }
    }
}

private struct SQLiteCursor: RowCursor {
    private let columns: [String]
    private let statement: Statement
    private let cursor: GRDB.RowCursor

    init(_ statement: Statement, _ cursor: GRDB.RowCursor) {
        columns = statement.columnNames
        self.statement = statement
        self.cursor = cursor
    }

    func next() throws -> Row? {
        do {
            guard try cursor.next() != nil else { return nil }
            let values = (0..<Int32(columns.count)).map { SQLValue(statement.sqliteStatement, $0) }
            return Row(columns: columns, values: values)
        } catch {
            throw translated(error)
        }
    }
}

extension SQLValue {
    /// Whether it is a text with a NUL in it, at which whoever reads texts to their first NUL would stop.
    fileprivate var holdsNUL: Bool {
        guard case .text(var text) = self else { return false }
        return text.withUTF8 { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    }

    /// A column of the row that a statement has come to: a text by its length, whatever is in it. One that is not UTF-8 is
    /// read as another with a NUL at its end, which nothing on record ever has, so that no hash and no commitment fits it.
    fileprivate init(_ statement: SQLiteStatement, _ index: Int32) {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: self = .integer(Int(sqlite3_column_int64(statement, index)))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(statement, index)
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
            self = .text(String(validating: bytes, as: UTF8.self) ?? String(decoding: bytes, as: UTF8.self) + "\u{0}")
        default: self = .null
        }
    }
}
