extension Definition {
    /// What is wrong with a definition made in code: names that refer to nothing, names that stand twice, and lengths, limits
    /// and promises that no file can hold. One read from a file has none. The kernel runs a definition with faults without
    /// trapping, but not as it was meant; nothing is proved of it.
    public var faults: [String] {
        var check = FaultCheck(self)
        check.names()
        for state in states { check.look(at: state) }
        for field in fields + facts { check.look(at: field) }
        for section in sections { check.look(at: section) }
        for event in events { check.look(at: event) }
        for rule in rules { check.look(at: rule, in: "A rule") }
        for clock in clocks { check.look(at: clock) }
        for promise in promises { check.look(at: promise) }
        return check.faults
    }
}

private struct FaultCheck {
    private let definition: Definition
    private let states: Set<String>
    private let fields: Set<String>
    private let facts: Set<String>
    private let events: Set<String>
    private let sections: Set<String>
    private let roles: Set<String>
    private(set) var faults: [String] = []

    init(_ definition: Definition) {
        self.definition = definition
        states = Set(definition.states.map(\.name))
        fields = Set(definition.fields.map(\.name))
        facts = Set(definition.facts.map(\.name))
        events = Set(definition.events.map(\.name))
        sections = Set(definition.sections.map(\.name))
        roles = Set(definition.roles)
    }

    mutating func names() {
        once(definition.states.map(\.name), "state")
        once(definition.fields.map(\.name), "field")
        once(definition.events.map(\.name), "event")
        once(definition.clocks.map(\.name), "clock")
        once(definition.sections.map(\.name), "section")
        once(definition.facts.map(\.name), "fact")
        once(definition.promises.map(\.name), "promise")
    }

    private mutating func once(_ names: [String], _ what: String) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted { faults.append("There are two \(what)s “\(name)”.") }
    }

    private mutating func know(_ names: [String], _ what: String, _ known: Set<String>, in place: String) {
        for name in names where !known.contains(name) { faults.append("\(place): there is no \(what) “\(name)”.") }
    }

    private mutating func know(_ name: String?, _ what: String, _ known: Set<String>, in place: String) {
        know([name].compactMap(\.self), what, known, in: place)
    }

    mutating func look(at state: State) {
        let place = "The state “\(state.name)”"
        know(state.needs, "field", fields, in: place)
        know(state.usual, "event", events, in: place)
        look(at: state.effects, in: place)
    }

    mutating func look(at field: Field) {
        let place = "The field “\(field.name)”"
        know(field.section, "section", sections, in: place)
        if field.limit < 1 { faults.append("\(place) can hold no character.") }
        switch field.kind {
        case .choice(let choices), .choices(let choices):
            if choices.isEmpty { faults.append("\(place) has nothing to choose from.") }
            once(choices.map(\.name), "choice")
        default: break
        }
    }

    mutating func look(at section: Section) {
        for reader in section.readers { look(at: reader.condition, in: "The section “\(section.name)”") }
    }

    mutating func look(at event: Event) {
        let place = "The event “\(event.name)”"
        know(event.from + event.targets.compactMap(\.state), "state", states, in: place)
        know(event.by, "role", roles, in: place)
        let written = event.asks.map(\.field) + event.sets.map(\.field) + event.clears + event.adds.keys.sorted()
        know(written, "field", fields, in: place)
        know(event.erases, "section", sections, in: place)
        if event.begins, event.targets.contains(where: { $0.state == nil }) {
            faults.append("\(place) begins an item and has nowhere to stay.")
        }
        for rule in event.rules { look(at: rule, in: place) }
        for target in event.targets { look(at: target.condition, in: place) }
        for assignment in event.sets { look(at: assignment.expression, in: place) }
        for ask in event.asks {
            look(at: ask.fallback, in: place)
            look(at: ask.offered, in: place)
            if case .requiredWhen(let condition, _) = ask.requirement { look(at: condition, in: place) }
        }
        look(at: event.effects, in: place)
    }

    private mutating func look(at effects: [Effect], in place: String) {
        for effect in effects {
            look(at: effect.condition, in: place)
            for name in effect.arguments.keys.sorted() { look(at: effect.arguments[name], in: place) }
        }
    }

    mutating func look(at rule: Rule, in place: String) {
        look(at: rule.condition, in: place)
        know(rule.except, "event", events, in: place)
    }

    mutating func look(at clock: Definition.Clock) {
        let place = "The clock “\(clock.name)”"
        know(clock.runsIn + clock.pausesIn, "state", states, in: place)
        know(clock.restartsOn, "event", events, in: place)
        know(clock.whenMissed.event, "event", events, in: place)
        know(clock.days + [clock.pausesWhen].compactMap(\.self), "field", fields, in: place)
        for period in [clock.lasts, clock.orLater?.lasts].compactMap(\.self) where !period.isOfClocks {
            faults.append("\(place) lasts \(period.words), which is not between 0 and \(Period.longest).")
        }
        if let warns = clock.warns, !(1...366).contains(warns) {
            faults.append("\(place) warns \(warns) days before, which is not between 1 and 366.")
        }
        look(at: clock.condition, in: place)
    }

    mutating func look(at promise: Promise) {
        let place = "The promise “\(promise.name)”"
        switch promise.claim {
        case .always(let condition), .never(let condition): look(at: condition, lastingIn: place)
        case .entering(let entered, let condition):
            know(entered, "state", states, in: place)
            look(at: condition, in: place)
        case .before(let reached, let waypoints):
            know(reached, "state", states, in: place)
            for waypoint in waypoints {
                switch waypoint {
                case .event(let name): know(name, "event", events, in: place)
                case .state(let name): know(name, "state", states, in: place)
                }
            }
        case .canReach(let reached, let sources, let condition):
            know(sources + reached, "state", states, in: place)
            look(at: condition, lastingIn: place)
            if let condition, !condition.isAboutTheRecord {
                faults.append("\(place): from where a way on is promised is said of the record alone.")
            }
        case .onlyGrows(let names): know(names, "field", fields, in: place)
        case .read(let names, let readers, let spared):
            know(names, "section", sections, in: place)
            know(readers, "role", roles, in: place)
            know(spared, "event", events, in: place)
        }
    }

    private mutating func look(at condition: Expression?, lastingIn place: String) {
        for word in condition?.passing.prefix(1) ?? [] {
            faults.append("\(place): “\(word)” changes while nothing happens.")
        }
        look(at: condition, in: place)
    }

    private mutating func look(at expression: Expression?, in place: String) {
        guard let expression else { return }
        var found: (fields: [String], facts: [String], periods: [Period]) = ([], [], [])
        func collect(_ node: ExpressionNode) {
            switch node {
            case .field(let name), .before(let name): if !found.fields.contains(name) { found.fields.append(name) }
            case .fact(let name): if !found.facts.contains(name) { found.facts.append(name) }
            case .shift(_, let period): found.periods.append(period)
            default: break
            }
            for child in node.children { collect(child) }
        }
        collect(expression.root)
        know(found.fields, "field", fields, in: place)
        know(found.facts, "fact", facts, in: place)
        for period in found.periods where !period.isOfExpressions {
            faults.append("\(place): \(period.words) are more than \(Period.longest).")
        }
    }
}

extension Period {
    fileprivate var isOfClocks: Bool { (0...Self.longest).contains(count) }
    fileprivate var isOfExpressions: Bool { (-Self.longest...Self.longest).contains(count) }
}
