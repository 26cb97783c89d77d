import Testing
import Workflow

@testable import Partnership

@Suite("The day to publish by (R22)")
struct PublishByTests {
    private let meeting = Day(iso: "2020-09-02")
    private let calendar = WorkingCalendar(
        name: "test", holidays: [Day(iso: "2020-08-31")].compactMap(\.self), covers: 2020...2020)

    @Test func leavesFiveClearWorkingDaysBeforeTheMeeting() throws {
        let day = PublishBy.day(meeting: try #require(meeting), clearDays: 5, counting: .workingDays(calendar))
        #expect(day.description == "2020-08-24")
    }

    @Test func leavesFiveClearCalendarDaysWhenThoseAreCounted() throws {
        let day = PublishBy.day(meeting: try #require(meeting), clearDays: 5, counting: .calendarDays)
        #expect(day.description == "2020-08-27")
    }

    @Test func isTheDayBeforeWhenNoClearDayIsAsked() throws {
        let day = PublishBy.day(meeting: try #require(meeting), clearDays: 0, counting: .calendarDays)
        #expect(day.description == "2020-09-01")
    }
}
