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
        guard clock.restartsOn.contains(event.name) || isWritten else { return nil }
        guard clock.starts != nil || clock.until != nil else { return nil }
        if let found = found() { return found }
        missed.lookForRunning()
        if let found = found() { return found }
        // What the event does not write leaves the day where it was.
        guard !isWritten, !missed.isSurelyLeft() else { return nil }
        return Finding(
            .notShown, .clock(clock.name),
            "Whether “\(clock.title)” is still missed at “\(place)” once it has caused “\(event.title)” was not found out."
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
        let days = clock.days.map { "“\(definition.field($0)?.title ?? $0)”" }
        return Finding(
            .clockStaysMissed, .clock(clock.name),
            "“\(clock.title)” is due by \(Sentences.list(days, "and")), so it is still missed when it has caused "
                + "“\(event.title)” at “\(place)” and begins again: the event happens whenever time passes.",
            story: study.player.story(of: found.position, then: tick))
    }
}
