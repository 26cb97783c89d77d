/// A clock whose due day has passed, and what follows.
public struct MissedClock: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// It shows as overdue, and that is all.
        case flagged
        /// The event that the clock causes was decided in the role `system`; a refusal leaves it overdue.
        case decided(event: String, Decision)
    }

    public let clock: String
    public let due: Day
    public let outcome: Outcome
    /// The item afterwards, in which this clock does not fire again before it restarts.
    public let item: Item
}

extension Definition {
    /// The earliest clock that was missed by a day and not dealt with yet; nil when there is none. A host that applies
    /// the item it gives and asks again until there is none has ticked: doing so twice on a day changes nothing.
    public func nextMissed(of item: Item, in setting: Setting) -> MissedClock? {
        var earliest: (clock: Clock, running: RunningClock)?
        for clock in clocks {
            guard clock.whenMissed != .pass, let running = item.clocks[clock.name], running.pausedOn == nil,
                running.fired == nil, running.due < setting.on
            else { continue }
            if let found = earliest, (found.running.due, found.clock.name) < (running.due, clock.name) { continue }
            earliest = (clock, running)
        }
        guard let (clock, running) = earliest else { return nil }
        var fired = item
        fired.clocks[clock.name]?.fired = setting.on
        guard case .event(let event) = clock.whenMissed else {
            return MissedClock(clock: clock.name, due: running.due, outcome: .flagged, item: fired)
        }
        var bySystem = setting
        bySystem.actor = .system
        let decision = decide(event, on: fired, in: bySystem)
        if case .accepted(let change) = decision { fired = change.item }
        return MissedClock(
            clock: clock.name, due: running.due, outcome: .decided(event: event, decision), item: fired)
    }
}
