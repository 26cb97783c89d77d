import Foundation
import Testing

@testable import Ledger

struct EntryTests {
    @Test func keepsEveryRowBeforeAndAfter() throws {
        let shelf = try Shelf()
        try shelf.write { try $0.update(Shelf.shelf, key: "low", ["title": "Lowest"]) }
        try shelf.write { try $0.delete(Shelf.shelf, key: "low") }
        let changes = try shelf.engine.read { try $0.rows("SELECT before, after FROM change WHERE relation = 'shelf'") }
        #expect(
            changes.map { [$0.text("before"), $0.text("after")] } == [
                [nil, #"{"title":"Low"}"#], [#"{"title":"Low"}"#, #"{"title":"Lowest"}"#],
                [#"{"title":"Lowest"}"#, nil],
            ])
    }

    @Test func writesNothingWhenTheRowIsNotAsExpected() throws {
        let shelf = try Shelf()
        try shelf.add("A heron")
        let written = try shelf.write { entry in
            let late = try entry.update(Shelf.book, key: 1, ["version": 3], guarding: ("version", 2))
            let isEmpty = entry.isEmpty
            return [late, isEmpty, try entry.update(Shelf.book, key: 1, ["version": 2], guarding: ("version", 1))]
        }
        #expect(written == [false, true, true])
    }

    @Test func anOperationThatFailsHalfwayChangesNothing() throws {
        let shelf = try Shelf()
        let before = try Data(contentsOf: URL(filePath: shelf.path))
        #expect(throws: LedgerError.readOnly) {
            try shelf.write { entry in
                try entry.insert(Shelf.shelf, key: "high", ["High"])
                throw LedgerError.readOnly
            }
        }
        let after = try Data(contentsOf: URL(filePath: shelf.path))
        #expect(after == before)
    }

    @Test func whatIsErasedIsGoneFromTheFileAndOnRecord() throws {
        let shelf = try Shelf()
        let seal = try shelf.add("A zebrafinch")
        try shelf.write { try $0.erase(of: .item(1)) }
        let file = try Data(contentsOf: URL(filePath: shelf.path))
        #expect(file.range(of: Data("zebrafinch".utf8)) == nil)
        #expect(try shelf.engine.read { try $0.open(seal) } == nil)
        #expect(try shelf.engine.read { try $0.rows("SELECT vault, operation FROM erased").map(\.values) } == [[1, 3]])
    }

    @Test func newLedgersAreMadeWhereNothingIs() throws {
        let shelf = try Shelf()
        #expect(throws: LedgerError.occupied) {
            _ = try SQLiteEngine(path: shelf.path, making: Shelf.schema) { _ in }
        }
    }
}
