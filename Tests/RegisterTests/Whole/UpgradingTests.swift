import Foundation
import Partnership
import Testing
import Workflow
import WorkflowFile

@testable import Register
import class Register.Operation

/// Live items under a version of their workflow that is no longer in force.
struct UpgradingTests {
    /// The same register with the workflow changed.
    private func later(_ test: TestRegister, _ changes: (old: String, new: String)...) throws -> Register {
        let host = Host.partnership(calendars: ["england-and-wales", "scotland", "northern-ireland"])
        let old = test.rulebook
        let text = try changes.reduce(old.text(of: "issue")) { text, change in
            try #require(text.contains(change.old), "\(change.old)")
            return text.replacing(change.old, with: change.new)
        }
        let rulebook = Rulebook(
            source: { $0 == "issue" ? text : try old.text(of: $0) },
            read: { text, name in try WorkflowFile.read(text, name: "\(name).yaml", host: host).get() },
            calendars: { try old.calendars { nil } })
        return try Register.open(
            path: test.path, rulebook: rulebook, now: { Date(timeIntervalSince1970: 1_577_836_800) })
    }

    private func verdicts(_ register: Register, on day: String = "2019-12-06") throws -> [ItemUpgrade] {
        try register.read(on: TestRegister.day(day)) { try $0.upgrades(of: "issue", clocks: .rebase) }
    }

    private func upgrade(_ register: Register, by name: String) throws -> [ItemUpgrade] {
        try register.write(by: name, on: TestRegister.day("2019-12-06"), deed: "upgrade") {
            try $0.upgrade("issue", clocks: .rebase, as: $1)
        }
    }

    private let longer = (
        old: "    starts: received\n    lasts: 3 working days", new: "    starts: received\n    lasts: 9 working days"
    )

    @Test func nothingIsToBeDoneWhileTheSameVersionIsInForce() throws {
        let test = try TestRegister()
        try test.raise()
        #expect(try verdicts(test.register).isEmpty)
    }

    @Test func whatCanGoOnMovesWithOneEventAndItsOwnHistory() throws {
        let test = try TestRegister()
        try test.raise()
        let register = try later(test, longer)
        #expect(try verdicts(register).map(\.answer) == [.moves])
        #expect(try test.item("N-1").due?.on == TestRegister.day("2019-12-05"))
        #expect(try upgrade(register, by: "DCO North").map(\.answer) == [.moves])
        let (item, events, problems) = try register.read(by: "DCO North") { view, standing in
            let item = try view.item("N-1")
            return (item, try view.history(of: item, as: standing).map(\.event), try view.check().problems)
        }
        #expect(item.due?.on == TestRegister.day("2019-12-13"))
        #expect(item.version == 2)
        #expect(events == ["log", "upgrade"])
        #expect(problems == [])
        #expect(try verdicts(register).isEmpty)
    }

    @Test func whatTheLaterVersionNeedsAndIsNotOnRecordIsSaid() throws {
        let test = try TestRegister()
        try test.raise()
        let register = try later(
            test, (old: "      ehcp: optional\n      need", new: "      ehcp: required\n      need"))
        let verdict = try #require(verdicts(register).first)
        #expect(verdict.answer == .needsInput)
        #expect(verdict.witness?.event == "log")
        #expect(try upgrade(register, by: "DCO North").map(\.answer) == [.needsInput])
        #expect(try test.item("N-1").version == 1)
    }

    @Test func onlyThoseWhomTheLaterVersionNamesMoveThem() throws {
        let test = try TestRegister()
        try test.raise()
        let register = try later(test, longer)
        #expect(
            throws: RegisterError.notPermitted(
                "Moving these items to the version of “Issue” in force is for the Designated Clinical Officer or "
                    + "information officer they belong to, which Parent Rep North is not.",
                remedies: [.act(as: ["dco", "information-officer"])])
        ) {
            _ = try upgrade(register, by: "Parent Rep North")
        }
    }

    @Test func whatBeginsAfterwardsBeginsUnderTheLaterVersion() throws {
        let test = try TestRegister()
        try test.raise()
        let register = try later(test, longer)
        let due = try register.write(by: "DCO North", on: TestRegister.day("2019-12-02"), deed: "log") {
            try $0.begin("issue", given: TestRegister.concern, as: $1).item.due?.on
        }
        #expect(due == TestRegister.day("2019-12-13"))
        #expect(try verdicts(register).map(\.item.reference) == ["N-1"])
        let versions = try register.read(on: TestRegister.day("2019-12-06")) { try $0.definitions() }
        #expect(versions.filter { $0.workflow == "issue" }.map(\.isInForce) == [false, true])
    }
}
