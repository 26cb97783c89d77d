import Workflow

/// Finds arrows that are never taken: events that happen, but surely never from one of the states that they name.
struct ArrowCheck {
    let study: Study
    /// What was found so far, of which no more is said.
    let known: [Finding]

    private var definition: Definition { study.definition }

    func findings() -> [Finding] {
        guard definition.events.count <= Self.eventLimit else { return [] }
        let told = Set(known.map(\.subject))
        return definition.events.filter { $0.from.count > 1 && !told.contains(.event($0.name)) }.flatMap { event in
            let open = event.from.filter { state in
                !study.player.positions(at: state).isEmpty && study.player.happened[event.name]?[state] == nil
            }
            return never(event, open)
        }
    }

    private func never(_ event: Event, _ states: [String]) -> [Finding] {
        guard !states.isEmpty, study.player.hasHappened(event.name), !study.budget.isSpent else { return [] }
        let nothing = Invariants(byState: [:], met: [])
        var open: [String] = []
        var found: [String] = []
        for state in states {
            if isNever(event, state, nothing) { found.append(state) } else { open.append(state) }
        }
        open = open.filter { !study.player.happens(event, at: $0) }
        if !open.isEmpty, open.count <= Self.closeLimit {
            let needs = event.targets.compactMap(\.state).flatMap { definition[$0]?.needs ?? [] }
            let nodes = study.rules(of: event).map(\.root) + needs.map { .isSet(.field($0)) }
            if let sure = Induction(study, about: nodes, claims: [], study.budget.part(8)).invariants() {
                found += open.filter { isNever(event, $0, sure) }
            }
        }
        return event.from.filter(found.contains).map { state in
            Finding(
                .arrowNeverTaken, .event(event.name),
                "“\(event.title)” never happens at “\(definition.title(ofState: state))”: its rules, or what it needs, never "
                    + "hold there.")
        }
    }

    /// Of one event no more states than these are looked at closely.
    private static let closeLimit = 3
    /// Arrows of a larger definition are not looked at: many events of such a one happen nearly everywhere.
    private static let eventLimit = 30

    private func isNever(_ event: Event, _ state: String, _ sure: Invariants) -> Bool {
        let held = (event.sets.map(\.field) + event.adds.keys.sorted()).map(\.isSetOrNot)
        return Induction.steps(definition).filter { $0.event.name == event.name && $0.from == state }.allSatisfy {
            step in
            study.isImpossible(step, leaving: .init(state: step.to, holding: held), sure, study.budget)
        }
    }
}
