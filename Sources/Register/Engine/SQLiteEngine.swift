import Foundation
import GRDB

/// The register in one SQLite file.
///
/// A rollback journal with `synchronous = EXTRA`, not WAL: SQLite before 3.51.3 (and the 3.50.7 and 3.44.6 lines) can lose
/// commits when two processes write and checkpoint a WAL. `secure_delete` overwrites what is erased.
final class SQLiteEngine: Engine {
    /// "LAPR", so that `file` and we can tell a register from any other SQLite database.
    static let applicationID = 0x4C41_5052

    private let queue: DatabaseQueue

    /// Opens the file at `path`. Throws `RegisterError.notARegister`, `.newer`, `.readOnly`, `.busy`.
    init(path: String, creating: Bool, busySeconds: Double = 5) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.label = "register"
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = DELETE;
                    PRAGMA synchronous = EXTRA;
                    PRAGMA foreign_keys = ON;
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -65536;
                    """)
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            if creating {
                try write { try Schema.create(on: $0) }
            } else {
                try read { try Schema.check(on: $0) }
            }
        } catch {
            throw translated(error)
        }
    }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        do {
            return try queue.unsafeRead { database in
                try database.inTransaction(.deferred, body: body)
            }
        } catch {
            throw translated(error)
        }
    }

    func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        do {
            return try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate, body: body)
            }
        } catch {
            throw translated(error)
        }
    }

    /// Reads one of SQLite's settings back, to prove that it is in force.
    func pragma(_ name: String) throws -> String? {
        try read {
            try $0.rows("PRAGMA \(name)").first?.values.first.map { "\($0.text ?? $0.integer.map(String.init) ?? "")" }
        }
    }
}

extension Database {
    fileprivate func inTransaction<T>(_ kind: TransactionKind, body: (any Connection) throws -> T) throws -> T {
        var result: T?
        try inTransaction(kind) {
            result = try body(SQLiteConnection(database: self))
            return .commit
        }
        guard let result else { throw RegisterError.damaged("a transaction ended without an answer") }
        return result
    }
}

private struct SQLiteConnection: Connection {
    let database: Database

    func execute(_ sql: String, _ arguments: [SQLValue]) throws {
        let statement = try database.cachedStatement(sql: sql)
        statement.setUncheckedArguments(bound(arguments))
        do {
            try statement.execute()
        } catch {
            // Here already, so that what a statement runs into can be told in the words of what was being done.
            throw translated(error)
        }
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
        let statement = try database.cachedStatement(sql: sql)
        statement.setUncheckedArguments(bound(arguments))
        var columns: [String: Int] = [:]
        for (index, name) in statement.columnNames.enumerated() { columns[name] = index }
        var rows: [Row] = []
        let cursor = try GRDB.Row.fetchCursor(statement)
        while let row = try cursor.next() {
            rows.append(Row(columns: columns, values: row.databaseValues.map(SQLValue.init)))
        }
        return rows
    }

    /// GRDB's other way to make arguments goes through a key path, which costs more than the rest of a small insert.
    private func bound(_ arguments: [SQLValue]) -> StatementArguments {
        StatementArguments(arguments.map { $0.databaseValue as (any DatabaseValueConvertible)? })
    }

    var changedRows: Int { database.changesCount }
    var lastInsertedKey: Int { Int(database.lastInsertedRowID) }

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

/// What went wrong in terms of the register. SQLite's own words stay out of it where they could quote a value.
private func translated(_ error: any Error) -> any Error {
    guard let failure = error as? DatabaseError else { return error }
    return switch failure.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: RegisterError.busy
    case .SQLITE_READONLY: RegisterError.readOnly
    case .SQLITE_CANTOPEN, .SQLITE_PERM: RegisterError.cannotOpen
    case .SQLITE_NOTADB: RegisterError.notARegister
    case .SQLITE_FULL: RegisterError.full
    case .SQLITE_IOERR: RegisterError.disk(writing: !failure.extendedResultCode.isAboutReading)
    case .SQLITE_CONSTRAINT: RegisterError.constraint(failure.message ?? "a constraint")
    default: RegisterError.damaged("SQLite \(failure.extendedResultCode.rawValue): \(failure.message ?? "no message")")
    }
}

extension ResultCode {
    fileprivate var isAboutReading: Bool {
        [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_FSTAT, .SQLITE_IOERR_ACCESS].contains(self)
    }
}
