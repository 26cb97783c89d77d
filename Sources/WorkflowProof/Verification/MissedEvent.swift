import Workflow

/// What becomes of the event of a clock that is missed in a state.
struct MissedEvent {
    enum Answer {
        /// It happened.
        case happens
        /// It surely does not, whatever is on record; how an item came to where that was seen, if it was.
        case refused((story: Story, reasons: [String])?)
        case open
    }

    let study: Study
    let clock: Definition.Clock
    let event: Event
    let state: String

    private var definition: Definition { study.definition }
    private var player: Player { study.player }

    func answer() -> Answer {
        if happens() { return .happens }
        if isRefused(Invariants(byState: [:], met: [])) { return .refused(shown()) }
        player.lookFurther(for: event, about: nodes)
        if happens() { return .happens }
        if study.budget.isSpent { return .open }
        if let answer = explored() { return answer }
        let sure = Induction(study, about: nodes, claims: [], study.budget.part(4)).invariants()
        if let sure, isRefused(sure) { return .refused(shown()) }
        return .open
    }

    private var nodes: [ExpressionNode] {
        study.rules(of: event).map(\.root) + event.asks.map { .isSet(.field($0.field)) }
            + event.targets.compactMap(\.condition?.root)
    }

    /// The event happened by itself to an item that was seen there, as the clock was missed.
    private func happens() -> Bool {
        let running = player.positions(at: state).compactMap { position in due(position).map { (position, $0) } }
        let isPlain = running.contains { isAccepted($0, [plain(after: $1)]) }
        return isPlain || (running.prefix(12) + running.suffix(12)).contains { isAccepted($0, attempts($0, after: $1)) }
    }

    private func isAccepted(_ position: Int, _ attempts: [Attempt]) -> Bool {
        attempts.contains { attempt in
            if case .accepted = decision(position, attempt) { true } else { false }
        }
    }

    /// The day that the clock falls due on; nil when it does not run.
    private func due(_ position: Int) -> Day? {
        guard let running = player.situations[position].item.clocks[clock.name], running.pausedOn == nil,
            running.fired == nil
        else { return nil }
        return running.due
    }

    private func decision(_ position: Int, _ attempt: Attempt) -> Decision {
        var item = player.situations[position].item
        item.clocks[clock.name]?.fired = attempt.setting.on
        return definition.decide(event.name, on: item, given: [:], in: attempt.setting)
    }

    /// On the day after, and with the facts and on the day that its rules ask for.
    private func attempts(_ position: Int, after due: Day) -> [Attempt] {
        var plain = plain(after: due)
        var attempts = [plain]
        let item = player.situations[position].item
        for target in event.targets.indices {
            var record = record(target: target)
            for field in definition.fields { record.before[field.name] = AbstractValue(item.fields[field.name]) }
            let answer = ask(record, target)
            guard case .possible(let witness) = answer,
                let found = player.material.attempts(event, item, witness).first
            else { continue }
            plain.setting.facts = found.setting.facts
            attempts.append(plain)
            if found.setting.on > due {
                plain.setting.on = found.setting.on
                attempts.append(plain)
            }
        }
        return attempts
    }

    private func plain(after due: Day) -> Attempt {
        Attempt(
            event: event, given: [:],
            setting: Setting(on: due + 1, actor: .system, facts: [:], calendars: player.material.calendars))
    }

    private func record(target: Int) -> EventRecord {
        var record = study.record(of: event)
        record.states = [state]
        record.isMissed = true
        return record
    }

    private func ask(_ record: EventRecord, _ target: Int) -> CubeSearch.Answer {
        record.answer(
            holding: study.rules(of: event).map(\.root) + (event.targets[target].condition.map { [$0.root] } ?? []),
            failing: event.targets[..<target].map { $0.condition?.root ?? .literal(.flag(true)) },
            leaving: .init(state: event.targets[target].state ?? state))
    }

    private func isRefused(_ sure: Invariants) -> Bool {
        event.targets.indices.allSatisfy { target in
            var record = record(target: target)
            record.invariants = sure
            if case .impossible = ask(record, target) { return true }
            return false
        }
    }

    /// The same of every record that some fields can make; nil when that does not say.
    private func explored() -> Answer? {
        var seen: Set<String> = []
        let fields = (event.asks.map(\.field) + nodes.flatMap(\.names).compactMap(\.fieldName)).filter {
            seen.insert($0).inserted
        }
        let exploration = Exploration(
            study, tracking: Array(fields.prefix(Exploration.fieldLimit)), recordLimit: 3_000, study.budget.part(4))
        guard let step = exploration.steps(from: state).first(where: { $0.event.name == event.name }) else {
            return nil
        }
        let answer = exploration.walk { _, _, to, isNew in
            isNew && to.state == state && !exploration.successors(ofMissing: to, by: step).isEmpty
        }
        switch answer {
        case .none: return .refused(shown())
        case .tooLarge: return nil
        case .path(let path):
            _ = player.follow(path)
            return happens() ? .happens : nil
        }
    }

    /// An item that was seen there with the clock running, and what it is told when the clock is missed.
    private func shown() -> (story: Story, reasons: [String])? {
        if !player.positions(at: state).contains(where: { due($0) != nil }) {
            let read = (clock.condition?.root.names.compactMap(\.fieldName) ?? []) + clock.days
            player.lookFurther(at: [state], about: Array(Set(read).sorted().prefix(4)))
        }
        for position in player.positions(at: state) {
            guard let due = due(position) else { continue }
            let attempt = plain(after: due)
            guard case .refused(let reasons) = decision(position, attempt) else { continue }
            let tick = Story.Step(event: nil, on: due + 1, actor: .system, to: state)
            return (player.story(of: position, then: tick), reasons.map(\.sentence))
        }
        return nil
    }
}
