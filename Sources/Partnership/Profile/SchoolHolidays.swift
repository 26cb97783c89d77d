import Workflow

/// When schools are closed, as far as a partnership has said: each school may set its own days.
public struct SchoolHolidays: Hashable, Sendable, Codable {
    /// A time without school, its first and last day included.
    public struct Period: Hashable, Sendable, Codable {
        public let title: String
        public let first: Day
        public let last: Day

        public init(title: String, first: Day, last: Day) {
            self.title = title
            self.first = first
            self.last = last
        }
    }

    /// In order, without overlaps.
    public let periods: [Period]

    public init(_ periods: [Period]) { self.periods = periods }

    /// The time without school that a day lies in.
    public func period(on day: Day) -> Period? { periods.first { $0.first <= day && day <= $0.last } }
}

/// Why no meeting is held on a day unless somebody says why it is.
public enum DayOff: String, Hashable, Sendable, Codable, CaseIterable {
    case weekend
    case bankHoliday = "bank-holiday"
    case schoolHoliday = "school-holiday"

    /// Nil for a day like any other.
    public init?(_ day: Day, calendar: WorkingCalendar, schools: SchoolHolidays) {
        if day.weekday > 5 {
            self = .weekend
        } else if !calendar.isWorkingDay(day) {
            self = .bankHoliday
        } else if schools.period(on: day) != nil {
            self = .schoolHoliday
        } else {
            return nil
        }
    }

    /// `a bank holiday`.
    public var words: String {
        switch self {
        case .weekend: "a weekend"
        case .bankHoliday: "a bank holiday"
        case .schoolHoliday: "in the school holidays"
        }
    }
}
