import Testing

@testable import Workflow

struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("2000-02-29", 11016), ("2019-12-02", 18232), ("1600-01-01", -135_140),
        ("2999-12-31", 376_199),
    ])
    func isACountOfDays(iso: String, number: Int) throws {
        #expect(try Day.on(iso).number == number)
        #expect(Day(number: number).description == iso)
    }

    @Test(arguments: [
        "2019-02-29", "1900-02-29", "2019-13-01", "2019-00-10", "2019-04-31", "2019-1-1", "19-01-01", "01/04/2019",
        "2019-04-011", "", "2019-04-0a", "0000-01-01", "1599-12-31", "3000-01-01", "9999-12-31",
    ])
    func refusesADayThatDoesNotExist(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: [
        ("2019-01-31", 1, "2019-02-28"), ("2020-01-31", 1, "2020-02-29"), ("2020-09-28", 6, "2021-03-28"),
        ("2020-09-28", 12, "2021-09-28"), ("2019-01-15", -1, "2018-12-15"), ("2019-03-31", -13, "2018-02-28"),
    ])
    func addsMonths(from: String, months: Int, to: String) throws {
        #expect(try Day.on(from).adding(months: months) == .on(to))
    }

    @Test func knowsItsWeekday() throws {
        #expect(try Day.on("2019-12-20").weekday == 5)
        #expect(try Day.on("2021-03-28").weekday == 7)
        #expect(try Day.on("1969-12-29").weekday == 1)
    }
}
