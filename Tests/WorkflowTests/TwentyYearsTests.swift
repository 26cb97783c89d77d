import Testing

@testable import Workflow

/// Every day of 2009 to 2028 against an independent implementation.
struct TwentyYearsTests {
    let years: TwentyYears
    let calendars: Calendars

    init() throws {
        years = try TwentyYears()
        calendars = Calendars([years.calendar])
    }

    /// The days on which the two differ.
    private func differences(_ kind: String, _ deadline: (Day) throws -> Day?) throws -> [String] {
        try years[kind].compactMap { start, end in
            let found = try deadline(start)
            return found == end ? nil : "\(start): \(found?.description ?? "none"), not \(end)"
        }
    }

    @Test(arguments: [1, 3, 20, 60])
    func countsWorkingDays(count: Int) throws {
        #expect(try differences("working-\(count)") { years.calendar.adding(workingDays: count, to: $0) } == [])
        for (start, end) in try years["working-\(count)"] {
            #expect(years.calendar.workingDays(from: start, to: end) == count)
        }
    }

    @Test func countsWorkingDaysBack() throws {
        #expect(try differences("working-back-10") { years.calendar.adding(workingDays: -10, to: $0) } == [])
    }

    @Test func givesClearDaysOfNotice() throws {
        #expect(try differences("clear-5") { years.calendar.lastDay(toGive: 5, before: $0) } == [])
    }

    @Test(arguments: [("months-1", 1), ("months-6", 6), ("months-back-1", -1)])
    func countsMonths(kind: String, count: Int) throws {
        #expect(try differences(kind) { $0.adding(months: count) } == [])
    }

    @Test func rollsDueDaysOutOfRangesOfTheYear() throws {
        let clock = Definition.Clock(
            name: "c", title: "C", runsIn: [], lasts: .months(2), rolls: try Samples.statutoryRolls())
        #expect(try differences("rolled-2-months") { try clock.begins(on: $0, calendars)?.due } == [])
    }

    @Test func rollsDueDaysOntoTheNextWorkingDay() throws {
        let roll = Roll(onto: .nextWorkingDay, calendar: "twenty")
        let clock = Definition.Clock(name: "c", title: "C", runsIn: [], lasts: .days(28), rolls: [roll])
        #expect(try differences("next-working-28-days") { try clock.begins(on: $0, calendars)?.due } == [])
    }

    @Test func rollsDueDaysBack() throws {
        let christmas = try Samples.range("25 December", "1 January")
        let clock = Definition.Clock(
            name: "c", title: "C", runsIn: [], lasts: .months(1),
            rolls: [
                Roll(range: christmas, onto: .previousWorkingDay, calendar: "twenty"),
                Roll(onto: .previousWorkingDay, calendar: "twenty"),
            ])
        #expect(try differences("back-1-month") { try clock.begins(on: $0, calendars)?.due } == [])
    }

    /// A certificate comes up to 44 days after the decision, or not at all.
    @Test func takesTheLaterOfTwoDeadlines() throws {
        let clock = Definition.Clock(
            name: "c", title: "C", runsIn: [], starts: "decided", lasts: .months(2),
            orLater: Definition.Clock.Span(starts: "certified", lasts: .months(1)), rolls: try Samples.statutoryRolls())
        let found = try differences("later-of-two") { day in
            let wait = ordinal(day) * 11 % 60
            var record = ["decided": day]
            if wait < 45 { record["certified"] = day + wait }
            return try clock.begin(on: day + 100, by: calendars) { record[$0] }?.due
        }
        #expect(found == [])
    }

    @Test(arguments: [
        ("paused-10-working", Period.workingDays(10, calendar: "twenty")), ("paused-28-days", .days(28)),
    ])
    func movesOnByTheTimeItStoodStill(kind: String, lasts: Period) throws {
        let definition = Samples.stoppable(lasts)
        let found = try differences(kind) { day in
            let stop = day + ordinal(day) % 9
            let go = stop + ordinal(day) * 7 % 23
            var item = Item()
            for (event, on) in [("begin", day), ("stop", stop), ("go", go)] {
                let setting = Setting(on: on, actor: Actor(person: "p", roles: ["clerk"]), calendars: calendars)
                item = try #require(definition.decide(event, on: item, in: setting).change?.item)
            }
            return item.clocks["answer"]?.due
        }
        #expect(found == [])
    }

    @Test func comparesEveryKind() {
        #expect(
            years.kinds == [
                "working-1", "working-3", "working-20", "working-60", "working-back-10", "clear-5", "months-1",
                "months-6", "months-back-1", "rolled-2-months", "next-working-28-days", "back-1-month", "later-of-two",
                "paused-10-working", "paused-28-days",
            ])
    }

    /// Days since 1 January of the year 1, which is 1: Python's count.
    private func ordinal(_ day: Day) -> Int { day.number + 719_163 }
}

extension Definition.Clock {
    fileprivate func begins(on day: Day, _ calendars: Calendars) throws -> RunningClock? {
        try begin(on: day, by: calendars) { _ in nil }
    }
}

extension Samples {
    static func range(_ from: String, _ to: String) throws -> Roll.Range {
        Roll.Range(from: try #require(DayOfYear(from)), to: try #require(DayOfYear(to)))
    }

    /// Out of Christmas and August, as the SEND Tribunal's time limits roll.
    static func statutoryRolls(_ calendar: String = "twenty") throws -> [Roll] {
        try [("25 December", "1 January"), ("1 August", "31 August")].map { from, to in
            Roll(range: try range(from, to), onto: .nextWorkingDay, calendar: calendar)
        }
    }

    /// One clock, which stands still between two events.
    fileprivate static func stoppable(_ lasts: Period) -> Definition {
        func event(_ name: String, from: [String], to state: String) -> Event {
            Event(name: name, title: name, from: from, targets: [Target(state: state)], by: ["clerk"])
        }
        return Definition(
            name: "stoppable", title: "Stoppable", roles: ["clerk"], fields: [], sections: [],
            states: [State(name: "open", title: "Open"), State(name: "stopped", title: "Stopped")],
            events: [
                event("begin", from: [], to: "open"), event("stop", from: ["open"], to: "stopped"),
                event("go", from: ["stopped"], to: "open"),
            ],
            rules: [],
            clocks: [
                Definition.Clock(name: "answer", title: "Answer", runsIn: ["open"], lasts: lasts, pausesIn: ["stopped"])
            ],
            facts: [])
    }
}
