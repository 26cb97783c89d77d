import Workflow

/// Finds open states in which no clock runs, clocks that cannot end, and clocks whose event cannot happen.
struct ClockCheck {
    let study: Study
    /// What was found so far, of which no more is said.
    let known: [Finding]

    private var definition: Definition { study.definition }
    private var graph: TransitionGraph { study.graph }

    func findings() -> [Finding] {
        var findings: [Finding] = []
        let told = Set(known.filter { [.unreachableState, .deadEvent].contains($0.code) }.map(\.subject))
        if !definition.clocks.isEmpty {
            for state in definition.states where !state.isEnd && graph.paths[state.name] != nil {
                if told.contains(.state(state.name)) { continue }
                guard study.hasTime(for: .state(state.name)), !isTimed(state), !study.isOnlyPassed(state.name) else {
                    continue
                }
                findings += [untimed(state)].compactMap(\.self)
            }
        }
        let exits = Set(graph.edges.filter { $0.from != $0.to }.compactMap(\.from))
        for clock in definition.clocks where study.hasTime(for: .clock(clock.name)) {
            let places = clock.runsIn.filter { !told.contains(.state($0)) }
            for state in places where !exits.contains(state) {
                findings.append(
                    Finding(
                        .clockWithoutExit, .clock(clock.name),
                        "“\(clock.title)” runs at “\(definition.title(ofState: state))”, which nothing leads out of."))
            }
            let idle = idle(clock)
            if !idle.isEmpty, idle == Set(clock.runsIn.filter { graph.paths[$0] != nil }) {
                let words = IdleClock(study: study, clock: clock).words
                findings.append(
                    Finding(.clockNeverRuns, .clock(clock.name), "“\(clock.title)” never runs: \(words)"))
            }
            guard case .event(let name) = clock.whenMissed, let event = definition.event(name) else { continue }
            for state in places {
                guard event.from.contains(state) else {
                    findings.append(
                        Finding(
                            .clockEventElsewhere, .clock(clock.name),
                            "“\(clock.title)” runs at “\(definition.title(ofState: state))”, where "
                                + "“\(event.title)” cannot happen."))
                    continue
                }
                guard !idle.contains(state), study.hasTime(for: .clock(clock.name)) else { continue }
                let wrong = wrong(clock, event, state)
                // That it never happens says why.
                if let wrong, wrong.code != .notShown || !told.contains(.event(name)) { findings.append(wrong) }
                if wrong?.severity != .error, let spent = spent(clock, event, state),
                    !findings.contains(where: { $0.subject == spent.subject && $0.code != .notShown })
                {
                    findings.append(spent)
                }
            }
        }
        return findings + ambiguities()
    }

    /// The states that something leads to and in which the clock would run, but never does.
    private func idle(_ clock: Definition.Clock) -> Set<String> {
        let places = clock.runsIn.filter { graph.paths[$0] != nil }
        return Set(places.filter { IdleClock(study: study, clock: clock).neverRuns(in: $0) })
    }

    // MARK: - States without a clock

    /// Some clock surely runs: one without a condition, or several whose conditions leave nothing out.
    private func isTimed(_ state: State) -> Bool {
        let known = study.onRecord.fields(in: state.name)
        let running = definition.clocks.filter { clock in
            guard clock.runsIn.contains(state.name), clock.whenMissed != .pass else { return false }
            if let starts = clock.starts, !state.needs.contains(starts), !known.contains(starts) { return false }
            guard clock.lasts == nil, let until = clock.until else { return true }
            return state.needs.contains(until) || known.contains(until)
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
        if case .impossible = CubeSearch.answer(formulas, reader.vocabulary, study.budget) { return true }
        return false
    }

    private func untimed(_ state: State) -> Finding? {
        let clocks = definition.clocks.filter { $0.runsIn.contains(state.name) && $0.whenMissed != .pass }
        func shown() -> Int? {
            study.player.positions(at: state.name).first { position in
                clocks.allSatisfy { study.player.situations[position].item.clocks[$0.name] == nil }
            }
        }
        var position = shown()
        if position == nil {
            let read = clocks.flatMap { clock in
                (clock.condition?.root.names.compactMap(\.fieldName) ?? []) + clock.days
            }
            study.player.lookFurther(at: [state.name], about: Array(Set(read).sorted().prefix(4)))
            position = shown()
        }
        if position == nil, !clocks.isEmpty { position = without(clocks, at: state) }
        if let position {
            return Finding(
                .stateWithoutClock, .state(state.name),
                "An item can rest at “\(state.title)” without any clock running"
                    + "\(values(clocks, at: position)).\(passing(state))",
                story: study.player.story(of: position))
        }
        guard !study.player.positions(at: state.name).isEmpty else { return nil }
        return Finding(
            .notShown, .state(state.name),
            "Whether an item can rest at “\(state.title)” without any clock running was not found out"
                + "\(study.grounds(clocks.compactMap(\.condition?.root), clocks)).")
    }

    /// `, as when due is empty`, of what clocks hang on.
    private func values(_ clocks: [Definition.Clock], at position: Int) -> String {
        let item = study.player.situations[position].item
        let read = clocks.flatMap { clock in
            (clock.condition?.root.names.compactMap(\.fieldName) ?? []) + [clock.starts].compactMap(\.self)
                + (clock.lasts == nil ? [clock.until].compactMap(\.self) : [])
        }
        let words = Set(read).sorted().map { "\($0) is \(item.fields[$0]?.word ?? "empty")" }
        return words.isEmpty ? "" : ", as when \(Sentences.list(words, "and"))"
    }

    /// Clocks that run there and do not count.
    private func passing(_ state: State) -> String {
        let titles = definition.clocks.filter { $0.runsIn.contains(state.name) && $0.whenMissed == .pass }.map {
            "“\($0.title)”"
        }
        guard !titles.isEmpty else { return "" }
        return " \(Sentences.list(titles, "and")) only reminds: it passes when it is missed, and nothing follows."
    }

    /// A clock that has caused its event, runs no more, and leaves the item where no other does.
    private func spent(_ clock: Definition.Clock, _ event: Event, _ state: String) -> Finding? {
        let isLeft = event.targets.allSatisfy { $0.state.map { !clock.runsIn.contains($0) } ?? false }
        guard !isLeft, !clock.restartsOn.contains(event.name), !clock.days.contains(where: event.writes) else {
            return nil
        }
        let missed = MissedEvent(study: study, clock: clock, event: event, state: state)
        let found = missed.happening { _, after in
            guard after.item.state == state else { return false }
            return definition.clocks.filter { $0.name != clock.name && $0.whenMissed != .pass }.allSatisfy {
                after.item.clocks[$0.name] == nil
            }
        }
        guard let found else { return nil }
        let setting = found.attempt.setting
        let tick = Story.Step(event: nil, on: setting.on, actor: .system, facts: setting.facts, to: state)
        return Finding(
            .clockRunsOnce, .clock(clock.name),
            "Once “\(clock.title)” has caused “\(event.title)” at “\(definition.title(ofState: state))”, it runs no more, "
                + "and no other clock runs there.",
            story: study.player.story(of: found.position, then: tick))
    }

    /// An item led to a state where the conditions of all clocks fail.
    private func without(_ clocks: [Definition.Clock], at state: State) -> Int? {
        let conditions = clocks.map { $0.condition?.root ?? .isSet(.field($0.starts ?? $0.until ?? "")) }
        let either = conditions.dropFirst().reduce(conditions[0]) { ExpressionNode.or($0, $1) }
        let claim = StepClaim(
            expression: Expression(text: "", type: .flag, root: either), form: .holds, entering: [state.name])
        guard let position = study.player.search(breaking: claim, study.budget.part(4)) else { return nil }
        let item = study.player.situations[position].item
        let isThere = item.state == state.name
        return isThere && clocks.allSatisfy { item.clocks[$0.name] == nil } ? position : nil
    }

    // MARK: - Events of missed clocks

    /// That whatever becomes of an item there, the event of a missed clock is refused, or that the clock is missed again.
    private func wrong(_ clock: Definition.Clock, _ event: Event, _ state: String) -> Finding? {
        let place = definition.title(ofState: state)
        let missed = MissedEvent(study: study, clock: clock, event: event, state: state)
        switch missed.answer() {
        case .happens:
            let found = [
                LastingMiss(missed: missed).finding(), SpentMiss(missed: missed).finding(),
                HeldMiss(missed: missed).finding(),
            ].compactMap(\.self)
            return found.first { $0.severity == .error } ?? found.first
        case .refused(let story):
            let last = story.map { " (\($0.reasons.joined(separator: " ")))" } ?? ""
            guard let story else {
                return Finding(
                    .notShown, .clock(clock.name),
                    "Whether “\(clock.title)” can be missed at “\(place)” was not found out; if it can, “\(event.title)” is "
                        + "refused\(study.grounds(clock.condition.map { [$0.root] } ?? [], [clock])).")
            }
            return Finding(
                .clockEventRefused, .clock(clock.name),
                "When “\(clock.title)” is missed at “\(place)”, “\(event.title)” is always refused\(last).",
                story: story.story)
        case .open:
            if let held = SpentMiss(missed: missed).found(after: 0), held.severity == .error { return held }
            return Finding(
                .notShown, .clock(clock.name),
                "Whether “\(event.title)” can happen when “\(clock.title)” is missed at “\(place)” was not found out"
                    + "\(study.grounds(missed.nodes, [clock])).")
        }
    }

    // MARK: - Clocks that are missed at once

    private func ambiguities() -> [Finding] {
        let automatic = definition.clocks.filter { $0.whenMissed.event != nil }
        return automatic.enumerated().flatMap { index, clock in
            automatic[(index + 1)...].filter { $0.whenMissed != clock.whenMissed }.compactMap { other in
                guard study.hasTime(for: .clock(clock.name)) else { return nil }
                return TwoClocks(study: study, clock: clock, other: other).finding()
            }
        }
    }
}
