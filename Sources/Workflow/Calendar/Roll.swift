/// Days of the year on which nothing may fall due, and where a due day among them moves.
public struct Roll: Hashable, Sendable {
    public enum Onto: String, Hashable, Sendable, CaseIterable {
        case nextWorkingDay = "next working day"
        case previousWorkingDay = "previous working day"
    }

    /// Days that come round every year, both ends included; one that ends before it begins crosses the new year.
    public struct Range: Hashable, Sendable {
        public let from: DayOfYear
        public let to: DayOfYear

        public init(from: DayOfYear, to: DayOfYear) {
            self.from = from
            self.to = to
        }

        /// The first and the last day of the range that a day lies in; nil when it lies in none.
        func around(_ day: Day) -> ClosedRange<Day>? {
            let here = DayOfYear(day)
            var first = from.inYear(of: day)
            var last = to.inYear(of: day)
            if to < from {
                if here <= to {
                    first = from.inYear(of: day.adding(months: -12))
                } else {
                    last = to.inYear(of: day.adding(months: 12))
                }
            }
            return first <= day && day <= last ? first...last : nil
        }
    }

    /// nil for every day that is not a working day.
    public let range: Range?
    /// The working day after the range, or before it.
    public let onto: Onto
    public let calendar: String

    public init(range: Range? = nil, onto: Onto, calendar: String) {
        self.range = range
        self.onto = onto
        self.calendar = calendar
    }

    /// Where a due day comes to lie; itself when it need not move.
    func moved(_ day: Day, by calendar: WorkingCalendar) -> Day {
        guard let range else {
            if calendar.isWorkingDay(day) { return day }
            return calendar.adding(workingDays: onto == .nextWorkingDay ? 1 : -1, to: day)
        }
        guard let days = range.around(day) else { return day }
        return switch onto {
        case .nextWorkingDay: calendar.adding(workingDays: 1, to: days.upperBound)
        case .previousWorkingDay: calendar.adding(workingDays: -1, to: days.lowerBound)
        }
    }
}
