import Testing
import Workflow

@testable import Register

/// What meetings decide, and how it is numbered.
struct DecisionTests {
    private func references(_ test: TestRegister, of meeting: String) throws -> [String] {
        try test.read { try $0.decisions(of: $0.item(meeting)) }.map(\.reference)
    }

    @Test func theyAreNumberedPerBodyAndYear() throws {
        let test = try TestRegister()
        try test.tabled(at: "board-2019-12-30")
        #expect(try references(test, of: "north-2019-12-19") == ["D-north-2019-1"])
        try test.openBoard(on: "2019-12-30")
        try test.cause(
            "board-own", on: "N-1", "2019-12-30", as: TestRegister.boardChair,
            [
                "decision": .text("The service writes to all"), "owner": .text("Board Chair"),
                "due": .day(TestRegister.day("2020-03-31")), "measure": .text("All have heard"),
                "plan": .text("IP-3.6"),
            ])
        #expect(try references(test, of: "board-2019-12-30") == ["D-board-2019-1"])
        // The next year's begin at one again, and the year is that of the meeting.
        _ = try test.raise(["scope": .text("systemic")])
        for (event, given) in TestRegister.acceptance { try test.cause(event, on: "N-2", "2019-12-20", given) }
        try test.schedule("north", "2020-01-01")
        try test.cause(
            "schedule", on: "N-2", "2019-12-20",
            ["meeting": .text("north-2020-01-01"), "late-reason": .text("It cannot wait")])
        try test.open("north-2020-01-01", on: "2020-01-01", publishing: "2019-12-30")
        try test.note("N-2", on: "2020-01-01")
        #expect(try references(test, of: "north-2020-01-01") == ["D-north-2020-1"])
    }

    @Test func aNumberThatWasUndoneIsNotGivenAgain() throws {
        let test = try TestRegister()
        try test.held()
        try test.note()
        let noted = try test.last()
        try test.write("2019-12-19") { try $0.undo(noted, as: $1) }
        #expect(try references(test, of: "north-2019-12-19") == [])
        try test.note()
        #expect(try references(test, of: "north-2019-12-19") == ["D-north-2019-2"])
    }

    @Test(arguments: ["Parent Rep North", "Health North", "DCO North"])
    func whatAnIncompleteMeetingDecidesIsProvisional(absent: String) throws {
        let test = try TestRegister()
        try test.held(without: absent)
        try test.note()
        let decision = try test.read { try $0.decisions(on: $0.item("N-1"))[0] }
        #expect(decision.isProvisional)
        #expect(decision.confirmedAt == nil)
    }

    @Test func aLaterMeetingConfirmsIt() throws {
        let test = try TestRegister()
        try test.held(without: "Parent Rep North")
        try test.note()
        try test.cause("conclude", on: "north-2019-12-19", "2019-12-19")
        #expect(try test.read { try $0.decision("D-north-2019-1") }.isProvisional)
        try test.held(on: "2019-12-30", with: ["DCO North"])
        // With the DCO alone it had no quorum.
        #expect(
            throws: RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "That meeting had no quorum, or no parent representative, and so can confirm nothing.",
                    remedies: [.give(["confirmed-at"])], code: "R8")
            ])
        ) {
            try test.cause(
                "confirm", on: "north-2019-12-19", "2019-12-30", ["confirmed-at": .text("north-2019-12-30")])
        }
        for name in TestRegister.members { try test.mark(name, .present, on: "2019-12-30", at: "north-2019-12-30") }
        try test.cause(
            "confirm", on: "north-2019-12-19", "2019-12-30", ["confirmed-at": .text("north-2019-12-30")])
        let decision = try test.read { try $0.decision("d-NORTH-2019-1") }
        #expect(!decision.isProvisional)
        #expect(decision.confirmedAt == "north-2019-12-30")
    }

    @Test func itHoldsItsKindItsWordingAndWhereItWasTaken() throws {
        let test = try TestRegister()
        try test.held()
        try test.note()
        let decision = try test.read { try $0.decision("D-north-2019-1") }
        #expect(decision.kind == "noted")
        #expect(decision.wording == "The wait is known")
        #expect(decision.issue == "N-1")
        #expect(decision.meeting == "north-2019-12-19")
        #expect(try test.stored(outsideTheVault: "The wait is known").isEmpty)
    }

    @Test func aMeetingThatHasNotMetDecidesNothing() throws {
        let test = try TestRegister()
        try test.published()
        #expect(
            throws: RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "Only the meeting can decide this, and it has not met yet.",
                    remedies: [.date])
            ])
        ) {
            try test.note(on: "2019-12-18")
        }
        #expect(try references(test, of: "north-2019-12-19") == [])
    }

    @Test func oneThatDoesNotExistIsToldWithHowTheyLook() throws {
        let test = try TestRegister()
        #expect(
            throws: RegisterError.notFound(
                "There is no decision D-north-2019-9.", remedies: [.say("They look like D-north-2020-3.")])
        ) {
            try test.read { _ = try $0.decision("D-north-2019-9") }
        }
    }
}
