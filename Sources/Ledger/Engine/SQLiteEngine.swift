import Foundation
import GRDB
import GRDBSQLite

/// A ledger in one SQLite file.
///
/// A rollback journal with `synchronous = EXTRA`, not WAL: SQLite before 3.51.3 (and the 3.50.7 and 3.44.6 lines) can lose
/// commits when two processes write and checkpoint a WAL. `secure_delete` overwrites what is erased.
public final class SQLiteEngine: Engine {
    let connections: SQLiteConnections
    private let schema: Schema

    /// Opens the file at `path`, and brings one that an older program wrote up to the schema. Throws `LedgerError.foreign`, `.newer`, `.cannotOpen`, `.busy`.
    ///
    /// - Parameter busySeconds: how long to wait while another process keeps the lock. Whoever reads waits for a commit alone.
    public init(path: String, schema: Schema, busySeconds: Double = SQLiteEngine.patience) throws {
        self.schema = schema
        connections = SQLiteConnections { try SQLiteEngine.queue(path, busySeconds) }
        let version = try read { try ($0 as? SQLiteConnection)?.checkSchema() } ?? 0
        if version < schema.version { try migrate(path, from: version) }
    }

    /// Makes a new ledger in an empty or missing file, and whatever `body` puts into it, in one transaction. Throws
    /// `LedgerError.occupied` when something stands there already.
    public init(path: String, making schema: Schema, _ body: (any Connection) throws -> Void) throws {
        self.schema = schema
        connections = SQLiteConnections { try SQLiteEngine.queue(path, SQLiteEngine.patience) }
        try write {
            try ($0 as? SQLiteConnection)?.makeSchema()
            try body($0)
        }
    }

    /// Seconds: longer than any everyday write and those in line before it take.
    public static let patience = 10.0

    /// One transaction, after a copy of the ledger as it was was put beside it: `register.sqlite.schema-1`.
    private func migrate(_ path: String, from version: Int) throws {
        let place = "\(path).schema-\(version)"
        let draft = "\(place).\(UUID().uuidString)"
        defer { unlink(draft) }
        try copy(to: draft)
        guard chmod(draft, 0o600) == 0, rename(draft, place) == 0 else { throw LedgerError.disk(writing: true) }
        try write { try ($0 as? SQLiteConnection)?.migrate() }
    }

    private static func queue(_ path: String, _ busySeconds: Double) throws -> DatabaseQueue {
        var configuration = Configuration()
        let patience = Patience(seconds: busySeconds)
        configuration.busyMode = .callback { patience.isLeft(afterTries: $0) }
        configuration.label = "ledger"
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = DELETE;
                    PRAGMA synchronous = EXTRA;
                    PRAGMA foreign_keys = ON;
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA cache_size = -16384;
                    """)
            // GRDB notes of each statement what it reads and writes, for those who observe changes: nobody does here, and it
            // costs as much as the rest of preparing one.
            sqlite3_set_authorizer(database.sqliteConnection, nil, nil)
        }
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw translated(error)
        }
    }

    public func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        do {
            return try connections.read { queue, kept in
                try queue.unsafeRead { try $0.inTransaction(.deferred, schema, kept, body: body) }
            }
        } catch {
            throw translated(error)
        }
    }

    public func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        do {
            return try connections.write { queue, kept in
                do {
                    return try queue.writeWithoutTransaction {
                        try $0.inTransaction(.immediate, schema, kept, body: body)
                    }
                } catch {
                    kept.forget()
                    throw error
                }
            }
        } catch {
            throw translated(error)
        }
    }

    /// Reads one of SQLite's settings back, to prove that it is in force.
    public func pragma(_ name: String) throws -> String? {
        try read {
            try $0.rows("PRAGMA \(name)").first?.values.first.map { "\($0.text ?? $0.integer.map(String.init) ?? "")" }
        }
    }
}

extension Database {
    fileprivate func inTransaction<T>(
        _ kind: TransactionKind, _ schema: Schema, _ kept: SQLiteKept, body: (any Connection) throws -> T
    ) throws -> T {
        var result: T?
        try inTransaction(kind) {
            result = try body(SQLiteConnection(database: self, schema: schema, kept: kept))
            return .commit
        }
        guard let result else { throw LedgerError.damaged("a transaction ended without an answer") }
        return result
    }
}
