/// A database that can hold a ledger. SQL written against it stays in the subset that SQLite and PostgreSQL share; what one
/// of them alone has (pragmas, triggers, full-text search, backup) lives in that engine's own files.
public protocol Engine: Sendable {
    /// Runs `body` against one unchanging state of the database.
    func read<T>(_ body: (any Connection) throws -> T) throws -> T
    /// Runs `body` as one transaction that holds the write lock from its first statement; everything is undone when it
    /// throws. Throws `LedgerError.busy` when another writer keeps the lock for too long.
    func write<T>(_ body: (any Connection) throws -> T) throws -> T
    /// Copies everything to a new file, as it is at one moment, while others read and write.
    func copy(to path: String) throws
}
