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

    var definition: Definition { study.definition }
    var player: Player { study.player }

    func answer() -> Answer {
        if happens() { return .happens }
        if study.budget.isSpent { return .open }
        if isRefused(Invariants(byState: [:], met: [])) { return .refused(shown()) }
        player.lookFurther(for: event, about: nodes)
        if happens() { return .happens }
        if study.budget.isSpent { return .open }
        if let answer = explored() { return answer }
        let sure = Induction(study, about: nodes, claims: [], study.budget.part(4)).invariants()
        guard let sure else { return .open }
        if isRefused(sure) { return .refused(shown()) }
        return explored(knowing: sure) ?? .open
    }

    private var needs: [String] { event.targets.compactMap(\.state).flatMap { definition[$0]?.needs ?? [] } }

    var nodes: [ExpressionNode] {
        study.rules(of: event).map(\.root) + event.asks.flatMap(\.nodes)
            + event.targets.compactMap(\.condition?.root) + (clock.condition.map { [$0.root] } ?? [])
            + (clock.days + event.adds.keys.sorted() + needs).map { .isSet(.field($0)) }
    }

    /// The event happened by itself to an item that was seen there, as the clock was missed.
    private func happens() -> Bool { happening { _, _ in true } != nil }

    /// An event that happened by itself to an item that was seen there, as the clock was missed, and that is wanted for what
    /// it came to.
    ///
    /// - Parameter isWanted: of the clock as it stood, and of the attempt's day and the item that it led to.
    func happening(
        _ isWanted: (RunningClock, (on: Day, item: Item)) -> Bool
    ) -> (position: Int, attempt: Attempt, to: Item)? {
        let places = player.positions(at: state).compactMap { position in
            running(position).map { (position: position, clock: $0) }
        }
        func accepted(_ position: Int, _ clock: RunningClock, _ attempts: [Attempt]) -> (Int, Attempt, Item)? {
            for attempt in attempts {
                let strides = study.strides(event.name, on: item(position, firedOn: attempt), in: attempt.setting)
                guard let after = strides?.last?.after else { continue }
                if isWanted(clock, (attempt.setting.on, after)) { return (position, attempt, after) }
            }
            return nil
        }
        for (position, clock) in places {
            if let found = accepted(position, clock, [plain(after: clock.due)]) { return found }
        }
        for (position, clock) in places.prefix(12) + places.suffix(12) where !study.budget.isSpent {
            if let found = accepted(position, clock, attempts(position, after: clock.due)) { return found }
        }
        return nil
    }

    /// The clock of an item that was seen; nil when it does not run, or has caused its event.
    func running(_ position: Int) -> RunningClock? {
        guard let running = player.situations[position].item.clocks[clock.name], running.pausedOn == nil,
            running.fired == nil
        else { return nil }
        return running
    }

    func course(_ position: Int, _ attempt: Attempt) -> Course {
        definition.course(
            of: event.name, on: item(position, firedOn: attempt), in: attempt.setting, by: study.host)
    }

    private func item(_ position: Int, firedOn attempt: Attempt) -> Item {
        var item = player.situations[position].item
        item.clocks[clock.name]?.fired = attempt.setting.on
        return item
    }

    /// On the day after, and with the facts and on the day that its rules ask for.
    func attempts(_ position: Int, after due: Day) -> [Attempt] {
        var plain = plain(after: due)
        var attempts = [plain]
        let item = player.situations[position].item
        for target in event.targets.indices {
            var record = record(target: target)
            for field in definition.fields { record.before[field.name] = AbstractValue(item.fields[field.name]) }
            let answer = ask(record, target)
            guard let witness = answer.witness,
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

    func plain(after due: Day) -> Attempt {
        Attempt(
            event: event, given: [:],
            setting: Setting(on: due + 1, actor: .system, facts: [:], calendars: player.material.calendars))
    }

    func record(target: Int) -> EventRecord {
        var record = study.record(of: event)
        record.states = [state]
        record.reason = .missed(clock)
        return record
    }

    private func ask(
        _ record: EventRecord, _ target: Int, leaving holding: [ExpressionNode] = []
    ) -> CubeSearch.Answer {
        record.answer(
            holding: study.rules(of: event).map(\.root) + (event.targets[target].condition.map { [$0.root] } ?? []),
            failing: event.targets[..<target].map { $0.condition?.root ?? .literal(.flag(true)) },
            leaving: .init(state: event.targets[target].state ?? state, holding: holding))
    }

    /// Whether the event surely does not happen, or leaves the state in which the clock runs or its condition behind.
    ///
    /// - Parameter more: what is to hold besides of the record that it leaves.
    func isSurelyLeft(holding more: [ExpressionNode] = []) -> Bool {
        event.targets.indices.allSatisfy { target in
            guard clock.runsIn.contains(event.targets[target].state ?? state) else { return true }
            let record = record(target: target)
            if case .impossible = ask(record, target, leaving: clock.conditionsOnRecord.map(\.root) + more) {
                return true
            }
            return false
        }
    }

    /// Whether it surely does not happen to an item whose clock is missed, whatever the day and the facts.
    func isRefused(_ item: Item) -> Bool {
        // So that it is looked at whether fields can hold what they come to, and have what is asked.
        let held = (event.asks.map(\.field) + event.sets.map(\.field) + event.adds.keys.sorted()).map(\.isSetOrNot)
        return event.targets.indices.allSatisfy { target in
            var record = record(target: target)
            record.states = [item.state ?? state]
            record.passed = item.clocks[clock.name]?.due
            for field in definition.fields { record.before[field.name] = AbstractValue(item.fields[field.name]) }
            if case .impossible = ask(record, target, leaving: held) { return true }
            return false
        }
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
    ///
    /// - Parameter sure: what is asked of each step besides.
    private func explored(knowing sure: Invariants? = nil) -> Answer? {
        var seen: Set<String> = []
        let fields = (event.asks.map(\.field) + nodes.flatMap(\.fieldNames)).filter {
            seen.insert($0).inserted
        }
        let budget = study.budget.part(4)
        let refined = Refinement(study: study, budget: budget).outcome(
            tracking: fields, knowing: sure, recordLimit: sure == nil ? 3_000 : 800, isShown: { _ in happens() },
            then: exploredWay)
        switch refined {
        case .none: return .refused(shown())
        case .found: return .happens
        case .lost: return happens() ? .happens : nil
        }
    }

    /// A way to a record for which the clock runs and its event may happen.
    private func exploredWay(_ exploration: Exploration) -> Exploration.Answer {
        let conditions = clock.conditionsOnRecord.map {
            AbstractCode($0.root, definition, tracked: exploration.positions)
        }
        guard let step = exploration.step(of: event.name) else { return .tooLarge }
        return exploration.walk { _, _, to, isNew in
            guard isNew, to.state == state else { return false }
            let scene = AbstractCode.Scene(values: to.values, before: to.values, state: state)
            guard conditions.allSatisfy({ $0.outcomes(on: scene).contains(.holds) }) else { return false }
            return !exploration.rests(ofMissing: clock, to, by: step).isEmpty
        }
    }

    /// A value for every fact that decides on the event.
    private var facts: [String: Value] {
        let read = (study.rules(of: event) + event.targets.compactMap(\.condition)).flatMap(\.facts)
        let told = definition.facts.filter { read.contains($0.name) }.compactMap { fact in
            player.material.samples(of: fact, Item()).first.map { (fact.name, $0) }
        }
        return Dictionary(told, uniquingKeysWith: { first, _ in first })
    }

    /// Leads more items to the state if the clock runs for none that was seen there.
    func lookForRunning() {
        guard !player.positions(at: state).contains(where: { running($0) != nil }) else { return }
        let read = Set((clock.condition?.root.names.compactMap(\.fieldName) ?? []) + clock.days)
        // What puts those there may hang on more.
        let writers = definition.events.filter { read.contains(where: $0.writes) }
        let further = Set(writers.flatMap(study.rules).flatMap(\.root.fieldNames)).subtracting(read)
        player.lookFurther(at: [state], about: Array((read.sorted() + further.sorted()).prefix(4)))
    }

    /// An item that was seen there with the clock running, and what it is told when the clock is missed.
    private func shown() -> (story: Story, reasons: [String])? {
        lookForRunning()
        for position in player.positions(at: state) {
            guard let due = running(position)?.due, due < Day.kept.upperBound else { continue }
            var attempt = plain(after: due)
            // What is refused is not for want of a fact.
            attempt.setting.facts = facts
            // Another clock may come first, and lead away from there.
            let ticked = study.tick(player.situations[position].item, in: attempt.setting).ticked
            guard let own = ticked.steps.first(where: { $0.missed.clock == clock.name }),
                own.missed.item.state == state, case .refused(let reasons, _) = own.course
            else { continue }
            let tick = Story.Step(event: nil, on: due + 1, actor: .system, facts: facts, to: nil)
            return (player.story(of: position, then: tick), reasons.map(\.sentence))
        }
        return nil
    }
}

extension Ask {
    /// Whether it is set, what makes it required, and what it falls back on.
    fileprivate var nodes: [ExpressionNode] {
        var nodes = [ExpressionNode.isSet(.field(field))]
        if case .requiredWhen(let condition, _) = requirement { nodes.append(condition.root) }
        if let fallback { nodes += fallback.root.orderedNames.filter { $0.fieldName != nil }.map(ExpressionNode.isSet) }
        return nodes
    }
}
