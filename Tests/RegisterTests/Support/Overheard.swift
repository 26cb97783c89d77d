@testable import Ledger
@testable import Register

/// A connection that counts what is read through it, and tells how the engine looks for it.
final class Overheard: Connection {
    private let connection: any Connection
    private(set) var rowsRead = 0
    private(set) var plans: [(sql: String, plan: String)] = []

    init(_ connection: any Connection) { self.connection = connection }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
        let rows = try connection.rows(sql, arguments)
        rowsRead += rows.count
        let plan = try connection.rows("EXPLAIN QUERY PLAN \(sql)", arguments).map { $0.word("detail") }
        plans.append((sql, plan.joined(separator: "; ")))
        return rows
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws { try connection.execute(sql, arguments) }
    func cursor(_ sql: String, _ arguments: [SQLValue]) throws -> any RowCursor {
        try connection.cursor(sql, arguments)
    }
    var schema: Schema { connection.schema }
    func kept<Value: Sendable>(_ name: String, _ make: () throws -> Value) throws -> Value {
        try connection.kept(name, make)
    }
    func forgetKept() { connection.forgetKept() }
    var changedRows: Int { connection.changedRows }
    func index(_ text: String, key: Int) throws { try connection.index(text, key: key) }
    func unindex(_ text: String, key: Int) throws { try connection.unindex(text, key: key) }
    func scrubIndex() throws { try connection.scrubIndex() }
    func rebuildIndex() throws { try connection.rebuildIndex() }
    func deferForeignKeys() throws { try connection.deferForeignKeys() }
    func find(_ words: [String], limit: Int, after skipped: Int) throws -> [Int] {
        try connection.find(words, limit: limit, after: skipped)
    }
    func numberColumns(of table: String) throws -> Set<String> { try connection.numberColumns(of: table) }
    func faults() throws -> [String] { try connection.faults() }
    func mendSchema() throws -> [String] { try connection.mendSchema() }
    func searchFaults() throws -> [String] { try connection.searchFaults() }
}

extension TestRegister {
    /// What somebody asks, and what is read for it.
    func overhear<T>(_ day: String, _ body: (View) throws -> T) throws -> (answer: T, heard: Overheard) {
        try read(day) { view in
            let heard = Overheard(view.connection)
            let view = View(connection: heard, rulebook: view.rulebook, today: view.today, present: view.present)
            return (try body(view), heard)
        }
    }

    /// N-1 so many times more, as far as lists tell: the journal knows nothing of it.
    func multiply(by count: Int, area: String = "north") throws {
        let stored = Relation.item.stored.map { column in
            switch column {
            case "reference": "'X-' || more.n"
            case "area": "'\(area)'"
            default: column
            }
        }
        try register.engine.write {
            try $0.execute(
                """
                WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < ?)
                INSERT INTO item (id, \(Relation.item.stored.joined(separator: ", ")))
                SELECT 10000 + more.n, \(stored.joined(separator: ", ")) FROM item, more WHERE reference = 'N-1'
                """, [.integer(count)])
        }
    }
}
