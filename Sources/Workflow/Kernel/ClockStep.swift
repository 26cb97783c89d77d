/// Works out what an event does to each clock of an item.
struct ClockStep {
    struct MissingCalendar: Error {
        let name: String
    }

    let event: Event
    let before: Item
    /// The record afterwards.
    let fields: [String: Value]
    /// The state afterwards.
    let state: String
    let setting: Setting
    /// The record afterwards, for the clocks' conditions.
    let scope: Scope

    /// The clock afterwards; nil when it does not run.
    func advance(_ clock: Clock) -> Result<RunningClock?, MissingCalendar> {
        if let condition = clock.condition, condition.truth(in: scope) != .holds { return .success(nil) }
        let runs = clock.runsIn.contains(state)
        let waits = !runs && clock.pausesIn.contains(state)
        let earlier = before.clocks[clock.name]
        guard runs || (waits && earlier != nil) else { return .success(nil) }
        do throws(MissingCalendar) {
            guard var next = try current(clock, earlier) else { return .success(nil) }
            let isPaused = waits || isSet(flag: clock.pausesWhen)
            if isPaused {
                if next.pausedOn == nil { next.pausedOn = setting.on }
            } else if let paused = next.pausedOn {
                next.due = try moved(next.due, pausedOn: paused, clock)
                next.pausedOn = nil
            }
            return .success(next)
        } catch {
            return .failure(error)
        }
    }

    /// Carries on, or begins: a clock that restarts, or whose days on record changed, begins again.
    private func current(_ clock: Clock, _ earlier: RunningClock?) throws(MissingCalendar) -> RunningClock? {
        guard let earlier, !clock.restartsOn.contains(event.name) else { return try begin(clock, on: nil) }
        let changed = [clock.starts, clock.until].contains { name in
            guard let name else { return false }
            return before.fields[name] != fields[name]
        }
        guard changed, var again = try begin(clock, on: earlier.started) else { return changed ? nil : earlier }
        again.pausedOn = earlier.pausedOn
        return again
    }

    /// `on` is the day it began, for a clock that already ran; nil for one that begins with this event.
    private func begin(_ clock: Clock, on day: Day?) throws(MissingCalendar) -> RunningClock? {
        var started = day ?? setting.on
        if let name = clock.starts {
            guard case .day(let start)? = fields[name] else { return nil }
            started = start
        }
        if let name = clock.until, case .day(let deadline)? = fields[name] {
            return RunningClock(started: started, due: deadline)
        }
        guard let length = clock.lasts else { return nil }
        guard let due = length.end(from: started, calendars: setting.calendars) else {
            throw MissingCalendar(name: length.calendarName ?? "")
        }
        return RunningClock(started: started, due: due)
    }

    /// A due day moves on by the days the clock stood still, counted as the clock counts.
    private func moved(_ due: Day, pausedOn: Day, _ clock: Clock) throws(MissingCalendar) -> Day {
        guard case .workingDays(_, let name)? = clock.lasts else { return due + (setting.on - pausedOn) }
        guard let calendar = setting.calendars[name] else { throw MissingCalendar(name: name) }
        return calendar.adding(workingDays: calendar.workingDays(from: pausedOn, to: due), to: setting.on)
    }

    private func isSet(flag name: String?) -> Bool {
        guard let name else { return false }
        return fields[name] == .flag(true)
    }
}

extension Duration {
    /// The calendar it counts in; nil when it counts plain days.
    var calendarName: String? {
        guard case .workingDays(_, let name) = self else { return nil }
        return name
    }
}
