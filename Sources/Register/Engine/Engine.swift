/// A database that can hold a register. SQL written against it stays in the subset that SQLite and PostgreSQL share; what
/// one of them alone has (pragmas, full-text search, backup) lives in that engine's own file.
protocol Engine: Sendable {
    /// Runs `body` against one unchanging state of the database.
    func read<T>(_ body: (any Connection) throws -> T) throws -> T
    /// Runs `body` as one transaction that holds the write lock from its first statement; everything is undone when it
    /// throws. Throws `RegisterError.busy` when another writer keeps the lock for too long.
    func write<T>(_ body: (any Connection) throws -> T) throws -> T
}

/// What can be asked of a database inside a transaction.
protocol Connection {
    func execute(_ sql: String, _ arguments: [SQLValue]) throws
    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row]
    /// How many rows the last statement inserted, updated or deleted.
    var changedRows: Int { get }
    /// The integer key of the last row inserted.
    var lastInsertedKey: Int { get }

    /// Makes text findable under a vault key, or no longer so.
    func index(_ text: String, key: Int) throws
    func unindex(_ text: String, key: Int) throws
    /// Leaves no word of what was unindexed in the search index's own pages.
    func scrubIndex() throws
    /// Vault keys whose text holds all the words (a last `*` finds beginnings), best first, but for the
    /// first ones skipped.
    func find(_ words: [String], limit: Int, after skipped: Int) throws -> [Int]
}

extension Connection {
    func execute(_ sql: String) throws { try execute(sql, []) }
    func rows(_ sql: String) throws -> [Row] { try rows(sql, []) }
    func row(_ sql: String, _ arguments: [SQLValue] = []) throws -> Row? { try rows(sql, arguments).first }
}
