import Foundation
import GRDB
import Ledger
import Testing
import Workflow

@testable import Register

struct EngineTests {
    @Test func losesNothingAcknowledged() throws {
        let test = try TestRegister()
        #expect(try test.register.setting("journal_mode") == "delete")
        #expect(try test.register.setting("synchronous") == "3")
        #expect(try test.register.setting("foreign_keys") == "1")
        #expect(try test.register.setting("secure_delete") == "1")
    }

    @Test func theJournalCannotBeChangedOrShortened() throws {
        let test = try TestRegister()
        let database = try DatabaseQueue(path: test.path)
        for statement in [
            "UPDATE operation SET command = 'x'", "DELETE FROM operation", "UPDATE change SET after = NULL",
            "DELETE FROM change", "UPDATE event SET name = 'x'", "DELETE FROM event",
        ] {
            #expect(throws: DatabaseError.self, "\(statement)") {
                try database.write { try $0.execute(sql: statement) }
            }
        }
    }

    @Test func refusesAFileThatIsNoRegister() throws {
        let test = try TestRegister()
        let other = test.folder.appending(path: "other.sqlite").path
        try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (x)") }
        #expect(throws: LedgerError.foreign) {
            _ = try Register.open(path: other, rulebook: test.rulebook)
        }
        try Data("not a database, only a few words of text that are long enough".utf8).write(to: URL(filePath: other))
        #expect(throws: LedgerError.foreign) {
            _ = try Register.open(path: other, rulebook: test.rulebook)
        }
    }

    @Test func refusesARegisterFromANewerLap() throws {
        let test = try TestRegister()
        try DatabaseQueue(path: test.path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: LedgerError.newer(schema: 99, known: Schema.register.version)) {
            _ = try Register.open(path: test.path, rulebook: test.rulebook)
        }
    }

    @Test func saysBusyWhenAnotherProcessKeepsTheLock() throws {
        let test = try TestRegister()
        let other = try DatabaseQueue(path: test.path)
        let register = try Register.open(path: test.path, rulebook: test.rulebook, busySeconds: 0.1)
        try other.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            #expect(throws: LedgerError.busy) {
                try register.write(by: "DCO North", on: Day(iso: "2019-12-02")!, deed: "test") { _, _ in }
            }
            try database.execute(sql: "ROLLBACK")
        }
    }

    @Test func anOperationThatFailsHalfwayChangesNothing() throws {
        let test = try TestRegister()
        let before = try test.bytes()
        #expect(throws: RegisterError.refused([])) {
            try test.write("2019-12-02") { operation, standing in
                _ = try operation.begin("issue", given: TestRegister.concern, as: standing)
                throw RegisterError.refused([])
            }
        }
        #expect(try test.bytes() == before)
        #expect(try test.raise().reference == "N-1")
    }

    @Test func whatWouldHappenIsToldWithoutALock() throws {
        let test = try TestRegister()
        let before = try test.bytes()
        let foreseen = try test.register.write(by: "DCO North", deed: "hold") { _, _ in
            // While somebody else writes.
            try Register.open(
                path: test.path, rulebook: test.rulebook, now: { Date(timeIntervalSince1970: 1_577_836_800) }
            )
            .read(by: "DCO North", on: Day(iso: "2019-12-02")!) { view, standing in
                try (0..<2).map { _ in
                    try view.judge(
                        "log", of: "issue", on: nil, given: TestRegister.concern, as: standing, day: view.today
                    ).item.reference
                }
            }
        }
        #expect(foreseen == ["N-1", "N-2"])
        #expect(try test.bytes() == before)
    }
}
