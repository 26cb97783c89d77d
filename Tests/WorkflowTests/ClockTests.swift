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

    @Test func causesItsEventOnceInTheRoleOfTheSystem() throws {
        let item = try begin(on: "2019-12-02", ["until": .day(try .on("2019-12-03")), "level": .number(3)])
        #expect(definition.tick(item, in: Samples.setting(on: "2019-12-03")).steps.isEmpty)
        let after = Samples.setting(on: "2019-12-09")
        let ticked = definition.tick(item, in: after)
        #expect(ticked.steps.map(\.missed.clock) == ["end"])
        #expect(ticked.steps.first?.course.changes?.first?.capacity == "system")
        #expect(ticked.item.state == "done")
        #expect(definition.tick(ticked.item, in: after) == Ticked(item: ticked.item, steps: []))
    }

    @Test func triesARefusedEventAgainUntilItHappens() throws {
        var item = try begin(on: "2019-12-02", ["until": .day(try .on("2019-12-03"))])
        item.fields["owner"] = .text("system")
        let after = Samples.setting(on: "2019-12-09")
        for _ in 0..<2 {
            let ticked = definition.tick(item, in: after)
            #expect(ticked.steps.flatMap { $0.course.reasons }.map(\.code) == ["R2"])
            #expect(ticked.item == item)
        }
        item.fields["owner"] = .text("clerk@example.org")
        #expect(definition.tick(item, in: after).item.state == "done")
    }

    @Test func causesNothingWhereAnItemOnlyShowsAsOverdue() throws {
        let item = try begin(on: "2019-12-02")
        #expect(definition.missed(of: item, on: try .on("2019-12-09")).isEmpty)
    }

    /// An event that leaves its clock running does not happen again before the clock restarts.
    @Test func causesAnEventOnceWhereItsClockRunsOn() throws {
        let remind = Event(
            name: "remind", title: "Remind", from: ["open"], targets: [Target(state: nil)], by: ["system"])
        let begin = Event(name: "begin", title: "Begin", targets: [Target(state: "open")], by: ["clerk"])
        let again = Event(
            name: "again", title: "Again", from: ["open"], targets: [Target(state: nil)], by: ["clerk"])
        let definition = Definition(
            name: "reminded", title: "Reminded", roles: ["clerk", "system"], fields: [], sections: [],
            states: [State(name: "open", title: "Open")], events: [begin, remind, again], rules: [],
            clocks: [
                Definition.Clock(
                    name: "c", title: "C", runsIn: ["open"], lasts: .days(5), restartsOn: ["again"],
                    whenMissed: .event("remind"))
            ], facts: [])
        func happen(_ event: String, _ item: Item, on day: String) throws -> Item {
            try #require(definition.decide(event, on: item, in: Samples.setting(on: day)).change?.item)
        }
        let begun = try happen("begin", Item(), on: "2019-12-02")
        let reminded = definition.tick(begun, in: Samples.setting(on: "2019-12-10"))
        #expect(reminded.steps.count == 1)
        #expect(definition.tick(reminded.item, in: Samples.setting(on: "2019-12-20")).steps.isEmpty)
        let restarted = try happen("again", reminded.item, on: "2019-12-20")
        #expect(definition.tick(restarted, in: Samples.setting(on: "2019-12-25")).steps.isEmpty)
        #expect(definition.tick(restarted, in: Samples.setting(on: "2019-12-26")).steps.count == 1)
    }
}
