import Testing

@testable import Workflow

struct WorkingCalendarTests {
    let calendar = Samples.englandAndWales

    @Test(arguments: [
        ("2019-12-20", 3, "2019-12-27"), ("2019-04-18", 3, "2019-04-25"), ("2019-12-02", 3, "2019-12-05"),
        ("2019-12-27", -3, "2019-12-20"), ("2019-12-21", 0, "2019-12-21"), ("2019-12-21", 1, "2019-12-23"),
        ("2019-12-22", -1, "2019-12-20"),
    ])
    func countsFromTheNextWorkingDay(from: String, count: Int, to: String) throws {
        #expect(calendar.adding(workingDays: count, to: try .on(from)) == (try .on(to)))
    }

    @Test func skipsTheHolidaysOfAnyPartOfTheCountryForInformationRequests() throws {
        let received = try Day.on("2019-12-16")
        #expect(Samples.unitedKingdom.adding(workingDays: 20, to: received) == (try .on("2020-01-17")))
        #expect(calendar.adding(workingDays: 20, to: received) == (try .on("2020-01-16")))
    }

    @Test func givesFiveClearDaysOfNotice() throws {
        let meeting = try Day.on("2020-09-02")
        #expect(calendar.lastDay(toGive: 5, before: meeting) == (try .on("2020-08-24")))
        #expect(meeting - 6 == (try .on("2020-08-27")))
    }

    @Test func countsWorkingDaysBothWays() throws {
        let friday = try Day.on("2019-12-20")
        #expect(calendar.workingDays(from: friday, to: try .on("2019-12-27")) == 3)
        #expect(calendar.workingDays(from: try .on("2019-12-27"), to: friday) == -3)
        #expect(calendar.workingDays(from: friday, to: friday) == 0)
    }

    @Test func agreesWithCountingDayByDayOverThreeYears() throws {
        let first = try Day.on("2018-01-01")
        let last = try Day.on("2020-12-31")
        var counted = 0
        for number in (first.number + 1)...last.number {
            let day = Day(number: number)
            if calendar.isWorkingDay(day) { counted += 1 }
            #expect(calendar.workingDays(from: first, to: day) == counted)
            if calendar.isWorkingDay(day) {
                #expect(calendar.adding(workingDays: counted, to: first) == day)
            }
        }
        #expect(counted == 760)
    }

    @Test func goesBackAsFarAsItWentForward() throws {
        for number in 18_000..<18_400 where calendar.isWorkingDay(Day(number: number)) {
            let day = Day(number: number)
            for count in [1, 5, 20] {
                let later = calendar.adding(workingDays: count, to: day)
                #expect(calendar.adding(workingDays: -count, to: later) == day)
                #expect(calendar.workingDays(from: later, to: day) == -count)
            }
        }
    }

    @Test func leavesOutWeekendsAndRepeatsFromItsHolidays() throws {
        let holidays = Samples.days("2019-12-28 2019-12-25 2019-12-25")
        let small = WorkingCalendar(name: "small", holidays: holidays, covers: 2019...2019)
        #expect(small.holidays == Samples.days("2019-12-25"))
    }

    @Test func knowsWhichYearsItCovers() throws {
        #expect(calendar.covers(try .on("2018-01-01")))
        #expect(!calendar.covers(try .on("2021-01-01")))
    }

    @Test func movesOnToAWorkingDay() throws {
        #expect(calendar.onOrAfter(try .on("2019-12-25")) == (try .on("2019-12-27")))
        #expect(calendar.onOrAfter(try .on("2019-12-27")) == (try .on("2019-12-27")))
    }

    @Test func endsALengthOfTime() throws {
        let start = try Day.on("2019-01-31")
        let calendars = Samples.calendars
        #expect(Period.months(1).end(from: start, calendars: calendars) == (try .on("2019-02-28")))
        #expect(Period.days(28).end(from: start, calendars: calendars) == (try .on("2019-02-28")))
        let three = Period.workingDays(3, calendar: "england-and-wales")
        #expect(three.end(from: try .on("2019-12-20"), calendars: calendars) == (try .on("2019-12-27")))
        #expect(Period.workingDays(3, calendar: "elsewhere").end(from: start, calendars: calendars) == nil)
    }
}
