import Workflow

extension Day {
    /// `September 2020`.
    public var monthWords: String { "\(Day.months[month - 1]) \(year)" }

    /// `2 September 2020`.
    public var words: String { "\(dayOfMonth) \(Day.months[month - 1]) \(year)" }

    /// `2 Sep 2020`, for tables.
    public var shortWords: String { "\(dayOfMonth) \(Day.months[month - 1].prefix(3)) \(year)" }

    /// `Wednesday 2 September 2020`.
    public var wordsWithWeekday: String { "\(Day.weekdays[weekday - 1]) \(words)" }

    /// `September`.
    public var monthWord: String { Day.months[month - 1] }

    public static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    public static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
