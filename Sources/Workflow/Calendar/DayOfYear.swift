/// A day that comes round every year: 25 December.
public struct DayOfYear: Hashable, Comparable, Sendable {
    /// 1 to 12.
    public let month: Int
    /// 1 to 31. 29 February is the 28th in years without one.
    public let day: Int

    /// nil when no year has such a day.
    public init?(month: Int, day: Int) {
        guard Day(year: 2000, month: month, day: day) != nil else { return nil }
        self.month = month
        self.day = day
    }

    /// As it is written, `25 December`; nil when that is no day.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let day = Int(words[0]), let month = Self.months.firstIndex(of: String(words[1]))
        else { return nil }
        self.init(month: month + 1, day: day)
    }

    init(_ day: Day) {
        let (_, month, dayOfMonth) = day.parts
        self.month = month
        self.day = dayOfMonth
    }

    public static func < (left: DayOfYear, right: DayOfYear) -> Bool {
        (left.month, left.day) < (right.month, right.day)
    }

    /// The day in the year of another one.
    func inYear(of day: Day) -> Day {
        let (_, month, dayOfMonth) = day.parts
        let first = (day - (dayOfMonth - 1)).adding(months: self.month - month)
        return min(first + (self.day - 1), first.adding(months: 1) - 1)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension DayOfYear: CustomStringConvertible {
    public var description: String { "\(day) \(Self.months[month - 1])" }
}
