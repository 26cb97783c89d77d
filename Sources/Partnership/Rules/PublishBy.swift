import Workflow

/// The last day to publish the papers of a meeting (rule R22).
///
/// Clear days are whole days between the day of publishing and the day of the meeting; neither of these counts.
public enum PublishBy {
    /// Which days count as clear days.
    public enum Counting: Sendable {
        /// Those of a calendar of working days, as the law on council meetings counts.
        case workingDays(WorkingCalendar)
        /// Every day.
        case calendarDays
    }

    public static func day(meeting: Day, clearDays: Int, counting: Counting) -> Day {
        switch counting {
        case .workingDays(let calendar): calendar.lastDay(toGive: clearDays, before: meeting)
        case .calendarDays: meeting - (clearDays + 1)
        }
    }
}
