import Partnership
import Testing
import Workflow

/// The days on which a body meets by rule.
struct MeetingSeriesTests {
    private func days(_ every: String, _ on: String, _ from: String, _ until: String) throws -> [String] {
        let series = try #require(MeetingSeries(every: every, on: on))
        let first = try #require(Day(iso: from))
        let last = try #require(Day(iso: until))
        return series.days(in: first...last).map(\.description)
    }

    @Test func theSecondTuesdayOfEveryMonth() throws {
        #expect(
            try days("month", "second tuesday", "2020-01-01", "2020-04-30")
                == ["2020-01-14", "2020-02-11", "2020-03-10", "2020-04-14"])
    }

    @Test func everyOtherMonthOnTheLastThursday() throws {
        #expect(
            try days("2 months", "Last Thursday", "2020-01-15", "2020-06-30")
                == ["2020-01-30", "2020-03-26", "2020-05-28"])
    }

    @Test func everyOtherWeek() throws {
        #expect(
            try days("2 weeks", "monday", "2020-01-01", "2020-02-05") == ["2020-01-06", "2020-01-20", "2020-02-03"])
    }

    @Test func aMonthTooShortHasNone() throws {
        #expect(try days("month", "31", "2020-01-01", "2020-05-31") == ["2020-01-31", "2020-03-31", "2020-05-31"])
    }

    @Test func whatBeginsLaterInTheMonthIsNotBeforeItBegins() throws {
        #expect(try days("month", "first monday", "2020-01-07", "2020-02-10") == ["2020-02-03"])
    }

    @Test(arguments: [
        ("month", "fifth tuesday"), ("month", "tuesday"), ("month", "32"), ("0 months", "3"), ("fortnight", "monday"),
        ("week", "second tuesday"), ("13 months", "3"), ("", ""), ("month", "second tuesday please"),
    ])
    func whatIsNoRuleIsNone(every: String, on: String) {
        #expect(MeetingSeries(every: every, on: on) == nil)
    }

    @Test func aDayOffIsAWeekendABankHolidayOrInTheSchoolHolidays() throws {
        let christmas = try #require(Day(iso: "2019-12-25"))
        let calendar = WorkingCalendar(name: "c", holidays: [christmas], covers: 2019...2020)
        let schools = SchoolHolidays([.init(title: "Christmas", first: christmas - 2, last: christmas + 9)])
        func off(_ day: Day) -> DayOff? { DayOff(day, calendar: calendar, schools: schools) }
        #expect(
            off(christmas) == .bankHoliday && off(christmas + 1) == .schoolHoliday && off(christmas + 3) == .weekend)
        #expect(off(christmas - 5) == nil && off(christmas + 9) == .schoolHoliday && off(christmas + 12) == nil)
    }
}
