import Foundation
import GRDB

@testable import Ledger

/// A ledger of books on shelves in a folder of its own, which goes when the test ends.
final class Shelf: Sendable {
    static let shelf = Relation(name: "shelf", key: "id", columns: ["title"])
    static let book = Relation(
        name: "book", key: "id", hasNumberedKey: true, columns: ["shelf", "title", "version"], sealed: ["title"])
    static let first = [
        Schema.ledger1,
        """
        CREATE TABLE shelf (
          id TEXT PRIMARY KEY,
          title TEXT NOT NULL
        )
        --
        CREATE TABLE book (
          id INTEGER PRIMARY KEY,
          shelf TEXT NOT NULL REFERENCES shelf (id),
          title TEXT NOT NULL,
          version INTEGER NOT NULL
        )
        """,
    ].joined(separator: "\n--\n")
    static let schema = Schema(
        applicationID: 0x5348_454C, migrations: [first], relations: [.counter, .erased, shelf, book],
        items: book)

    let folder: URL
    let engine: SQLiteEngine
    var path: String { folder.appending(path: "ledger.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        engine = try SQLiteEngine(path: folder.appending(path: "ledger.sqlite").path, making: Shelf.schema) {
            let entry = try Shelf.entry(on: $0)
            try entry.insert(Shelf.shelf, key: "low", ["Low"])
            try entry.finish()
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func entry(on connection: any Connection) throws -> Entry {
        try Entry(
            on: connection, by: "reader", effective: "2020-01-01", recorded: "2020-01-01T00:00:00Z", command: "test")
    }

    /// One operation.
    @discardableResult
    func write<T>(_ body: (Entry) throws -> T) throws -> T {
        try engine.write {
            let entry = try Shelf.entry(on: $0)
            let answer = try body(entry)
            if !entry.isEmpty { try entry.finish() }
            return answer
        }
    }

    /// Adds a book whose title lies in the vault, and tells where.
    @discardableResult
    func add(_ title: String) throws -> Sealed {
        try write { entry in
            let key = try entry.next(in: "book")
            let seal = try entry.seal(title, of: .item(key), section: "title", field: "title", findable: true)
            try entry.insert(Shelf.book, key: .integer(key), ["low", .text(seal.text), 1])
            return seal
        }
    }

    /// Does something to the file that no operation does.
    func tamper(_ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }
}
