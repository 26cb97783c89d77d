import Workflow

/// A clock that its own event leaves as missed as it was, so that the event happens again whenever time passes.
struct LastingMiss {
    let missed: MissedEvent

    private var study: Study { missed.study }
    private var definition: Definition { study.definition }
    private var clock: Definition.Clock { missed.clock }
    private var event: Event { missed.event }

    func finding() -> Finding? {
        let isWritten = clock.days.contains(where: event.writes)
        guard clock.restartsOn.contains(event.name) || isWritten, !isNeverBehind else { return nil }
        if let found = found() { return found }
        missed.lookForRunning()
        if let found = found() ?? foundOnAnotherDay() { return found }
        guard !missed.isSurelyLeft(holding: stillMissed) else { return nil }
        return Finding(
            .notShown, .clock(clock.name),
            "Whether “\(clock.title)” is still missed at “\(place)” once it has caused “\(event.title)” was not found out"
                + "\(study.grounds(missed.nodes, [clock]))."
        )
    }

    private var place: String { definition.title(ofState: missed.state) }

    private func found() -> Finding? {
        let found = missed.happening { earlier, after in
            guard let running = after.item.clocks[clock.name], running.pausedOn == nil, running.fired == nil else {
                return false
            }
            return running.due <= earlier.due && running.due < after.on
        }
        guard let found, let state = found.to.state else { return nil }
        let setting = found.attempt.setting
        let tick = Story.Step(event: nil, on: setting.on, actor: .system, facts: setting.facts, to: state)
        return finding(study.player.story(of: found.position, then: tick))
    }

    private func finding(_ story: Story) -> Finding {
        let days = clock.days.map { "“\(definition.field($0)?.title ?? $0)”" }
        let due =
            days.isEmpty ? "can be due before the day on which it begins" : "is due by \(Sentences.list(days, "and"))"
        return Finding(
            .clockStaysMissed, .clock(clock.name),
            "“\(clock.title)” \(due), so it is still missed when it has caused "
                + "“\(event.title)” at “\(place)” and begins again: the event happens whenever time passes.",
            story: story)
    }

    /// An item that was seen there, begun on another day of a year.
    private func foundOnAnotherDay() -> Finding? {
        guard !clock.rolls.isEmpty else { return nil }
        for position in study.player.positions(at: missed.state).prefix(2) {
            let story = study.player.story(of: position)
            for days in 0...366 where !study.budget.isSpent {
                let later = story.later(by: days)
                guard let item = study.player.item(after: later), let due = item.clocks[clock.name]?.due,
                    let last = later.steps.last
                else { continue }
                let on = max(due + 1, last.on)
                let ticked = study.tick(item, in: Setting(on: on, actor: .system, calendars: study.calendars)).ticked
                guard ticked.steps.contains(where: { $0.missed.clock == clock.name }), !ticked.isRefused,
                    let running = ticked.item.clocks[clock.name], running.pausedOn == nil, running.fired == nil,
                    running.due < on, let state = ticked.item.state
                else { continue }
                return finding(
                    Story(later.steps + [Story.Step(event: nil, on: on, actor: .system, facts: [:], to: state)]))
            }
        }
        return nil
    }

    // MARK: - Proved

    /// It counts from the day of the event, and no day on which it begins lies behind the day on which it is then due.
    private var isNeverBehind: Bool {
        guard clock.days.isEmpty else { return false }
        if clock.rolls.allSatisfy({ $0.onto == .nextWorkingDay }) { return true }
        guard !study.lacksHolidays else { return false }
        return Self.years.allSatisfy { day in
            guard !study.budget.isSpent, let running = try? clock.begin(on: day, by: study.calendars, day: { _ in nil })
            else { return false }
            return running.due >= day
        }
    }

    /// More years than it takes for each day of the year to have fallen on each day of the week, and those whose holidays
    /// are known.
    private static var years: some Sequence<Day> {
        (0..<366 * 50).lazy.map { Day(number: 10_957) + $0 }
    }

    /// What surely holds of the record that the event leaves where the clock is missed still.
    private var stillMissed: [ExpressionNode] {
        guard clock.isNeverDueEarlier else { return [] }
        func isBehind(_ day: ExpressionNode) -> ExpressionNode { .compare(.more, .today, day) }
        var lasting = ExpressionNode.literal(.flag(true))
        if let lasts = clock.lasts {
            if let starts = clock.starts {
                lasting = isBehind(.shift(.field(starts), lasts))
            } else if clock.restartsOn.contains(event.name) {
                lasting = isBehind(.shift(.today, lasts))
            }
            if let later = clock.orLater {
                let isEmpty = ExpressionNode.not(.isSet(.field(later.starts)))
                lasting = .and(lasting, .or(isEmpty, isBehind(.shift(.field(later.starts), later.lasts))))
            }
        }
        guard let until = clock.until.map(ExpressionNode.field) else { return [lasting] }
        let isBehindIt = ExpressionNode.and(.isSet(until), isBehind(until))
        return [clock.lasts == nil ? isBehindIt : .or(isBehindIt, .and(.not(.isSet(until)), lasting))]
    }
}
