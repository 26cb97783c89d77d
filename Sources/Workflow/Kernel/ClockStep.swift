/// Works out what an event does to each clock of an item.
struct ClockStep {
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
                next.due = try clock.due(next.due, stoodStillFrom: paused, to: setting.on, by: setting.calendars)
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
        let changed = clock.days.contains { before.fields[$0] != fields[$0] }
        guard changed, var again = try begin(clock, on: earlier.started) else { return changed ? nil : earlier }
        again.pausedOn = earlier.pausedOn
        return again
    }

    /// `on` is the day it began, for a clock that already ran; nil for one that begins with this event.
    private func begin(_ clock: Clock, on day: Day?) throws(MissingCalendar) -> RunningClock? {
        try clock.begin(on: day ?? setting.on, by: setting.calendars) { name in
            guard case .day(let day)? = fields[name] else { return nil }
            return day
        }
    }

    private func isSet(flag name: String?) -> Bool {
        guard let name else { return false }
        return fields[name] == .flag(true)
    }
}
