/// A calendar day in the Gregorian calendar: no time, no time zone. What is read or put on record lies from 1600-01-01 to
/// 2999-12-31, so that what is said of every day can be said of all that there are.
///
/// Stored as the count of days since 1970-01-01, so that comparing and adding days is arithmetic on one integer.
public struct Day: Hashable, Comparable, BitwiseCopyable, Sendable {
    /// Days since 1970-01-01, which is 0.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// Those of the years 1600 to 2999, the days that can be on record.
    public static let kept = Day(number: -135_140)...Day(number: 376_199)

    /// Years 1 to 9999: the days that can be worked out on the way to a number or a comparison.
    package static let counted = Day(number: -719_162)...Day(number: 2_932_896)

    /// For messages about what is no day: how days are written, and between which.
    public static let hint = "Days are written 2019-12-02, from \(kept.lowerBound) to \(kept.upperBound)."

    /// The day of a year, month and day of the month; nil when the calendar has no such day.
    /// Years 1600 to 2999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1600...2999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Day.length(ofMonth: month, in: year) else { return nil }
        self.number = Day.number(year: year, month: month, day: day)
    }

    /// The day written in ISO 8601's extended form, `2019-12-02`, and no other.
    public init?(iso text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 10, digits[4] == 0x2D, digits[7] == 0x2D else { return nil }
        func read(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in digits[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = read(0..<4), let month = read(5..<7), let day = read(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    public var parts: (year: Int, month: Int, day: Int) {
        // Howard Hinnant's civil_from_days: eras of 400 years that start on 1 March.
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    public var year: Int { parts.year }
    public var month: Int { parts.month }
    public var dayOfMonth: Int { parts.day }

    /// Monday is 1, Sunday is 7 (ISO 8601).
    public var weekday: Int {
        let fromThursday = (number % 7 + 7) % 7
        return (fromThursday + 3) % 7 + 1
    }

    /// The same day of the month some months on (or back); the month's last day where it is shorter.
    public func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let total = year * 12 + (month - 1) + months
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        let newMonth = total - newYear * 12 + 1
        let last = Day.length(ofMonth: newMonth, in: newYear)
        return Day(number: Day.number(year: newYear, month: newMonth, day: min(day, last)))
    }

    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    public static func - (later: Day, earlier: Day) -> Int { later.number - earlier.number }
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func number(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Day: CustomStringConvertible {
    /// ISO 8601, `2019-12-02`.
    public var description: String {
        let (year, month, day) = parts
        func pad(_ value: Int, to width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return pad(year, to: 4) + "-" + pad(month, to: 2) + "-" + pad(day, to: 2)
    }
}
