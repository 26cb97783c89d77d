import Foundation
import GRDB
import Testing

@testable import Ledger

/// A ledger of an older schema is brought up to the newest whole or not at all, after a copy was put beside it.
@Suite("Migration")
struct MigrationTests {
    private static let statements = [
        "CREATE TABLE reader (\n  id TEXT PRIMARY KEY,\n  ticket INTEGER NOT NULL\n)",
        "CREATE INDEX reader_ticket ON reader (ticket)",
        "INSERT INTO reader SELECT id, 1 FROM shelf",
    ]

    /// The made-up second schema, with something that cannot be done before one of its statements.
    private static func second(breaking broken: Int? = nil) -> Schema {
        var statements = statements
        if let broken { statements.insert("INSERT INTO nowhere VALUES (1)", at: broken) }
        return Shelf.schema.adding(statements.joined(separator: "\n--\n"))
    }

    private func version(_ path: String) throws -> (Int?, [String]) {
        let queue = try DatabaseQueue(path: path)
        return try queue.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA user_version"),
                try String.fetchAll(database, sql: "SELECT name FROM sqlite_master ORDER BY name")
            )
        }
    }

    @Test func anOlderLedgerIsBroughtUp() throws {
        let shelf = try Shelf()
        let before = try version(shelf.path)
        let engine = try SQLiteEngine(path: shelf.path, schema: MigrationTests.second())
        #expect(try engine.read { try $0.rows("SELECT ticket FROM reader").count } == 1)
        #expect(try version(shelf.path).0 == 2)
        // What was there is there still, under the schema that it had.
        let kept = "\(shelf.path).schema-1"
        #expect(try version(kept) == before)
        #expect(try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int == 0o600)
        _ = try SQLiteEngine(path: kept, schema: Shelf.schema)
        // The older program does not touch it any more.
        #expect(throws: LedgerError.newer(schema: 2, known: 1)) {
            _ = try SQLiteEngine(path: shelf.path, schema: Shelf.schema)
        }
    }

    @Test(arguments: 0...3)
    func whatFailsAtAnyStatementIsAsBefore(broken: Int) throws {
        let shelf = try Shelf()
        let before = try version(shelf.path)
        #expect(throws: LedgerError.self) {
            _ = try SQLiteEngine(path: shelf.path, schema: MigrationTests.second(breaking: broken))
        }
        #expect(try version(shelf.path) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path).allSatisfy { $0.count < 30 })
        // It is repeated without more ado.
        _ = try SQLiteEngine(path: shelf.path, schema: MigrationTests.second())
        #expect(try version(shelf.path).0 == 2)
    }

    /// A journalled table gets a column: what earlier operations say of its rows holds, and the new column is held too.
    @Test func aJournalledTableGetsAColumn() throws {
        let shelf = try Shelf()
        let old = try shelf.add("Emma")
        try shelf.add("Persuasion")
        let book = Relation(
            name: "book", key: "id", hasNumberedKey: true, columns: ["shelf", "title", "version", "year"],
            sealed: ["title"], later: ["year"])
        let second = Schema(
            applicationID: Shelf.schema.applicationID,
            migrations: [Shelf.first, "ALTER TABLE book ADD COLUMN year INTEGER"],
            relations: [.counter, .erased, Shelf.shelf, book], items: book)
        let engine = try SQLiteEngine(path: shelf.path, schema: second)
        func problems() throws -> [String] {
            try engine.read { connection in
                let audit = Audit(of: connection, schema: second) { relation, key, _ in "\(relation.name) \(key)" }
                // Titles are within reach of searches.
                try audit.run(against: nil) { item in
                    for seal in [Sealed(text: item.row?["title"]?.string)] { seal.map(audit.expectFindable) }
                }
                return audit.findings.first
            }
        }
        #expect(try problems() == [])
        func write(_ body: (Entry) throws -> Void) throws {
            try engine.write {
                let entry = try Shelf.entry(on: $0)
                try body(entry)
                try entry.finish()
            }
        }
        try write { _ = try $0.update(book, key: 1, ["year": 1815]) }
        try write { entry in
            let seal = try entry.seal("Sanditon", of: .item(9), section: "title", field: "title", findable: true)
            try entry.insert(book, key: 9, ["low", .text(seal.text), 1, 1817])
            try entry.update(book, key: 2, ["version": 2])
        }
        #expect(try problems() == [])
        // Taken back, the row is as the older schema had it.
        try write { _ = try $0.update(book, key: 1, ["year": .null]) }
        #expect(try problems() == [])
        let row = try engine.read { try $0.rows("SELECT after FROM change WHERE relation = 'book' ORDER BY operation") }
        #expect(row.first?.text("after") == row.last?.text("after"))
        #expect(row.first?.text("after")?.contains(old.text) == true)
        try shelf.tamper("UPDATE book SET year = 1900 WHERE id = 2")
        #expect(try problems() == ["book 2 is not as the journal has it: year."])
    }

    @Test func twoProgramsMigrateOnce() throws {
        let shelf = try Shelf()
        let path = shelf.path
        let errors = (0..<4).map { _ in LockedError() }
        DispatchQueue.concurrentPerform(iterations: 4) { index in
            do {
                _ = try SQLiteEngine(path: path, schema: MigrationTests.second())
            } catch {
                errors[index].error = error
            }
        }
        #expect(errors.allSatisfy { $0.error == nil })
        #expect(try version(shelf.path).0 == 2)
    }

    /// Each is written by one thread only.
    private final class LockedError: @unchecked Sendable {
        var error: (any Error)?
    }
}

extension Schema {
    fileprivate func adding(_ migration: String) -> Schema {
        Schema(applicationID: applicationID, migrations: [Shelf.first, migration], relations: relations, items: items)
    }
}
