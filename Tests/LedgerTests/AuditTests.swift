import Foundation
import Testing

@testable import Ledger

/// The check of a ledger that knows nothing of what it holds.
struct AuditTests {
    private func audit(_ shelf: Shelf, against head: Head? = nil) throws -> Audit {
        try shelf.engine.read { connection in
            let audit = Audit(of: connection, schema: Shelf.schema) { relation, key, _ in "\(relation.name) \(key)" }
            try audit.run(against: head) { item in
                for seal in item.row.map(Shelf.book.seals) ?? [] { audit.expectFindable(seal.seal) }
            }
            return audit
        }
    }

    private func problems(_ shelf: Shelf) throws -> [String] { try audit(shelf).findings.first }

    @Test func findsNothingWhereNothingIsWrong() throws {
        let shelf = try Shelf()
        try shelf.add("A heron")
        try shelf.add("A zebrafinch")
        try shelf.write { try $0.erase(of: .item(1)) }
        let audit = try audit(shelf)
        #expect(audit.findings.first == [])
        #expect(audit.operations == 4)
        #expect(audit.items == 2)
    }

    /// The words are those of the index, value by value; the number of values is more than is looked at in one piece.
    @Test func theSearchIndexOfManyValuesIsComparedPieceByPiece() throws {
        let shelf = try Shelf()
        try shelf.write { entry in
            for number in 1...5000 {
                let seal = try entry.seal(
                    "Book \(number) of herons", of: .item(number), section: "title", field: "title", findable: true)
                try entry.insert(Shelf.book, key: .integer(number), ["low", .text(seal.text), 1])
            }
        }
        #expect(try problems(shelf) == [])
        try shelf.tamper("INSERT INTO search(search, rowid, value) VALUES ('delete', 4321, 'Book 4321 of herons')")
        #expect(try problems(shelf) == ["The search index is not that of what may be found."])
    }

    @Test func pagesOfTheSearchIndexThatAreNotWhereItsMapSaysAreTold() throws {
        let shelf = try Shelf()
        try shelf.write { entry in
            for number in 1...3000 {
                let seal = try entry.seal(
                    "Book \(number) of herons", of: .item(number), section: "title", field: "title", findable: true)
                try entry.insert(Shelf.book, key: .integer(number), ["low", .text(seal.text), 1])
            }
        }
        try shelf.tamper("UPDATE search_idx SET term = CAST(term || 'x' AS BLOB)")
        #expect(try problems(shelf) == ["The search index is damaged."])
    }

    @Test func aNumberOfTheVaultIsNeverGivenTwice() throws {
        let shelf = try Shelf()
        try shelf.add("A heron")
        try shelf.write { try $0.erase(of: .item(1)) }
        #expect(try shelf.add("A zebrafinch").key == 2)
        #expect(try problems(shelf) == [])
    }

    @Test func erasingTwiceIsErasingOnce() throws {
        let shelf = try Shelf()
        let seal = try shelf.add("A heron")
        try shelf.write { try $0.erase(seal) }
        try shelf.write { try $0.erase(seal) }
        #expect(try shelf.engine.read { try $0.head()?.number } == 3)
        #expect(try problems(shelf) == [])
    }

    @Test func aHeadIsReadAsItIsPrinted() throws {
        let shelf = try Shelf()
        let head = try #require(try shelf.engine.read { try $0.head() })
        #expect(Head(head.description) == head)
        #expect(head.description.hasSuffix("-2020-01-01"))
        try shelf.add("A heron")
        #expect(try audit(shelf, against: head).findings.count == 0)
        let forged = try #require(Head("1-000000000000-2020-01-01"))
        #expect(
            try audit(shelf, against: forged).strangeHead
                == "Operation 1 is not the one that the head that was given names.")
    }

    /// Every operation after the first is chained to the one before it: nobody can leave one out and go on.
    @Test func whoeverChainsAnewGetsAnotherHead() throws {
        let shelf = try Shelf()
        try shelf.add("A heron")
        let head = try #require(try shelf.engine.read { try $0.head() })
        // Somebody who knows how it is done writes the second operation anew, by another, with all that hangs on it.
        let row = try #require(try shelf.engine.read { try $0.row("SELECT * FROM operation WHERE id = 2") })
        let first = try #require(try shelf.engine.read { try $0.row("SELECT hash FROM operation WHERE id = 1") })
        var changes = Hash()
        for change in try shelf.engine.read({
            try $0.rows("SELECT relation, key, before, after FROM change WHERE operation = 2 ORDER BY position")
        }) {
            for value in change.values { changes.add(value.text) }
        }
        var seals = Hash()
        for seal in try shelf.engine.read({ try $0.rows("SELECT commitment FROM seal ORDER BY id") }) {
            seals.add(seal.word("commitment"))
        }
        let hash = Chain.hash(
            after: first.word("hash"), number: 2, recorded: row.word("recorded"), effective: row.word("effective"),
            actor: "somebody-else", command: row.word("command"), reverses: nil, key: nil, words: nil, events: 0,
            sealed: 1, changes: changes.finish(), happened: Hash().finish(),
            seals: seals.finish())
        try shelf.tamper(
            """
            DROP TRIGGER operation_fixed;
            UPDATE operation SET actor = 'somebody-else', hash = '\(hash)' WHERE id = 2;
            """)
        let other = try audit(shelf, against: head)
        #expect(other.findings.first == ["The database's trigger operation_fixed is missing."])
        #expect(other.strangeHead == "Operation 2 is not the one that the head that was given names.")
    }
}
