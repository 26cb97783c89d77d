import Partnership
import Testing
import Workflow

@testable import ProfileFile

/// The published vectors for working days (DOMAIN section 6), with the shipped calendars.
@Suite("Working days by the shipped calendars")
struct WorkingDaysTests {
    private func calendar(_ name: String = "england-and-wales") throws -> WorkingCalendar {
        try #require(try Shipped.calendars()[name])
    }

    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test(
        "acknowledgements are due three working days on",
        arguments: [
            ("2019-12-20", "2019-12-27"), ("2019-04-18", "2019-04-25"), ("2019-12-02", "2019-12-05"),
        ])
    func acknowledgementsAreDueThreeWorkingDaysOn(received: String, due: String) throws {
        #expect(try calendar().adding(workingDays: 3, to: day(received)).description == due)
    }

    @Test func freedomOfInformationSkipsHolidaysOfAnyPart() throws {
        let received = try day("2019-12-16")
        #expect(try calendar("united-kingdom").adding(workingDays: 20, to: received).description == "2020-01-17")
        #expect(try calendar().adding(workingDays: 20, to: received).description == "2020-01-16")
    }

    @Test("papers for 2 September 2020 are published by 24 August (R22)")
    func papersArePublishedFiveClearDaysBefore() throws {
        let meeting = try day("2020-09-02")
        let working = PublishBy.day(meeting: meeting, clearDays: 5, counting: .workingDays(try calendar()))
        #expect(working.description == "2020-08-24")
        #expect(PublishBy.day(meeting: meeting, clearDays: 5, counting: .calendarDays).description == "2020-08-27")
    }
}
