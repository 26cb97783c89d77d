import Foundation
import Workflow

extension Day {
    /// The day it is in England at a moment.
    public init(inEnglandAt moment: Date) { self = EnglishTime(at: moment).day }
}

extension ClockTime {
    /// The time of day in England at a moment.
    public init?(inEnglandAt moment: Date) {
        let minute = EnglishTime(at: moment).minute
        self.init(hour: minute / 60, minute: minute % 60)
    }
}

extension Date {
    /// A moment as it is put on record, in whole seconds of UTC: `2019-12-02T16:45:00Z`. It is written out here, since
    /// Foundation's own way reads a calendar and a time zone first.
    public var recorded: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let seconds = Int(timeIntervalSince1970.rounded(.down))
        let second = seconds.modulo(86_400)
        let day = Day(number: (seconds - second) / 86_400)
        return "\(day)T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }
}

/// What clocks and calendars in England say: UTC, or an hour later from one o'clock on the last Sunday of March to one on the
/// last of October, as since 1996. It is worked out, since a command would else read the time zones of the whole world.
private struct EnglishTime {
    let day: Day
    /// Since midnight.
    let minute: Int

    init(at moment: Date) {
        let minutes = Int((moment.timeIntervalSince1970 / 60).rounded(.down))
        let year = Day(number: (minutes - minutes.modulo(1440)) / 1440).year
        let summer = Self.change(month: 3, year)..<Self.change(month: 10, year)
        let local = minutes + (summer.contains(minutes) ? 60 : 0)
        minute = local.modulo(1440)
        day = Day(number: (local - minute) / 1440)
    }

    /// When clocks are changed in a month of 31 days, in minutes since 1970 began.
    private static func change(month: Int, _ year: Int) -> Int {
        let last = Day(year: year, month: month, day: 31) ?? Day(number: 0)
        return (last - last.weekday % 7).number * 1440 + 60
    }
}

extension Int {
    fileprivate func modulo(_ divisor: Int) -> Int { (self % divisor + divisor) % divisor }
}
