import Workflow

/// Finds events that can never happen and states that nothing can lead to, although arrows do; and says of which neither
/// that nor the opposite was found out.
struct HappeningCheck {
    let study: Study
    /// What was found so far, of which no more is said.
    let known: [Finding]

    private var definition: Definition { study.definition }

    func findings() -> [Finding] {
        let told = Set(known.filter { [.deadEvent, .unreachableState].contains($0.code) }.map(\.subject))
        let stopped = Set(known.filter { $0.code == .ruleNeverHolds }.compactMap(\.subject.event))
        var found: [Finding] = []
        for event in definition.events where !told.contains(.event(event.name)) && !stopped.contains(event.name) {
            if study.player.hasHappened(event.name) { continue }
            guard study.hasTime(for: .event(event.name)) else { continue }
            switch Happening.of(event, study, study.budget.part(4)) {
            case .seen: continue
            case .never:
                found.append(
                    Finding(
                        .deadEvent, .event(event.name),
                        "“\(event.title)” can never happen: "
                            + "\(WhyNever(study: study, event: event, study.budget.part(4)).words)."))
            case .open:
                found.append(
                    open(.event(event.name), "“\(event.title)” can ever happen", study.rules(of: event).map(\.root)))
            }
        }
        let dead = stopped.union((known + found).filter { $0.code == .deadEvent }.compactMap(\.subject.event))
        let living = definition.events.filter { !dead.contains($0.name) }
        let reached = Set(living.flatMap { $0.targets.compactMap(\.state) })
        for state in definition.states where !told.contains(.state(state.name)) {
            if !study.player.positions(at: state.name).isEmpty { continue }
            if study.isOnlyPassed(state.name), isPassed(state.name) { continue }
            let isCutOff = !reached.contains(state.name)
            guard isCutOff || study.hasTime(for: .state(state.name)) else { continue }
            switch isCutOff ? .never : Happening.of(state.name, study, study.budget.part(4)) {
            case .seen: continue
            case .never:
                found.append(
                    Finding(
                        .unreachableState, .state(state.name), "Nothing that can happen leads to “\(state.title)”."))
            case .open: found.append(open(.state(state.name), "anything can lead to “\(state.title)”", []))
            }
        }
        // What could only happen where nothing leads to is dead, whatever else was not found out.
        let unreachable = Set((known + found).filter { $0.code == .unreachableState }.map(\.subject))
        return found.map { finding in
            guard finding.code == .notShown, case .event(let name) = finding.subject,
                let event = definition.event(name), !event.begins,
                event.from.allSatisfy({ unreachable.contains(.state($0)) })
            else { return finding }
            let places = Sentences.list(event.from.map { "“\(definition.title(ofState: $0))”" }, "or")
            return Finding(
                .deadEvent, finding.subject,
                "“\(event.title)” can never happen: nothing that can happen leads to \(places).")
        }
    }

    /// Something that led there has happened.
    private func isPassed(_ state: String) -> Bool {
        study.graph.edges.contains { $0.to == state && study.player.hasHappened($0.event.name) }
    }

    private func open(_ subject: Subject, _ what: String, _ nodes: [ExpressionNode]) -> Finding {
        let hard = Grounds(definition, nodes).words.map { ", and hangs on \($0)" } ?? ""
        let why = study.budget.isSpent ? "time was up" : "it was neither played nor ruled out\(hard)"
        return Finding(.notShown, subject, "Whether \(what) was not found out: \(why).")
    }
}

extension Subject {
    /// The event that it is about.
    var event: String? {
        switch self {
        case .event(let name), .rule(_, of: .some(let name)): name
        default: nil
        }
    }
}
