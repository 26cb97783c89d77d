import Partnership
import Testing
import Workflow

@testable import ProfileFile

/// The shipped calendars, compared with what the law and the proclamations say, worked out here a second time.
@Suite("Bank holidays of 2018 to 2028")
struct BankHolidaysTests {
    private static let years = 2018...2028

    @Test(
        "cover the years they say", arguments: ["england-and-wales", "scotland", "northern-ireland", "united-kingdom"])
    func coverTheYears(name: String) throws {
        #expect(try #require(try Shipped.calendars()[name]).years == Self.years)
    }

    @Test("are in England and Wales exactly those that fall due", arguments: years)
    func areThoseOfEnglandAndWales(year: Int) throws {
        var expected = ExpectedHolidays(year: year)
        expected.addNewYear(secondDay: false)
        expected.addEaster(monday: true)
        expected.addMayAndJune()
        expected.add(.lastMonday, of: 8)
        expected.addChristmas()
        #expect(try holidays("england-and-wales", year) == expected.days)
    }

    @Test("are in Scotland exactly those that fall due", arguments: years)
    func areThoseOfScotland(year: Int) throws {
        var expected = ExpectedHolidays(year: year)
        expected.addNewYear(secondDay: true)
        expected.addEaster(monday: false)
        expected.addMayAndJune()
        if year == 2026 { expected.add(month: 6, day: 15) }
        expected.add(.firstMonday, of: 8)
        expected.add(month: 11, day: 30)
        expected.addChristmas()
        #expect(try holidays("scotland", year) == expected.days)
    }

    @Test("are in Northern Ireland exactly those that fall due", arguments: years)
    func areThoseOfNorthernIreland(year: Int) throws {
        var expected = ExpectedHolidays(year: year)
        expected.addNewYear(secondDay: false)
        expected.add(month: 3, day: 17)
        expected.addEaster(monday: true)
        expected.addMayAndJune()
        expected.add(month: 7, day: 12)
        expected.add(.lastMonday, of: 8)
        expected.addChristmas()
        #expect(try holidays("northern-ireland", year) == expected.days)
    }

    @Test func ofTheUnitedKingdomAreThoseOfAnyPart() throws {
        let calendars = try Shipped.calendars()
        let parts = try ["england-and-wales", "scotland", "northern-ireland"].map { try #require(calendars[$0]) }
        let joined = try #require(calendars["united-kingdom"])
        #expect(Set(joined.holidays) == parts.reduce(into: []) { $0.formUnion($1.holidays) })
    }

    private func holidays(_ name: String, _ year: Int) throws -> [Day] {
        try #require(try Shipped.calendars()[name]).holidays.filter { $0.year == year }
    }
}
