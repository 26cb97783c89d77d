import Testing

@testable import Workflow

struct ClockStandingTests {
    private func phase(
        _ clock: Definition.Clock, _ running: RunningClock, on day: String
    ) throws -> ClockStanding.Phase? {
        let definition = Definition(
            name: "one", title: "One", roles: [], fields: [], sections: [], states: [], events: [], rules: [],
            clocks: [clock], facts: [])
        return definition.standings(
            of: Item(state: "open", clocks: [clock.name: running]), on: try .on(day), calendars: Samples.calendars
        ).first?.phase
    }

    private func running() throws -> RunningClock {
        RunningClock(started: try .on("2019-12-09"), due: try .on("2019-12-27"))
    }

    @Test(arguments: [
        ("2019-12-19", ClockStanding.Phase.running), ("2019-12-20", .warned), ("2019-12-26", .warned),
        ("2019-12-27", .dueToday), ("2019-12-28", .missed),
    ])
    func warnsInWorkingDaysWhereTheClockCountsThem(day: String, phase: ClockStanding.Phase) throws {
        let clock = Definition.Clock(
            name: "c", title: "C", runsIn: ["open"], lasts: .workingDays(12, calendar: "england-and-wales"), warns: 3)
        #expect(try self.phase(clock, running(), on: day) == phase)
    }

    @Test(arguments: [("2019-12-23", ClockStanding.Phase.running), ("2019-12-24", .warned)])
    func warnsInPlainDaysOtherwise(day: String, phase: ClockStanding.Phase) throws {
        let clock = Definition.Clock(name: "c", title: "C", runsIn: ["open"], until: "day", warns: 3)
        #expect(try self.phase(clock, running(), on: day) == phase)
    }

    @Test func missesNothingWhereTheDayMayPass() throws {
        let clock = Definition.Clock(name: "c", title: "C", runsIn: ["open"], lasts: .days(18), whenMissed: .pass)
        #expect(try phase(clock, running(), on: "2019-12-27") == .dueToday)
        #expect(try phase(clock, running(), on: "2019-12-28") == .passed)
    }

    @Test func neitherWarnsNorMissesWhileItStandsStill() throws {
        let clock = Definition.Clock(name: "c", title: "C", runsIn: ["open"], lasts: .days(18), warns: 5)
        var paused = try running()
        paused.pausedOn = paused.started
        #expect(try phase(clock, paused, on: "2020-02-01") == .paused)
    }

    @Test func theFirstDueDayIsTheEarliestThatSomebodyOwes() throws {
        let day = try Day.on("2019-12-09")
        func clock(_ name: String, _ missed: Definition.Clock.Missed = .flag) -> Definition.Clock {
            Definition.Clock(name: name, title: name, runsIn: ["open"], lasts: .days(9), whenMissed: missed)
        }
        let definition = Definition(
            name: "many", title: "Many", roles: [], fields: [], sections: [], states: [], events: [], rules: [],
            clocks: [clock("b"), clock("a"), clock("reminder", .pass), clock("paused")], facts: [])
        let item = Item(
            state: "open",
            clocks: [
                "a": RunningClock(started: day, due: day + 9), "b": RunningClock(started: day, due: day + 9),
                "reminder": RunningClock(started: day, due: day + 1),
                "paused": RunningClock(started: day, due: day + 1, pausedOn: day),
            ])
        #expect(definition.due(of: item)?.clock == "a")
        #expect(definition.due(of: Item()) == nil)
        let ordered = definition.standings(of: item, on: day, calendars: Samples.calendars).map(\.clock.name)
        #expect(ordered == ["paused", "reminder", "a", "b"])
    }
}
