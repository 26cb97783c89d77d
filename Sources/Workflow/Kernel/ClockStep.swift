extension Frame {
    /// What an event does to a clock, on the record as the event leaves it: the clock afterwards, nil when it does not
    /// run.
    func advance(
        _ clock: CompiledClock, _ earlier: RunningClock?, at state: Int, after event: CompiledEvent?
    ) throws(MissingCalendar) -> RunningClock? {
        if let condition = clock.condition, truth(of: condition.whole, in: condition) != .holds { return nil }
        let waits = clock.activity[state] == .waits
        if waits, earlier == nil { return nil }
        guard var next = try current(clock, earlier, after: event) else { return nil }
        if waits || isRaised(clock.pausesWhen) {
            if next.pausedOn == nil { next.pausedOn = setting.on }
        } else if let paused = next.pausedOn {
            next.due = try clock.clock.due(
                next.due, stoodStillFrom: paused, to: setting.on, by: setting.calendars)
            next.pausedOn = nil
        }
        return next
    }

    /// Carries on, or begins: a clock that restarts, or whose days on record changed, begins again.
    private func current(
        _ clock: CompiledClock, _ earlier: RunningClock?, after event: CompiledEvent?
    ) throws(MissingCalendar) -> RunningClock? {
        guard let earlier, !clock.restarts(on: event) else { return try begin(clock.clock, on: setting.on) }
        guard clock.days.contains(where: hasChanged) else { return earlier }
        var again = try begin(clock.clock, on: earlier.started)
        again?.pausedOn = earlier.pausedOn
        return again
    }

    private func begin(_ clock: Definition.Clock, on day: Day) throws(MissingCalendar) -> RunningClock? {
        try clock.begin(on: day, by: setting.calendars) { name in
            guard let field = layout.field(name), case .day(let day) = cell(field) else { return nil }
            return day
        }
    }

    private func isRaised(_ flag: Int?) -> Bool {
        guard let flag, case .flag(true) = cell(flag) else { return false }
        return true
    }
}
