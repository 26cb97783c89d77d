/// What can be asked of a database inside a transaction.
public protocol Connection {
    func execute(_ sql: String, _ arguments: [SQLValue]) throws
    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row]
    /// The same rows one after the other, however many there are.
    func cursor(_ sql: String, _ arguments: [SQLValue]) throws -> any RowCursor
    /// What its tables are made by.
    var schema: Schema { get }
    /// What is made of rows that nothing changes once a ledger is made: kept until another writes to the ledger.
    func kept<Value: Sendable>(_ name: String, _ make: () throws -> Value) throws -> Value
    func forgetKept()
    /// How many rows the last statement inserted, updated or deleted.
    var changedRows: Int { get }

    /// Makes text findable under a vault key, or no longer so.
    func index(_ text: String, key: Int) throws
    func unindex(_ text: String, key: Int) throws
    /// Leaves no word of what was unindexed in the search index's own pages.
    func scrubIndex() throws
    /// Makes the search index anew, from nothing, of the values marked as findable.
    func rebuildIndex() throws
    /// Lets rows refer to others that are not there yet, until the transaction ends.
    func deferForeignKeys() throws
    /// Vault keys whose text holds all the words (a last `*` finds beginnings), best first, but for the
    /// first ones skipped.
    func find(_ words: [String], limit: Int, after skipped: Int) throws -> [Int]

    /// The columns of a table that hold numbers; all others hold texts.
    func numberColumns(of table: String) throws -> Set<String>

    /// What is wrong with the database itself, whatever it stores: each a sentence.
    func faults() throws -> [String]
    /// Takes away indexes, triggers and views that do not belong there, and makes those that are missing.
    ///
    /// - Returns: what was changed, each a sentence.
    func mendSchema() throws -> [String]
    /// The same of the search index: whether it holds the words of the values marked as findable, and no others, and its own
    /// tables nothing else.
    func searchFaults() throws -> [String]
}

/// Rows that are read when they are asked for.
public protocol RowCursor {
    func next() throws -> Row?
}

extension Connection {
    public func execute(_ sql: String) throws { try execute(sql, []) }
    public func rows(_ sql: String) throws -> [Row] { try rows(sql, []) }
    public func cursor(_ sql: String) throws -> any RowCursor { try cursor(sql, []) }
    public func row(_ sql: String, _ arguments: [SQLValue] = []) throws -> Row? { try rows(sql, arguments).first }

    /// A journalled row as it is stored: the values of its columns; nil when there is none.
    public func stored(_ relation: Relation, key: SQLValue) throws -> [SQLValue]? {
        try row(relation.selection, [key])?.values
    }
}
