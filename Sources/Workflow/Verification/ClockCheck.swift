/// Finds open states in which no clock runs, clocks that cannot end, and clocks whose event cannot happen.
struct ClockCheck {
    let definition: Definition
    let graph: TransitionGraph
    let onRecord: OnRecord

    func findings() -> [Finding] {
        var findings: [Finding] = []
        if !definition.clocks.isEmpty {
            for state in definition.states where !state.isEnd && graph.paths[state.name] != nil && !isTimed(state) {
                findings.append(
                    Finding(
                        .stateWithoutClock, .state(state.name),
                        "An item can rest at “\(state.title)” without any clock running.",
                        path: graph.paths[state.name] ?? []))
            }
        }
        let exits = Set(graph.edges.filter { $0.from != $0.to }.compactMap(\.from))
        for clock in definition.clocks {
            for state in clock.runsIn where !exits.contains(state) {
                findings.append(
                    Finding(
                        .clockWithoutExit, .clock(clock.name),
                        "“\(clock.title)” runs at “\(definition.title(ofState: state))”, which nothing leads out of."))
            }
            guard case .event(let name) = clock.whenMissed, let event = definition.event(name) else { continue }
            for state in clock.runsIn where !event.from.contains(state) {
                findings.append(
                    Finding(
                        .clockEventElsewhere, .clock(clock.name),
                        "“\(clock.title)” can be missed at “\(definition.title(ofState: state))”, where "
                            + "“\(event.title)” cannot happen."))
            }
        }
        return findings + ambiguities()
    }

    /// Some clock surely runs: one without a condition, or several whose conditions leave nothing out.
    private func isTimed(_ state: State) -> Bool {
        let known = onRecord.fields(in: state.name)
        let running = definition.clocks.filter { clock in
            guard clock.runsIn.contains(state.name), clock.whenMissed != .pass else { return false }
            if let starts = clock.starts, !state.needs.contains(starts), !known.contains(starts) { return false }
            return clock.lasts != nil || clock.until.map(state.needs.contains) == true
        }
        if running.contains(where: { $0.condition == nil }) { return true }
        let conditions = running.compactMap(\.condition)
        guard !conditions.isEmpty else { return false }
        var reader = ConditionReader(definition)
        var formulas = conditions.map { Formula.not(reader.holds($0.root)) }
        formulas.append(reader.holds(.compare(.equal, .state, .literal(.text(state.name)))))
        let mentioned = conditions.reduce(into: Set<String>()) { $0.formUnion($1.root.mentions) }
        for name in known.intersection(mentioned).sorted() {
            formulas.append(reader.isSet(.field(name)))
        }
        if case .impossible = CubeSearch.answer(formulas, reader.vocabulary) { return true }
        return false
    }

    private func ambiguities() -> [Finding] {
        var findings: [Finding] = []
        let automatic = definition.clocks.filter { $0.whenMissed.event != nil }
        for (index, clock) in automatic.enumerated() {
            for other in automatic[(index + 1)...] where clock.whenMissed != other.whenMissed {
                guard let state = clock.runsIn.first(where: other.runsIn.contains) else { continue }
                findings.append(
                    Finding(
                        .ambiguousClocks, .clock(other.name),
                        "At “\(definition.title(ofState: state))” both “\(clock.title)” and “\(other.title)” cause an "
                            + "event when they are missed, and nothing says which comes first.",
                        path: graph.paths[state] ?? []))
            }
        }
        return findings
    }
}
