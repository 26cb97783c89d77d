/// Something that a program needs of a workflow and that its definition lacks.
public struct Shortfall: Hashable, Sendable {
    public let subject: Subject
    public let sentence: String
}

extension Contract {
    /// All that a definition lacks; nothing when the program can work with it.
    public func shortfalls(of definition: Definition) -> [Shortfall] {
        fields(definition) + events(definition) + states(definition) + clocks(definition)
    }

    private func fields(_ definition: Definition) -> [Shortfall] {
        fields.sorted { $0.key < $1.key }.compactMap { name, kinds in
            let wanted = Sentences.list(kinds.map(\.sentence), "or")
            guard let field = definition.field(name) else {
                return Shortfall(subject: .field(name), sentence: "The program reads the field “\(name)”, \(wanted).")
            }
            guard !kinds.contains(where: { $0.takes(field.kind) }) else { return nil }
            return Shortfall(
                subject: .field(name),
                sentence: "The program reads “\(name)” as \(wanted), and here it is \(field.kind.sentence).")
        }
    }

    private func events(_ definition: Definition) -> [Shortfall] {
        let wanted = events.map { ($0, false) } + beginnings.map { ($0, true) }
        return wanted.compactMap { name, begins in
            let what = begins ? "begins an item with" : "causes"
            guard let event = definition.event(name) else {
                return Shortfall(subject: .event(name), sentence: "The program \(what) the event “\(name)”.")
            }
            guard event.begins != begins else { return nil }
            let here = event.begins ? "it begins an item" : "it begins none"
            return Shortfall(
                subject: .event(name), sentence: "The program \(what) the event “\(name)”, and here \(here).")
        }
    }

    private func states(_ definition: Definition) -> [Shortfall] {
        states.filter { definition.states(meaning: $0).isEmpty }.map {
            Shortfall(subject: .workflow, sentence: "The program needs a state that means “\($0)”.")
        }
    }

    private func clocks(_ definition: Definition) -> [Shortfall] {
        clocks.filter { definition.clocks(meaning: $0).isEmpty }.map {
            Shortfall(subject: .workflow, sentence: "The program needs a clock that means “\($0)”.")
        }
    }
}

extension Host {
    /// What it needs of a definition and does not find.
    public func shortfalls(of definition: Definition) -> [Shortfall] {
        contracts[definition.name]?.shortfalls(of: definition) ?? []
    }

    /// The same as findings, errors that no waiver explains; and as notes what nothing that is known here ever causes.
    public func findings(on definition: Definition) -> [Finding] {
        shortfalls(of: definition).map { Finding(.contract, $0.subject, $0.sentence) } + uncaused(definition)
    }

    /// Events for the host alone that nothing causes: no clock, no effect of the file, nor the program.
    private func uncaused(_ definition: Definition) -> [Finding] {
        let isCausedElsewhere = causes.values.joined().contains { $0.workflows?.contains(definition.name) ?? false }
        let effects = definition.events.flatMap(\.effects) + definition.states.flatMap(\.effects)
        var caused = Set(definition.clocks.compactMap(\.whenMissed.event) + (contracts[definition.name]?.events ?? []))
        for (name, argument) in effects.flatMap({ effect in effect.arguments.map { ($0.key, $0.value.root) } }) {
            if case .literal(.text(let text)) = argument {
                caused.insert(text)
            } else if causing.contains(name) {
                return []
            }
        }
        if isCausedElsewhere { return [] }
        return definition.events.filter { event in
            !event.begins && !caused.contains(event.name) && !event.by.isEmpty
                && event.by.allSatisfy { $0 == Actor.system.person }
        }.map { event in
            Finding(
                .eventWithoutCause, .event(event.name),
                "“\(event.title)” is for “\(definition.title(ofRole: Actor.system.person))” alone, and neither a clock nor an "
                    + "effect causes it.")
        }
    }

    /// Arguments that name an event.
    private var causing: Set<String> { Set(causes.values.joined().map(\.argument)) }

    /// Effects that are to cause an event which no workflow has that they go to: errors that no waiver explains.
    ///
    /// - Parameter other: another workflow by its name; nil for one that is not at hand, of which nothing is said.
    public func findings(
        on definition: Definition, beside other: (_ workflow: String) throws -> Definition?
    ) rethrows -> [Finding] {
        let effects =
            definition.states.flatMap { state in state.effects.map { (Subject.state(state.name), state.title, $0) } }
            + definition.events.flatMap { event in event.effects.map { (.event(event.name), event.title, $0) } }
        var found: [Finding] = []
        for (subject, title, effect) in effects {
            for caused in causes[effect.name] ?? [] {
                guard let workflows = caused.workflows,
                    case .literal(.text(let name))? = effect.arguments[caused.argument]?.root
                else { continue }
                let others = try workflows.compactMap { $0 == definition.name ? definition : try other($0) }
                guard !others.isEmpty, others.count == workflows.count,
                    !others.contains(where: { $0.event(name).map { !$0.begins } ?? false })
                else { continue }
                let events = others.flatMap(\.events).filter { !$0.begins }.map(\.name)
                let meant = NearMiss.hint(for: name, among: events).map { " \($0)" } ?? ""
                found.append(
                    Finding(
                        .contract, subject,
                        "“\(title)” is to cause “\(name)” by “\(effect.name)”, which is no event of "
                            + "\(Sentences.list(workflows, "or")).\(meant)"))
            }
        }
        return found
    }
}
