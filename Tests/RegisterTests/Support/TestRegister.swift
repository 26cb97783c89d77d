import Foundation
import GRDB
import Partnership
import ProfileFile
import Workflow
import WorkflowFile

@testable import Register
import class Register.Operation

/// A register of the shipped profile in a folder of its own, which goes when the test ends. Two DCOs, a chair and the
/// Board's officers are seated.
final class TestRegister {
    let folder: URL
    let register: Register
    let rulebook: Rulebook
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardizedFileURL
    static let dco = Person(id: "dco-north", name: "DCO North", email: "dco.north@example.org")
    static let deputy = Person(id: "deputy-dco-north", name: "Deputy DCO North")
    static let secretary = Person(id: "board-secretary", name: "Board Secretary")
    static let boardChair = Person(id: "board-chair", name: "Board Chair")
    static let parentRep = Person(id: "parent-rep-north", name: "Parent Rep North")

    var path: String { folder.appending(path: "register.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "lap-register-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "register.sqlite").path
        rulebook = try TestRegister.shipped.get()
        try TestRegister.founded.get().write(to: URL(filePath: path))
        register = try Register.open(path: path, rulebook: rulebook, now: TestRegister.now)
    }

    /// It is always New Year's Day of 2020.
    static let now: @Sendable () -> Date = { Date(timeIntervalSince1970: 1_577_836_800) }

    /// Within a year of its bodies, so that nothing of a year's beginning comes up by itself.
    private static let begun = Day(iso: "2019-09-02")!

    private static let shipped = Result { try shippedRulebook() }

    /// The file of a register with everybody seated: made once, and copied for each test.
    private static let founded = Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "lap-register-\(UUID().uuidString).sqlite")
        defer { try? FileManager.default.removeItem(at: file) }
        let profile = try ProfileFile.read(
            TestRegister.texts(in: "Data/lancashire"), calendars: ["england-and-wales", "scotland", "northern-ireland"]
        ).get()
        let register = try Register.create(
            path: file.path, rulebook: shipped.get(),
            founding: Founding(
                profile: profile, person: dco, seats: [("north", "dco"), ("north", "chair")],
                on: begun), now: now)
        try register.write(by: dco.name, on: begun, deed: "test") { operation, _ in
            for (person, body, role) in [
                (deputy, "north", "dco"), (secretary, "board", "board-secretary"),
                (boardChair, "board", "board-chair"), (parentRep, "north", "parent-rep"),
            ] {
                try operation.add(person)
                try operation.take(body: body, role: role, person: person, since: nil)
            }
        }
        return try Data(contentsOf: file)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func shippedRulebook() throws -> Rulebook {
        let host = Host.partnership(calendars: ["england-and-wales", "scotland", "northern-ireland"])
        return Rulebook(
            source: { try String(contentsOf: checkout.appending(path: "Workflows/\($0).yaml"), encoding: .utf8) },
            read: { text, name in try WorkflowFile.read(text, name: "\(name).yaml", host: host).get() },
            calendars: { try CalendarFile.read(texts(in: "Data/calendars")).get() })
    }

    private static func texts(in folder: String) throws -> [SourceText] {
        let folder = checkout.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
            .sorted()
            .map { SourceText(name: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    @discardableResult
    func write<T>(
        _ day: String, as person: Person = TestRegister.dco, _ body: (Operation, Standing) throws -> T
    ) throws -> T {
        try register.write(by: person.name, on: Day(iso: day)!, deed: "test", body)
    }

    func read<T>(_ day: String = "2020-02-01", _ body: (View) throws -> T) throws -> T {
        try register.read(on: Day(iso: day)!, body)
    }

    static let concern: [String: Value] = [
        "safeguarding": .text("no"), "received": .day(Day(iso: "2019-12-02")!), "channel": .text("email"),
        "raised-by": .text("parent-carer"), "area": .text("north"), "theme": .text("salt"), "parallel": .list(["none"]),
        "summary": .text("Nine-month wait for a first therapy appointment"),
        "detail": .text("The zebrafinch letter came in October"), "name": .text("Family Quokka"),
        "contact": .text("quokka@example.org"), "consent": .list(["record", "discuss-anonymised"]),
    ]

    /// Logs a concern, with some fields of its own.
    @discardableResult
    func raise(_ own: [String: Value] = [:], on day: String = "2019-12-02") throws -> StoredItem {
        try write(day) { operation, standing in
            try operation.begin("issue", given: TestRegister.concern.merging(own) { $1 }, as: standing).item
        }
    }

    @discardableResult
    func cause(
        _ event: String, on reference: String, _ day: String, as person: Person = TestRegister.dco,
        _ given: [String: Value] = [:], expect: Int? = nil
    ) throws -> StoredItem {
        try write(day, as: person) { operation, standing in
            try operation.cause(
                event, on: operation.view.item(reference), given: given, as: standing, expect: expect
            ).item
        }
    }

    /// What brings a concern from its log to its acceptance.
    static let acceptance: [(event: String, given: [String: Value])] = [
        ("acknowledge", ["method": .text("email"), "reply-by": .day(Day(iso: "2019-12-31")!)]),
        (
            "accept",
            [
                "scope": .text("systemic"), "families": .number(14), "phase": .text("primary"), "severity": .number(3),
                "tried": .text("Asked twice"), "services": .text("Therapy service"), "outcome-sought": .text("A date"),
            ]
        ),
    ]

    /// A concern acknowledged and accepted.
    func accepted() throws -> StoredItem {
        let issue = try raise()
        try cause("acknowledge", on: issue.reference, "2019-12-03", TestRegister.acceptance[0].given)
        return try cause("accept", on: issue.reference, "2019-12-04", TestRegister.acceptance[1].given)
    }

    /// The tables in which a text stands, apart from the vault and its search index.
    func stored(outsideTheVault text: String) throws -> [String] {
        try DatabaseQueue(path: path).read { database in
            try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            ).filter { !$0.hasPrefix("vault") && !$0.contains("search") && !$0.contains("words") }.filter { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").contains { row in
                    row.databaseValues.contains { String.fromDatabaseValue($0)?.contains(text) ?? false }
                }
            }
        }
    }

    /// Every byte of the register's file.
    func bytes() throws -> Data { try Data(contentsOf: folder.appending(path: "register.sqlite")) }

    func holds(_ text: String) throws -> Bool { try bytes().range(of: Data(text.utf8)) != nil }
}
