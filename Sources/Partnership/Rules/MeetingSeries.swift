import Workflow

/// The days on which a body meets by rule: the second Tuesday of every month, every other Wednesday.
public struct MeetingSeries: Hashable, Sendable {
    private enum Step: Hashable {
        case months(Int)
        case weeks(Int)
    }

    private enum Choice: Hashable {
        /// The first to fourth of its weekdays in a month, or the last; Monday is 1.
        case weekday(Int, which: Int?)
        case dayOfMonth(Int)
    }

    private let step: Step
    private let choice: Choice

    static let ordinals = ["first", "second", "third", "fourth"]
    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// - Parameters:
    ///   - every: `month`, `2 months`, `week` or `2 weeks`.
    ///   - on: `second tuesday`, `last thursday` or `15` of a month; `tuesday` of a week. Letter case does not matter.
    public init?(every: String, on: String) {
        let words = every.lowercased().split(separator: " ").map(String.init)
        let count = words.count == 2 ? Int(words[0]) : 1
        guard (1...2).contains(words.count), let unit = words.last, let count, (1...12).contains(count) else {
            return nil
        }
        let days = on.lowercased().split(separator: " ").map(String.init)
        let weekday = days.last.flatMap { Self.weekdays.firstIndex(of: $0) }.map { $0 + 1 }
        switch unit {
        case "month", "months":
            step = .months(count)
            if days.count == 2, let weekday, days[0] == "last" {
                choice = .weekday(weekday, which: nil)
            } else if days.count == 2, let weekday, let which = Self.ordinals.firstIndex(of: days[0]) {
                choice = .weekday(weekday, which: which + 1)
            } else if days.count == 1, let day = Int(days[0]), (1...31).contains(day) {
                choice = .dayOfMonth(day)
            } else {
                return nil
            }
        case "week", "weeks":
            guard days.count == 1, let weekday else { return nil }
            step = .weeks(count)
            choice = .weekday(weekday, which: nil)
        default: return nil
        }
    }

    /// Its days from one day to another, both included.
    public func days(in range: ClosedRange<Day>) -> [Day] {
        var days: [Day] = []
        switch (step, choice) {
        case (.weeks(let count), .weekday(let weekday, _)):
            var day = range.lowerBound + (weekday - range.lowerBound.weekday + 7) % 7
            while day <= range.upperBound {
                days.append(day)
                day = day + 7 * count
            }
        case (.months(let count), _):
            var first = range.lowerBound - (range.lowerBound.dayOfMonth - 1)
            while first <= range.upperBound {
                if let day = day(inMonthFrom: first), range.contains(day) { days.append(day) }
                first = first.adding(months: count)
            }
        case (.weeks, .dayOfMonth): break
        }
        return days
    }

    /// Nil where a month is too short.
    private func day(inMonthFrom first: Day) -> Day? {
        let next = first.adding(months: 1)
        switch choice {
        case .dayOfMonth(let number): return first + number - 1 < next ? first + number - 1 : nil
        case .weekday(let weekday, let which?):
            return first + (weekday - first.weekday + 7) % 7 + 7 * (which - 1)
        case .weekday(let weekday, nil):
            let last = next - 1
            return last - (last.weekday - weekday + 7) % 7
        }
    }

    /// Where a day is no day to meet, those that come in its place: the same weekday a week later or earlier, or two weeks
    /// later.
    public static func instead(of day: Day) -> [Day] { [day + 7, day - 7, day + 14] }
}
