/// A clock whose due day has passed, and the event that is to follow.
public struct MissedClock: Hashable, Sendable {
    public let clock: String
    public let due: Day
    /// What the role `system` is to cause.
    public let event: String
    /// The item to cause it on: one in which the clock does not cause it again before it restarts.
    public let item: Item
}

/// What letting time pass came to.
public struct Ticked: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
        public let missed: MissedClock
        /// What became of the event, with all that followed.
        public let course: Course
    }

    /// As it stands afterwards.
    public let item: Item
    public let steps: [Step]
}

extension Definition {
    /// The clocks that were missed by a day and whose event has not happened yet, the earliest first. A host that does
    /// more than change the item causes the first event, looks again, and goes on until it has tried each clock.
    public func missed(of item: Item, on day: Day) -> [MissedClock] {
        let found = clocks.compactMap { clock -> MissedClock? in
            guard let event = clock.whenMissed.event, let running = item.clocks[clock.name], running.pausedOn == nil,
                running.fired == nil, running.due < day
            else { return nil }
            var fired = item
            fired.clocks[clock.name]?.fired = day
            return MissedClock(clock: clock.name, due: running.due, event: event, item: fired)
        }
        return found.sorted { ($0.due, $0.clock) < ($1.due, $1.clock) }
    }

    /// Lets each missed clock cause its event, the earliest first. An event that happens happens once, however often time
    /// passes; one that is refused changes nothing, and is tried again at the next tick.
    public func tick(_ item: Item, in setting: Setting, by host: HostActs = .none) -> Ticked {
        var bySystem = setting
        bySystem.actor = .system
        var item = item
        var steps: [Ticked.Step] = []
        while let next = missed(of: item, on: setting.on).first(where: { missed in
            !steps.contains { $0.missed.clock == missed.clock }
        }) {
            let course = course(of: next.event, on: next.item, in: bySystem, by: host)
            if let change = course.changes?.last { item = change.item }
            steps.append(Ticked.Step(missed: next, course: course))
        }
        return Ticked(item: item, steps: steps)
    }
}
