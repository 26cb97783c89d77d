import Testing

@testable import Workflow

struct RollTests {
    private func due(_ day: String, _ rolls: [Roll]) throws -> String? {
        let clock = Definition.Clock(name: "c", title: "C", runsIn: [], until: "day", rolls: rolls)
        let deadline = try Day.on(day)
        return try clock.begin(on: deadline, by: Samples.calendars) { _ in deadline }?.due.description
    }

    private func roll(_ from: String, _ to: String, _ onto: Roll.Onto = .nextWorkingDay) throws -> Roll {
        Roll(range: try Samples.range(from, to), onto: onto, calendar: "england-and-wales")
    }

    @Test(arguments: [
        ("2018-12-24", "2018-12-24"), ("2018-12-25", "2019-01-02"), ("2018-12-31", "2019-01-02"),
        ("2019-01-01", "2019-01-02"), ("2019-01-02", "2019-01-02"), ("2019-12-28", "2020-01-02"),
        ("2019-07-31", "2019-07-31"), ("2019-08-01", "2019-09-02"), ("2019-08-31", "2019-09-02"),
        ("2019-09-01", "2019-09-01"), ("2018-08-15", "2018-09-03"),
    ])
    func movesADueDayOutOfARange(day: String, to: String) throws {
        #expect(try due(day, Samples.statutoryRolls("england-and-wales")) == to)
    }

    @Test func movesADueDayBeforeARange() throws {
        let christmas = try roll("25 December", "1 January", .previousWorkingDay)
        #expect(try due("2019-01-01", [christmas]) == "2018-12-24")
        #expect(try due("2019-12-30", [christmas]) == "2019-12-24")
    }

    @Test func movesADueDayThatIsNoWorkingDay() throws {
        let next = Roll(onto: .nextWorkingDay, calendar: "england-and-wales")
        let previous = Roll(onto: .previousWorkingDay, calendar: "england-and-wales")
        #expect(try due("2019-04-19", [next]) == "2019-04-23")
        #expect(try due("2019-04-19", [previous]) == "2019-04-18")
        #expect(try due("2019-04-18", [next]) == "2019-04-18")
    }

    @Test func appliesEachRollOnceInOrder() throws {
        let rolls = [try roll("1 August", "31 August"), try roll("1 September", "5 September")]
        #expect(try due("2019-08-10", rolls) == "2019-09-06")
        #expect(try due("2019-08-10", rolls.reversed()) == "2019-09-02")
    }

    @Test func takesTheLastDayOfFebruaryForTheTwentyNinth() throws {
        let leap = try roll("29 February", "29 February")
        #expect(try due("2019-02-28", [leap]) == "2019-03-01")
        #expect(try due("2020-02-28", [leap]) == "2020-02-28")
        #expect(try due("2020-02-29", [leap]) == "2020-03-02")
    }

    @Test func rollsADueDayThatAPauseMovedOn() throws {
        let clock = Definition.Clock(
            name: "c", title: "C", runsIn: [], lasts: .months(2), rolls: try Samples.statutoryRolls("england-and-wales")
        )
        let moved = try clock.due(
            .on("2019-07-30"), stoodStillFrom: .on("2019-06-01"), to: .on("2019-06-05"), by: Samples.calendars)
        #expect(moved == (try .on("2019-09-02")))
    }

    @Test func keepsDueDaysThatCanBeWritten() throws {
        let clock = Definition.Clock(name: "c", title: "C", runsIn: [], lasts: .months(Period.longest))
        let due = try clock.begin(on: .on("2900-01-01"), by: Samples.calendars) { _ in nil }?.due
        #expect(due?.description == "2999-12-31")
    }

    @Test func namesTheCalendarThatIsMissing() throws {
        let roll = Roll(onto: .nextWorkingDay, calendar: "elsewhere")
        #expect(throws: MissingCalendar.self) { try due("2019-04-19", [roll]) }
    }

    @Test(arguments: ["25 December", "29 February", "1 January"])
    func readsADayOfTheYear(text: String) {
        #expect(DayOfYear(text)?.description == text)
    }

    @Test(arguments: ["31 June", "0 May", "25 december", "December 25", "25", "", "30 February", "-1 May"])
    func refusesWhatIsNoDayOfTheYear(text: String) {
        #expect(DayOfYear(text) == nil)
    }
}
