import Workflow

extension Player {
    /// What a step is to come to.
    struct Aim {
        /// Which of the event's targets it takes; nil for any.
        var target: Int?
        /// What fields are to hold afterwards.
        var values: [String: AbstractValue] = [:]
        /// What it is to break.
        var breaking: StepClaim?
        /// What is to hold, and not to hold, of the record that it proposes.
        var holding: [ExpressionNode] = []
        var failing: [ExpressionNode] = []
    }

    /// What the rules ask for, as far as it can be worked out from them.
    func solved(_ event: Event, from position: Int, _ aim: Aim) -> [Attempt] {
        records(event, position).flatMap { solved(event, from: position, aim, $0) }
    }

    /// What is known where somebody causes the event of an item that was seen, and where clocks do.
    private func records(_ event: Event, _ position: Int) -> [EventRecord] {
        let item = situations[position].item
        var record = study.record(of: event)
        if let from = item.state { record.states = [from] }
        for field in definition.fields { record.before[field.name] = AbstractValue(item.fields[field.name]) }
        record.isTried = true
        let isForOthers = event.isForPeople || !study.causes.binds(event)
        let byClocks = clocks(causing: event, position).map { clock in
            var missed = record
            missed.reason = .missed(clock)
            missed.passed = item.clocks[clock.name]?.due
            return missed
        }
        return (isForOthers ? [record] : []) + (study.causes.binds(event) ? byClocks : [])
    }

    private func solved(_ event: Event, from position: Int, _ aim: Aim, _ record: EventRecord) -> [Attempt] {
        let item = situations[position].item
        var attempts: [Attempt] = []
        for target in aim.target.map({ [$0] }) ?? Array(event.targets.indices) {
            guard let state = event.targets[target].state ?? item.state else { continue }
            var leaving = aim.breaking.map { $0.broken(at: state) } ?? .init(state: state)
            leaving.values = aim.values
            if let claim = aim.breaking, !claim.isAbout(from: item.state, to: state) { continue }
            let taken = event.targets[target].condition.map { [$0.root] } ?? []
            let passed = event.targets[..<target].map { $0.condition?.root ?? .literal(.flag(true)) }
            let answer = record.answer(
                holding: study.rules(of: event).map(\.root) + taken + aim.holding, failing: passed + aim.failing,
                leaving: leaving)
            if let witness = answer.witness { attempts += material.attempts(event, item, witness) }
        }
        return attempts
    }

    /// What might make an event lead nowhere.
    func lost(_ event: Event, from position: Int) -> [Attempt] {
        let item = situations[position].item
        return records(event, position).flatMap { record -> [Attempt] in
            let answer = record.answer(
                holding: study.rules(of: event).map(\.root), failing: event.targets.compactMap(\.condition?.root))
            return answer.witness.map { material.attempts(event, item, $0) } ?? []
        }
    }

    /// Looks for a step that breaks a claim among all items that were seen.
    func search(breaking claim: StepClaim, _ budget: Budget) -> Int? {
        var found: Int?
        search(breaking: claim, budget) { position in
            found = position
            return false
        }
        return found
    }

    /// Leads more items to where a claim is broken, some in each state; false when none.
    func spread(breaking claim: StepClaim, _ budget: Budget) -> Bool {
        var found: [String?: Int] = [:]
        search(breaking: claim, budget, isWanted: { found[$0, default: 0] < Self.spreadLimit }) { position in
            found[situations[position].item.state, default: 0] += 1
            return true
        }
        return !found.isEmpty
    }

    private static let spreadLimit = 4

    /// Takes steps that break a claim from all items that were seen, as long as it goes on.
    ///
    /// - Parameter isWanted: whether a step to a state is.
    private func search(
        breaking claim: StepClaim, _ budget: Budget, isWanted: (String?) -> Bool = { _ in true },
        _ goesOn: (Int) -> Bool
    ) {
        for position in situations.indices.prefix(Self.situationLimit) {
            let before = situations[position].item
            for event in definition.events where before.state.map(event.from.contains) ?? event.begins {
                guard !event.by.isEmpty, !budget.isSpent else { continue }
                let states = event.targets.map { $0.state ?? before.state }.filter { to in
                    guard isWanted(to) else { return false }
                    guard let entering = claim.entering else { return true }
                    return to.map(entering.contains) ?? false && to != before.state
                }
                guard !states.isEmpty else { continue }
                for attempt in solved(event, from: position, Aim(breaking: claim)) {
                    guard let (found, strides) = take(attempt, from: position),
                        claim.isBroken(definition, along: strides)
                    else { continue }
                    guard goesOn(last(attempt, strides, from: position, to: found)) else { return }
                }
            }
        }
    }
}
