/// A clock counts in a calendar that nobody gave.
package struct MissingCalendar: Error {
    let name: String
}

extension Definition.Clock {
    /// The fields whose days decide when it is due.
    package var days: [String] {
        [starts, orLater?.starts, until].compactMap(\.self)
    }

    /// The clock as it starts running; nil while the day it counts from is not on record.
    package func begin(
        on entered: Day, by calendars: Calendars, day onRecord: (String) -> Day?
    ) throws(MissingCalendar) -> RunningClock? {
        var started = entered
        if let starts {
            guard let day = onRecord(starts) else { return nil }
            started = day
        }
        if let until, let deadline = onRecord(until) {
            return RunningClock(started: started, due: try rolled(deadline, by: calendars))
        }
        guard let lasts else { return nil }
        var due = try lasts.end(from: started, by: calendars)
        if let orLater, let day = onRecord(orLater.starts) {
            due = max(due, try orLater.lasts.end(from: day, by: calendars))
        }
        return RunningClock(started: started, due: try rolled(due, by: calendars))
    }

    /// A due day moves on by the days the clock stood still, counted as the clock counts.
    func due(
        _ due: Day, stoodStillFrom pausedOn: Day, to day: Day, by calendars: Calendars
    ) throws(MissingCalendar) -> Day {
        var moved = due + (day - pausedOn)
        if let name = lasts?.calendarName {
            guard let calendar = calendars[name] else { throw MissingCalendar(name: name) }
            moved = calendar.adding(workingDays: calendar.workingDays(from: pausedOn, to: due), to: day)
        }
        return try rolled(moved, by: calendars)
    }

    private func rolled(_ due: Day, by calendars: Calendars) throws(MissingCalendar) -> Day {
        var due = due
        for roll in rolls {
            guard let calendar = calendars[roll.calendar] else { throw MissingCalendar(name: roll.calendar) }
            due = roll.moved(due, by: calendar)
        }
        return min(max(due, Day.kept.lowerBound), Day.kept.upperBound)
    }
}

extension Period {
    fileprivate func end(from day: Day, by calendars: Calendars) throws(MissingCalendar) -> Day {
        guard let end = end(from: day, calendars: calendars) else { throw MissingCalendar(name: calendarName ?? "") }
        return end
    }

    /// The calendar it counts in; nil when it counts plain days.
    package var calendarName: String? {
        guard case .workingDays(_, let name) = self else { return nil }
        return name
    }
}
