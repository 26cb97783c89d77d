/// How one of an item's clocks stands on a day.
public struct ClockStanding: Hashable, Sendable {
    public enum Phase: String, Hashable, Sendable, CaseIterable {
        /// There is time left, and nothing to say yet.
        case running
        /// The due day lies ahead, and it is time to warn of it.
        case warned
        case dueToday = "due-today"
        /// The due day lies behind, and what was to be done was not.
        case missed
        /// The due day lies behind, and nothing follows from that.
        case passed
        /// It stands still.
        case paused
    }

    public let clock: Definition.Clock
    public let running: RunningClock
    public let phase: Phase
}

extension Definition {
    /// How each of an item's clocks stands on a day, the earliest due first.
    public func standings(of item: Item, on day: Day, calendars: Calendars) -> [ClockStanding] {
        let found = clocks.compactMap { clock in
            item.clocks[clock.name].map { running in
                ClockStanding(
                    clock: clock, running: running, phase: clock.phase(of: running, on: day, calendars: calendars))
            }
        }
        return found.sorted { ($0.running.due, $0.clock.name) < ($1.running.due, $1.clock.name) }
    }

    /// What to warn of on a day, the earliest due first: days that a clock warns of, and the day itself.
    public func warnings(of item: Item, on day: Day, calendars: Calendars) -> [ClockStanding] {
        standings(of: item, on: day, calendars: calendars).filter {
            $0.clock.isWarning && ($0.phase == .warned || $0.phase == .dueToday)
        }
    }

    /// The first day on which to warn of one of an item's clocks; nil when none of them warns.
    public func warningDay(of item: Item, calendars: Calendars) -> Day? {
        clocks.compactMap { clock in
            guard clock.isWarning, let running = item.clocks[clock.name], running.pausedOn == nil else { return nil }
            return clock.warningDay(before: running.due, calendars: calendars)
        }.min()
    }

    /// What is due first: the earliest day of the running clocks, without paused ones and those that may pass; clocks due
    /// on one day go by name.
    public func due(of item: Item) -> (clock: String, on: Day)? {
        var earliest: (clock: String, on: Day)?
        for clock in clocks where clock.whenMissed != .pass {
            guard let running = item.clocks[clock.name], running.pausedOn == nil else { continue }
            if let found = earliest, (found.on, found.clock) < (running.due, clock.name) { continue }
            earliest = (clock.name, running.due)
        }
        return earliest
    }
}

extension Definition.Clock {
    /// A day that may pass is told at least on the day itself, since nothing tells of it afterwards.
    fileprivate var isWarning: Bool { warns != nil || whenMissed == .pass }

    /// The first day on which to warn of a due day; the due day itself for a clock that never warns.
    public func warningDay(before due: Day, calendars: Calendars) -> Day {
        guard let warns else { return due }
        let name = lasts?.calendarName.flatMap { calendars[$0] == nil ? nil : $0 }
        let notice = name.map { Period.workingDays(warns, calendar: $0) } ?? .days(warns)
        return notice.reversed.end(from: due, calendars: calendars) ?? due
    }

    fileprivate func phase(of running: RunningClock, on day: Day, calendars: Calendars) -> ClockStanding.Phase {
        if running.pausedOn != nil { return .paused }
        if running.due < day { return whenMissed == .pass ? .passed : .missed }
        if running.due == day { return .dueToday }
        return warningDay(before: running.due, calendars: calendars) <= day ? .warned : .running
    }
}
