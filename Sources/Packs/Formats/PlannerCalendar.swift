import Workflow

/// The forward plan as a calendar (RFC 5545), each of its days for the whole day.
public enum PlannerCalendar {
    public struct Date: Sendable {
        /// The same for as long as there is such a thing, whatever its day.
        public var id: String
        public var day: Day
        public var title: String
        /// How often it was changed.
        public var changes: Int

        public init(id: String, day: Day, title: String, changes: Int) {
            self.id = id
            self.day = day
            self.title = title
            self.changes = changes
        }
    }

    /// - Parameters:
    ///   - organisation: whose plan it is.
    ///   - day: the day on which it is told.
    public static func text(of dates: [Date], of organisation: String, on day: Day) -> String {
        let entries = dates.map { date in
            CalendarEntry(
                id: date.id, title: date.title, date: date.day.description, notes: [], status: .confirmed,
                sequence: date.changes, organiser: organisation)
        }
        return ICSFormat.calendar(
            of: entries, name: organisation, description: "Forward planner", comments: [], stamp: day.description)
    }
}
