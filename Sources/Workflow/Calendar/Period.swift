/// A length of time in whole days or months.
public enum Period: Hashable, Sendable {
    /// Working days of a named calendar; the first is the next working day. None is the day itself, or the next working day
    /// after one that is none.
    case workingDays(Int, calendar: String)
    case days(Int)
    case months(Int)

    /// The last day of the span that begins on a day; nil when the calendar is not among those given.
    public func end(from day: Day, calendars: Calendars) -> Day? {
        switch self {
        case .days(let count): day + Self.within(count)
        case .months(let count): day.adding(months: Self.within(count))
        case .workingDays(0, let name): calendars[name]?.onOrAfter(day)
        case .workingDays(let count, let name): calendars[name]?.adding(workingDays: Self.within(count), to: day)
        }
    }

    /// No more than leads beyond every day that is counted, in code that asks for more than a file may.
    private static func within(_ count: Int) -> Int { min(max(count, -5_000_000), 5_000_000) }

    /// `3 working days`.
    public var words: String {
        switch self {
        case .workingDays(0, _): "the same working day"
        case .days(0), .months(0): "the same day"
        case .days(let count): count == 1 ? "1 day" : "\(count) days"
        case .months(let count): count == 1 ? "1 month" : "\(count) months"
        case .workingDays(let count, _): count == 1 ? "1 working day" : "\(count) working days"
        }
    }

    /// The same length backwards.
    public var reversed: Period {
        switch self {
        case .days(let count): .days(-Self.within(count))
        case .months(let count): .months(-Self.within(count))
        case .workingDays(let count, let name): .workingDays(-Self.within(count), calendar: name)
        }
    }

    /// How many of its unit.
    var count: Int {
        switch self {
        case .days(let count), .months(let count), .workingDays(let count, _): count
        }
    }
}

extension Period {
    /// The largest count that a file may ask for, whatever the unit.
    public static let longest = 36_500
}
