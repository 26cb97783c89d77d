import Testing

@testable import Workflow

struct ClockTests {
    let definition: Definition

    init() throws { definition = try Samples.definition() }

    private func happen(_ event: String, _ item: Item, _ given: [String: Value] = [:], on day: String) throws -> Item {
        let decision = definition.decide(event, on: item, given: given, in: Samples.setting(on: day))
        return try #require(decision.change?.item, "\(decision.reasons.map(\.sentence))")
    }

    private func begin(on day: String, _ given: [String: Value] = [:]) throws -> Item {
        try happen("begin", Item(), given.merging(["title": .text("A")]) { first, _ in first }, on: day)
    }

    @Test func startsOnEnteringAndCountsWorkingDays() throws {
        let item = try begin(on: "2019-12-20")
        #expect(item.clocks["answer"] == RunningClock(started: try .on("2019-12-20"), due: try .on("2019-12-27")))
        #expect(item.clocks["end"]?.due == (try .on("2020-01-17")))
        #expect(definition.due(of: item)?.clock == "answer")
    }

    @Test func takesADeadlineFromItsField() throws {
        let item = try begin(on: "2019-12-20", ["until": .day(try .on("2019-12-24")), "level": .number(4)])
        #expect(item.clocks["end"]?.due == (try .on("2019-12-24")))
        #expect(definition.due(of: item)?.clock == "end")
    }

    @Test func standsStillInAStateAndMovesOnByTheWorkingDaysLost() throws {
        let item = try begin(on: "2019-12-19")
        #expect(item.clocks["answer"]?.due == (try .on("2019-12-24")))
        let waiting = try happen("wait", item, ["reason": .text("x")], on: "2019-12-20")
        #expect(waiting.clocks["answer"]?.pausedOn == (try .on("2019-12-20")))
        #expect(definition.due(of: waiting)?.clock == "end")
        let resumed = try happen("resume", waiting, on: "2020-01-06")
        // Two working days were left: 7 and 8 January.
        #expect(resumed.clocks["answer"]?.due == (try .on("2020-01-08")))
        #expect(resumed.clocks["answer"]?.pausedOn == nil)
    }

    @Test func standsStillWhileItsFlagIsSet() throws {
        let item = try begin(on: "2019-12-19")
        let resting = try happen("rest", item, ["resting": .flag(true)], on: "2019-12-19")
        #expect(resting.clocks["answer"]?.pausedOn == (try .on("2019-12-19")))
        let awake = try happen("rest", resting, ["resting": .flag(false)], on: "2019-12-23")
        #expect(awake.clocks["answer"]?.due == (try .on("2019-12-30")))
    }

    @Test func keepsRunningThroughStatesItRunsInAndEndsAfterThem() throws {
        let item = try begin(on: "2019-12-02")
        let waiting = try happen("wait", item, ["reason": .text("x")], on: "2019-12-03")
        #expect(waiting.clocks["end"] == item.clocks["end"])
        let done = definition.decide(
            "finish", on: waiting, in: Samples.setting(on: "2019-12-04", as: ["boss"], person: "b"))
        #expect(done.change?.item.clocks.isEmpty == true)
    }

    @Test func refusesWhenItsCalendarIsNotKnown() {
        let setting = Setting(on: Day(number: 18_000), actor: Actor(person: "p", roles: ["clerk"]))
        let reasons = definition.decide("begin", on: Item(), given: ["title": .text("A")], in: setting).reasons
        #expect(
            reasons.map(\.sentence) == ["“Answer” counts in the calendar “england-and-wales”, which is not known."])
    }

    @Test func firesOnceAndLetsTheSystemAct() throws {
        let item = try begin(on: "2019-12-02", ["until": .day(try .on("2019-12-03")), "level": .number(3)])
        let onTheDay = Samples.setting(on: "2019-12-03")
        #expect(definition.nextMissed(of: item, in: onTheDay) == nil)
        let after = Samples.setting(on: "2019-12-09")
        let missed = try #require(definition.nextMissed(of: item, in: after))
        #expect(missed.clock == "end")
        #expect(missed.item.state == "done")
        #expect(definition.nextMissed(of: missed.item, in: after) == nil)
    }

    @Test func flagsAMissedClockOnce() throws {
        let item = try begin(on: "2019-12-02")
        let after = Samples.setting(on: "2019-12-09")
        let missed = try #require(definition.nextMissed(of: item, in: after))
        #expect(missed.clock == "answer" && missed.outcome == .flagged)
        #expect(missed.item.clocks["answer"]?.fired == (try .on("2019-12-09")))
        #expect(definition.nextMissed(of: missed.item, in: after) == nil)
    }
}
