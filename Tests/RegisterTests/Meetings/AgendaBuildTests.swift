import Testing
import Workflow

@testable import Register

/// How an agenda comes about, and how it changes afterwards.
struct AgendaBuildTests {
    private let meeting = "north-2019-12-19"

    private func numbers(_ test: TestRegister) throws -> [String] {
        try test.read { try $0.agenda(of: $0.item(meeting)) }.map(\.number)
    }

    private let standing = (1...15).map(String.init)

    /// An accepted issue of North besides N-1.
    private func another(_ test: TestRegister, theme: String = "ot") throws -> String {
        let reference = try test.raise(["theme": .text(theme)], on: "2019-12-04").reference
        for (event, given) in TestRegister.acceptance { try test.cause(event, on: reference, "2019-12-04", given) }
        return reference
    }

    private func bring(_ issue: String, _ test: TestRegister, on day: String = "2019-12-05", late: Bool = false) throws
    {
        var given: [String: Value] = ["meeting": .text(meeting)]
        if late { given["late-reason"] = .text("A letter came") }
        try test.cause("schedule", on: issue, day, given)
    }

    @Test func theStandingItemsStandEvenWhenNothingIsBrought() throws {
        let test = try TestRegister()
        try test.schedule("north", "2019-12-19")
        let built = try test.build(meeting)
        #expect(built.items.map(\.number) == standing)
        #expect(built.matters.isEmpty && built.carried.isEmpty && built.supplement == nil)
        #expect(built.items.map(\.minutes).reduce(0, +) == 120)
    }

    @Test func newIssuesComeByThemeUnderTheirStandingItem() throws {
        let test = try TestRegister()
        _ = try test.accepted()
        let other = try another(test)
        try test.schedule("north", "2019-12-19")
        try bring("N-1", test)
        try bring(other, test)
        let built = try test.build(meeting)
        #expect(built.matters == ["N-1", "N-2"])
        #expect(built.items.compactMap { $0.issue.map { [$0.reference] } }.flatMap(\.self) == ["N-2", "N-1"])
        #expect(built.items.filter { $0.issue != nil }.map(\.number) == ["8.1", "8.2"])
    }

    @Test func untilItIsPublishedItIsBuiltAnew() throws {
        let test = try TestRegister()
        _ = try test.accepted()
        try test.schedule("north", "2019-12-19")
        try bring("N-1", test)
        try test.build(meeting)
        try test.cause("unschedule", on: "N-1", "2019-12-05", ["reason": .text("Too early")])
        #expect(try test.build(meeting).items.map(\.number) == standing)
        let other = try another(test)
        try bring(other, test)
        #expect(try test.build(meeting).matters == [other])
        #expect(try numbers(test).count == 16)
        #expect(try test.read { try $0.check().problems } == [])
    }

    @Test func afterThatOnlyWhatIsNewComesInASupplement() throws {
        let test = try TestRegister()
        try test.published()
        #expect(try test.build(meeting, on: "2019-12-09").supplement == nil)
        let before = try numbers(test)
        let other = try another(test)
        try bring(other, test, on: "2019-12-09", late: true)
        let built = try test.build(meeting, on: "2019-12-09")
        #expect(built.supplement == 1)
        #expect(built.matters == [other])
        let line = try #require(built.items.first { $0.issue?.reference == other })
        #expect(line.number == "8.2")
        #expect(line.supplement == 1)
        #expect(line.lateReason == "A letter came")
        #expect(line.added == TestRegister.day("2019-12-09"))
        #expect(try numbers(test).filter { $0 != "8.2" } == before)
        // It is still to go out, and takes what comes by then.
        let third = try another(test, theme: "adhd")
        try bring(third, test, on: "2019-12-10", late: true)
        #expect(try test.build(meeting, on: "2019-12-10").supplement == 1)
        try test.cause("supplement", on: meeting, "2019-12-10", ["late-reason": .text("A letter came")])
        let fourth = try another(test, theme: "camhs")
        try bring(fourth, test, on: "2019-12-11", late: true)
        #expect(try test.build(meeting, on: "2019-12-11").supplement == 2)
        #expect(try test.stored(outsideTheVault: "A letter came").isEmpty)
    }

    @Test func whatWasDeferredToItIsPutOnIt() throws {
        let test = try TestRegister()
        try test.held()
        try test.schedule("north", "2020-01-07", on: "2019-12-19")
        try test.cause(
            "defer", on: "N-1", "2019-12-19",
            ["deferred-because": .text("not-reached"), "next-meeting": .text("north-2020-01-07")])
        #expect(try !test.read { try $0.agendaItem("8.1", of: $0.item(meeting)) }.reached)
        let built = try test.build("north-2020-01-07", on: "2019-12-19")
        #expect(built.carried == ["N-1"])
        #expect(built.heldBack.isEmpty)
        #expect(built.items.first { $0.issue != nil }?.number == "9.1")
        #expect(try test.item("N-1").state == "on-agenda")
        #expect(try test.item("N-1").text("meeting") == "north-2020-01-07")
    }

    @Test func whatWasCarriedComesBackAfterTheCutOffToo() throws {
        let test = try TestRegister()
        try test.held()
        try test.schedule("north", "2019-12-30", on: "2019-12-19")
        try test.cause(
            "defer", on: "N-1", "2019-12-19",
            ["deferred-because": .text("not-reached"), "next-meeting": .text("north-2019-12-30")])
        let built = try test.build("north-2019-12-30", on: "2019-12-27")
        #expect(built.carried == ["N-1"] && built.heldBack.isEmpty)
        #expect(try test.item("N-1").state == "on-agenda")
    }

    @Test func aMeetingThatIsCancelledHasNone() throws {
        let test = try TestRegister()
        try test.schedule("north", "2019-12-19")
        try test.cause("cancel", on: meeting, "2019-12-05", ["reason": .text("Snow")])
        #expect(
            throws: RegisterError.refused([
                Reason(
                    kind: .state, sentence: "north-2019-12-19 is cancelled; its agenda is closed.",
                    remedies: [.cause(event: "schedule", workflow: "meeting", giving: ["date"])])
            ])
        ) {
            try test.build(meeting)
        }
    }

    @Test func theBoardsAnswersAreHeardAtTheNextLAP() throws {
        let test = try TestRegister()
        try test.tabled(at: "board-2019-12-30")
        try test.build("board-2019-12-30", on: "2019-12-20", as: TestRegister.secretary)
        #expect(
            try test.read { try $0.agenda(of: $0.item("board-2019-12-30")) }.first { $0.issue != nil }?.number
                == "6.1")
        try test.openBoard(on: "2019-12-30")
        try test.cause(
            "board-own", on: "N-1", "2019-12-30", as: TestRegister.boardChair,
            [
                "decision": .text("The service writes to all"), "owner": .text("Board Chair"),
                "due": .day(TestRegister.day("2020-03-31")), "measure": .text("All have heard"),
                "plan": .text("IP-3.6"),
            ])
        try test.schedule("north", "2020-01-14", on: "2019-12-31")
        let built = try test.build("north-2020-01-14", on: "2019-12-31")
        let line = try #require(built.items.first { $0.issue?.reference == "N-1" })
        #expect(line.number == "5.1")
        #expect(line.title == "Answer of the SEND Partnership Board: Nine-month wait for a first therapy appointment")
    }
}
