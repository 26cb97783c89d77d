import Foundation
import Partnership
import Testing
import Workflow

/// What is worked out of the time in England, against what the system knows of it.
struct EnglishTimeTests {
    @Test(arguments: [1996, 2000, 2019, 2020, 2024, 2026, 2031, 2037])
    func isThatOfTheTimeZone(year: Int) throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/London"))
        let start = try #require(calendar.date(from: DateComponents(year: year, month: 1, day: 1)))
        for halfHour in -1..<(366 * 48) {
            let moment = start.addingTimeInterval(Double(halfHour) * 1800 - 1)
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: moment)
            let day = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
            #expect(Day(inEnglandAt: moment) == day)
            #expect(ClockTime(inEnglandAt: moment) == ClockTime(hour: parts.hour ?? 0, minute: parts.minute ?? 0))
        }
    }

    @Test func knowsDaysBeforeItsCountBegins() {
        #expect(Day(inEnglandAt: Date(timeIntervalSince1970: -1)).description == "1969-12-31")
        #expect(Day(inEnglandAt: Date(timeIntervalSince1970: 0)).description == "1970-01-01")
    }

    @Test func isRecordedAsFoundationWritesIt() {
        for step in 0..<2_000 {
            let moment = Date(timeIntervalSince1970: Double(step) * 1_234_567.75 - 86_400 * 400)
            #expect(moment.recorded == moment.formatted(.iso8601))
        }
    }
}
