import GRDB
import Testing
import Workflow

@testable import Ledger
@testable import Register

/// The tables made anew from the journal.
@Suite struct RebuildTests {
    private func forged(_ sql: String) throws -> TestRegister {
        let test = try TestRegister()
        try test.everything()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: test.path, configuration: configuration).write { try $0.execute(sql: sql) }
        return test
    }

    private func rebuild(_ test: TestRegister) throws -> RebuildReport {
        try test.register.write(by: "DCO North", deed: "rebuild") { operation, _ in try operation.rebuild() }
    }

    @Test func putsBackWhatWasAlteredTakenAwayAndAdded() throws {
        let test = try forged(
            """
            UPDATE decision SET kind = 'agreed';
            DELETE FROM declaration;
            UPDATE seat SET role = 'information-officer'
            WHERE id = (SELECT seat FROM term WHERE person = 'parent-rep-north');
            INSERT INTO term SELECT 9999, seat, person, since, until, deputy_for FROM term LIMIT 1;
            UPDATE item SET reference = 'N-8' WHERE reference = 'N-1';
            UPDATE tally SET count = count + 1;
            UPDATE vault SET findable = 1 WHERE field = 'contact';
            INSERT INTO search(search) VALUES ('delete-all');
            DELETE FROM vault_word;
            """)
        let report = try rebuild(test)
        #expect(report.changes.contains { $0.hasPrefix("decision ") && $0.hasSuffix(" was put back.") })
        #expect(report.changes.contains { $0.hasPrefix("declaration ") && $0.hasSuffix(" was put back.") })
        #expect(report.changes.contains("term 9999 was taken away."))
        #expect(report.changes.contains("N-1 was put back."))
        #expect(report.changes.contains("The search index was made anew."))
        #expect(report.changes.contains("The words by which values are looked up were made anew."))
        #expect(try test.read { try $0.check().problems } == [])
        #expect(try test.last().command == "rebuild")
        let found = try test.read { view in
            try view.search(["knew"], as: view.standing(of: TestRegister.dco), limit: 5) { _, _ in true }.count
        }
        #expect(found == 1)
    }

    @Test func changesNothingWhereNothingIsWrong() throws {
        let test = try TestRegister()
        try test.everything()
        let before = try test.last().id
        #expect(try rebuild(test).count == 0)
        #expect(try test.last().id == before)
    }

    @Test func isRefusedWhereTheJournalDoesNotVerify() throws {
        let test = try forged(
            """
            DROP TRIGGER operation_fixed;
            UPDATE operation SET actor = 'somebody-else' WHERE id = 3;
            UPDATE decision SET kind = 'agreed';
            """)
        let before = try test.bytes()
        #expect(throws: LedgerError.self) { try rebuild(test) }
        #expect(try test.bytes() == before)
    }

    /// What lies in the vault is in no journal: it cannot be put back, and stays told.
    @Test func doesNotMakeUpWhatWasSealed() throws {
        let test = try forged("UPDATE vault SET value = value || 'x' WHERE field = 'interest declared'")
        #expect(try rebuild(test).changes == [])
        let problems = try test.read { try $0.check().problems }
        #expect(problems.count == 1, "\(problems)")
    }
}
