import Foundation
import GRDB
import Partnership
import Workflow

@testable import Ledger
@testable import Register
import class Register.Operation

/// Somebody with the file and SQLite, who takes back what they did before anybody else sees it.
struct Forger {
    let queue: DatabaseQueue
    let rulebook: Rulebook

    init(_ test: TestRegister) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA ignore_check_constraints = ON") }
        queue = try DatabaseQueue(path: test.path, configuration: configuration)
        rulebook = test.rulebook
    }

    /// What a check says of the register with something done to it. The triggers that guard the journal stand aside.
    func problems(at moment: Date? = nil, after forge: (Database) throws -> Void) throws -> [String] {
        var found: [String] = []
        try queue.inTransaction { database in
            let triggers = try GRDB.Row.fetchAll(
                database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try forge(database)
            for trigger in triggers { try database.execute(sql: trigger["sql"] as String) }
            // Whoever checks has a connection of their own, on which nothing is ignored.
            try database.execute(sql: "PRAGMA ignore_check_constraints = OFF")
            defer { try? database.execute(sql: "PRAGMA ignore_check_constraints = ON") }
            found = try check(database, at: moment)
            return .rollback
        }
        return found
    }

    func problems(after sql: String) throws -> [String] { try problems { try $0.execute(sql: sql) } }

    private func check(_ database: Database, at moment: Date?) throws -> [String] {
        let view = View(
            connection: SQLiteConnection(database: database, schema: .register), rulebook: rulebook,
            today: TestRegister.day("2020-01-01"), present: TestRegister.day("2020-01-01"))
        do {
            return try view.check(at: moment).problems
        } catch {
            return ["The check itself ended: \(error)"]
        }
    }
}

extension TestRegister {
    /// A register in which every table has a row: a season with decisions, minutes, an interest, papers issued and recalled,
    /// corrections, an undo and somebody erased.
    func everything() throws {
        try held()
        let meeting = "north-2019-12-19"
        func deed(_ day: String = "2019-12-19", _ body: (Operation, StoredItem) throws -> Void) throws {
            try write(day) { operation, _ in try body(operation, operation.view.item(meeting)) }
        }
        try deed {
            try $0.declare(
                $0.view.known("Health North"), interest: "Works there", in: "8.1", of: $1, withdraws: false)
        }
        try deed { try $0.minute("8.1", of: $1, discussed: "Nobody knew why") }
        try deed { try $0.minute("8.1", of: $1, discussed: "The service knew why") }
        try deed { try $0.minute("11", of: $1, discussed: "A café was named") }
        try deed { operation, meeting in
            _ = try operation.resolve(
                kind: .noted, wording: "That it be noted", vote: Vote(inFavour: 1, against: 0),
                dissents: [(try operation.view.known("Health North"), "It is late")],
                under: operation.view.agendaItem("11", of: meeting), at: meeting)
        }
        try deed { operation, meeting in
            _ = try operation.record(
                (agreed: TestRegister.day("2019-12-19"), review: TestRegister.day("2020-12-18")),
                of: operation.view.body(of: meeting), at: meeting)
        }
        try cause("edit", on: "N-1", "2019-12-19", ["detail": .text("A heron instead")])
        try deed { operation, _ in _ = try operation.markMistaken("detail", of: operation.view.item("N-1")) }
        try note()
        try deed {
            try $0.release(
                StoredRelease(words: "heron", text: "A heron", reference: "N-1", field: "summary"), in: $1, about: "N-1"
            )
        }
        try deed {
            try $0.issue(
                [NewPaper(name: "agenda.html", format: "html", contents: Data("a".utf8))], setFrom: Data("m".utf8),
                of: "agenda", about: $1, edition: "public", mentioning: ["N-1"])
        }
        try deed { operation, _ in
            try operation.mail(operation.view.issued()[0], to: [operation.view.people()[0]])
        }
        try seat("Information Officer", at: "board/information-officer")
        let officer = try person("Information Officer")
        try write("2019-12-19", as: officer) { operation, _ in
            try operation.redact(operation.view.issuedModels()[0], to: Data("the rest".utf8))
        }
        try deed { operation, _ in
            _ = try operation.recall(
                operation.view.issued()[0], because: "A zebrafinch is in it", body: "north", area: "north", at: "10am")
        }
        try deed {
            try $0.release(
                StoredRelease(words: "service", text: "The service", reference: "N-1", field: "summary"), in: $1,
                about: "N-1")
        }
        try schedule("north", "2020-01-14", on: "2019-12-19")
        try write("2019-12-19") { operation, standing in
            let given: [String: Value] = [
                "meeting": .text("north-2020-01-14"), "under": .text("11"), "title": .text("A post"),
            ]
            let matter = try operation.begin("matter", by: "add", given: given, as: standing).item
            try operation.attach([AttachedFile(named: "a.txt", contents: Data("a paper".utf8))], to: matter)
        }
        try write("2019-12-19") { operation, _ in
            _ = try operation.call(for: operation.view.item("north-2020-01-14"), by: nil)
        }
        try raise(on: "2019-12-19")
        let logged = try last()
        try write("2019-12-19") { try $0.undo(logged, as: $1) }
        try write("2019-12-19") { operation, _ in
            try operation.add(Person(id: "gone", name: "Somebody Gone", email: "gone@example.org"))
        }
        // What erases is something that happens to a request; here, to an issue.
        try write("2019-12-19") { operation, standing in
            _ = try operation.cause(
                "remark", on: operation.view.item("N-1"), given: ["remark": .text("Erased as asked")], as: standing)
            try operation.erase(operation.view.known("Somebody Gone"))
        }
    }
}
