import GRDB
import Testing
import Workflow

@testable import Register

struct JournalTests {
    @Test func rebuildsEveryTableFromTheJournal() throws {
        let test = try TestRegister()
        _ = try test.accepted()
        try test.raise(["area": .text("north"), "theme": .text("ot")], on: "2019-12-05")
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func noticesARowChangedBehindItsBack() throws {
        let test = try TestRegister()
        _ = try test.accepted()
        try DatabaseQueue(path: test.path).write {
            try $0.execute(sql: "UPDATE item SET state = 'closed', version = version + 1 WHERE reference = 'N-1'")
        }
        let problems = try test.read { try $0.check().problems }
        #expect(problems.contains { $0.contains("is not as the journal has it") })
        #expect(problems.contains { $0.contains("does not add up") })
    }

    @Test func noticesAJournalThatWasRewritten() throws {
        let test = try TestRegister()
        try test.raise()
        try DatabaseQueue(path: test.path).write {
            try $0.execute(sql: "DROP TRIGGER operation_fixed")
            try $0.execute(sql: "UPDATE operation SET actor = 'somebody-else' WHERE id = 3")
        }
        #expect(try test.read { try $0.check().problems }.contains { $0.contains("Operation 3") })
    }

    @Test func noticesASealedValueThatWasReplaced() throws {
        let test = try TestRegister()
        try test.raise()
        try DatabaseQueue(path: test.path).write {
            try $0.execute(sql: "UPDATE vault SET value = 'Another' WHERE field = 'name' AND item IS NOT NULL")
        }
        let problems = try test.read { try $0.check().problems }
        #expect(
            problems == [
                "N-1: name is not what was recorded.",
                "The words by which values are looked up are not those of the values.",
            ])
    }

    @Test func theJournalHoldsNoPersonalValueAndNoFreeText() throws {
        let test = try TestRegister()
        try test.raise()
        let lines = try DatabaseQueue(path: test.path).read {
            try String.fetchAll($0, sql: "SELECT coalesce(before, '') || coalesce(after, '') FROM change")
                + String.fetchAll($0, sql: "SELECT given FROM event")
        }.joined()
        #expect(lines.contains("\"channel\":\"email\""))
        for secret in ["Quokka", "quokka", "zebrafinch", "Nine-month"] { #expect(!lines.contains(secret)) }
    }

    @Test func undoPutsEveryRowBackAndKeepsTheHistory() throws {
        let test = try TestRegister()
        let issue = try test.accepted()
        let operation = try test.read { try $0.operations(limit: 1)[0] }
        try test.write("2019-12-04") { try $0.undo(operation, as: $1) }
        let after = try test.read { try $0.item(issue.reference) }
        #expect(after.state == "acknowledged")
        #expect(after.item.fields["scope"] == nil)
        let history = try test.read { view in
            try view.history(of: after, as: view.standing(of: TestRegister.dco))
        }
        #expect(history.map(\.event) == ["log", "acknowledge", "accept", "undo"])
        #expect(history.map(\.isUndone) == [false, false, true, false])
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func undoIsRefusedWhenTheRowHasChangedSince() throws {
        let test = try TestRegister()
        let issue = try test.raise()
        let logged = try test.read { try $0.operations(limit: 1)[0] }
        try test.cause(
            "acknowledge", on: issue.reference, "2019-12-03",
            ["method": .text("email"), "reply-by": .day(Day(iso: "2019-12-09")!)])
        #expect(
            throws: RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "\(issue.reference) has changed since operation \(logged.id).",
                    remedies: [.say("Undo the later operations first, newest first.")])
            ])
        ) {
            try test.write("2019-12-03") { try $0.undo(logged, as: $1) }
        }
        #expect(try test.read { try $0.item("N-1").state } == "acknowledged")
    }

    @Test func aNumberIsNeverGivenTwice() throws {
        let test = try TestRegister()
        try test.raise()
        let logged = try test.read { try $0.operations(limit: 1)[0] }
        try test.write("2019-12-02") { try $0.undo(logged, as: $1) }
        #expect(try test.raise().reference == "N-2")
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func totalsByStateEqualTheNumberOfIssues() throws {
        let test = try TestRegister()
        _ = try test.accepted()
        for _ in 0..<3 { try test.raise() }
        let report = try test.read { view in
            try view.status(areas: [], as: view.standing(of: TestRegister.dco))
        }
        #expect(report.tally.map(\.count).reduce(0, +) == 4)
        #expect(
            Dictionary(uniqueKeysWithValues: report.tally.map { ($0.state, $0.count) }) == ["accepted": 1, "logged": 3])
    }

    @Test func whatIsRecordedKeepsTheOrderInWhichItHappened() throws {
        let test = try TestRegister()
        let issue = try test.raise()
        #expect(
            throws: RegisterError.badInput(
                "N-1 last changed on 2019-12-02, after 2019-12-01.",
                remedies: [.dated(from: Day(iso: "2019-12-02")!)])
        ) {
            try test.cause(
                "acknowledge", on: issue.reference, "2019-12-01",
                ["method": .text("email"), "reply-by": .day(Day(iso: "2019-12-09")!)])
        }
    }
}
