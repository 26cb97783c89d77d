import Workflow

/// Finds states in which nobody can do anything, and out of which no clock surely leads.
struct StandstillCheck {
    let study: Study
    /// What was found so far, of which no more is said.
    let known: [Finding]

    private var definition: Definition { study.definition }

    func findings() -> [Finding] {
        definition.states.filter { state in
            guard !state.isEnd, study.graph.paths[state.name] != nil, !study.isOnlyPassed(state.name) else {
                return false
            }
            return !study.graph.edges(from: state.name).contains { $0.event.isForPeople }
        }.compactMap { study.hasTime(for: .state($0.name)) ? finding($0) : nil }
    }

    private func finding(_ state: State) -> Finding? {
        let clocks = definition.clocks.filter { event(of: $0, at: state) != nil }
        guard !clocks.isEmpty else {
            let position = study.player.positions(at: state.name).first
            // Where something follows it takes an item that was seen to rest there.
            return position == nil && study.causes.followSomewhere ? nil : nobody(state, "", position)
        }
        if let position = stranded(at: state, clocks) {
            return nobody(state, ", and no clock causes anything that can happen", position)
        }
        let others = definition.states.map(\.name).filter { $0 != state.name }
        let reach = Reach(from: [state.name], to: others, when: nil)
        switch ReachProof(study: study, fields: [], budget: study.budget.part(4)).verdict(reach) {
        case .kept: return nil
        case .broken(let position, _): return nobody(state, ", and no clock leads on from there", position)
        case .unproved(let why):
            // What becomes of the clock's event is told already.
            let told = Set(known.filter { Self.telling.contains($0.code) }.map(\.subject))
            if clocks.contains(where: { told.contains(.clock($0.name)) }) { return nil }
            return Finding(
                .notShown, .state(state.name),
                "Whether a clock surely leads on from “\(state.title)”, where no role can do anything, was not found out: "
                    + "\(why).")
        }
    }

    private static let telling: Set<Finding.Code> = [.clockEventRefused, .clockStaysMissed, .notShown]

    private func nobody(_ state: State, _ words: String, _ position: Int?) -> Finding {
        Finding(
            .nobodyCanAct, .state(state.name), "No role can do anything at “\(state.title)”\(words).",
            path: study.graph.paths[state.name] ?? [], story: position.map { study.player.story(of: $0) })
    }

    /// The event that a clock causes there, if it can happen there.
    private func event(of clock: Definition.Clock, at state: State) -> Event? {
        guard clock.runsIn.contains(state.name), let event = clock.whenMissed.event.flatMap(definition.event) else {
            return nil
        }
        return event.from.contains(state.name) ? event : nil
    }

    /// An item for which none of the clocks runs, or each surely is refused its event whatever the day and the facts.
    private func stranded(at state: State, _ clocks: [Definition.Clock]) -> Int? {
        let missed = clocks.compactMap { clock in
            event(of: clock, at: state).map { MissedEvent(study: study, clock: clock, event: $0, state: state.name) }
        }
        func isStranded(_ position: Int) -> Bool {
            let item = study.player.situations[position].item
            return missed.allSatisfy { $0.running(position) == nil || $0.isRefused(item) }
        }
        if let found = study.player.positions(at: state.name).first(where: isStranded) { return found }
        let conditions = missed.flatMap { study.rules(of: $0.event) + [$0.clock.condition].compactMap(\.self) }
        let read = conditions.flatMap(\.root.fieldNames) + clocks.flatMap(\.days)
        study.player.lookFurther(at: [state.name], about: Array(Set(read).sorted().prefix(4)))
        return study.player.positions(at: state.name).first(where: isStranded)
    }
}
