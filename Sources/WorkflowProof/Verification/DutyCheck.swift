import Workflow

/// Finds separations of duties that one person with all the roles could not satisfy: an event that whoever caused an
/// earlier one may not cause, both for the same single role.
struct DutyCheck {
    let study: Study

    private var definition: Definition { study.definition }
    private var graph: TransitionGraph { study.graph }

    func findings() -> [Finding] {
        var findings: [Finding] = []
        for event in definition.events {
            for (index, rule) in event.rules.enumerated() where rule.condition.root.names.contains(.person) {
                guard study.hasTime(for: .event(event.name)), happens(event) else { continue }
                for field in excluded(rule, event) {
                    let writers = writers(of: field).filter { $0.name != event.name && happens($0) }
                    let people = event.by.filter { $0 != "system" }
                    guard !writers.isEmpty, writers.contains(where: { !Set($0.by).isDisjoint(with: people) }) else {
                        continue
                    }
                    let roles = people.map(definition.title(ofRole:))
                    findings.append(
                        Finding(
                            .needsTwoPeople, .rule(index + 1, of: event.name),
                            "“\(event.title)” needs a second person as \(Sentences.list(roles, "or")) when the first "
                                + "one has caused “\(writers[0].title)”.",
                            path: graph.path(through: [writers[0], event])))
                }
            }
        }
        return findings
    }

    /// The same with the people who really hold the roles: events that nobody can cause, and separations of duties that
    /// leave nobody because one person holds all the seats.
    func findings(staff: [String: Set<String>]) -> [Finding] {
        var findings: [Finding] = []
        for event in definition.events where !event.by.contains("system") {
            let people = people(event, staff)
            guard people.count == 1, study.hasTime(for: .event(event.name)) else { continue }
            for (index, rule) in event.rules.enumerated() {
                for field in excluded(rule, event) {
                    let writers = writers(of: field).filter { !self.people($0, staff).isEmpty }
                    guard let writer = writers.first(where: { self.people($0, staff) == people }) else { continue }
                    findings.append(
                        Finding(
                            .onePersonDeadlock, .rule(index + 1, of: event.name),
                            "Only one person can “\(event.title)”, and that person alone can “\(writer.title)”, which "
                                + "must be someone else.", path: graph.path(through: [writer, event])))
                }
            }
        }
        return findings + unheld(staff)
    }

    /// Roles that nobody holds, each with the events that nobody can cause for that reason.
    private func unheld(_ staff: [String: Set<String>]) -> [Finding] {
        let stuck = definition.events.filter { !$0.by.contains("system") && people($0, staff).isEmpty }
        var told: [[String]] = []
        for event in stuck where !told.contains(event.by) { told.append(event.by) }
        return told.map { roles in
            let events = stuck.filter { $0.by == roles }
            return Finding(
                .roleNotHeld, .event(events[0].name),
                "Nobody is \(Sentences.list(roles.map(definition.title(ofRole:)), "or")), so nobody can "
                    + "\(Sentences.list(events.map { "“\($0.title)”" }, "or")).")
        }
    }

    /// It was seen to happen.
    private func happens(_ event: Event) -> Bool {
        if case .seen = Happening.of(event, study, study.budget.part(4)) { true } else { false }
    }

    private func people(_ event: Event, _ staff: [String: Set<String>]) -> Set<String> {
        event.by.reduce(into: []) { $0.formUnion(staff[$1] ?? []) }
    }

    /// Fields that the acting person must differ from, in whatever words, unless the rest of the rule decides.
    private func excluded(_ rule: Rule, _ event: Event) -> [String] {
        let root = rule.condition.root
        return Set(root.strangers(isDenied: false)).sorted().filter { name in
            let isSame = ExpressionNode.compare(.equal, .person, .before(name))
            // What is given with the event, or put there by it, says nothing of who caused another one.
            guard event.ask(name)?.isFresh != true else { return false }
            let asked = [isSame, .isOther(than: .system)]
            if case .impossible = study.record(of: event).answer(holding: asked, failing: [root]) { return false }
            return study.player.places(of: event).contains { divides(root, isSame, event, name, $0) }
        }
    }

    /// Whoever is on record in a field of an item that was seen is refused by a rule.
    private func divides(
        _ rule: ExpressionNode, _ isSame: ExpressionNode, _ event: Event, _ name: String, _ position: Int
    ) -> Bool {
        let item = study.player.situations[position].item
        guard item.fields[name] != nil else { return false }
        var record = study.record(of: event)
        if let from = item.state { record.states = [from] }
        for field in definition.fields { record.before[field.name] = AbstractValue(item.fields[field.name]) }
        let isPerson = ExpressionNode.isOther(than: .system)
        guard case .possible(let witness) = record.answer(holding: [isSame, isPerson], failing: [rule]) else {
            return false
        }
        // On the same day, with the same facts and the same given, somebody else is not refused.
        let others = witness.values.compactMap { node, value -> ExpressionNode? in
            guard let value else { return nil }
            if case .list = value { return nil }
            switch node {
            case .today, .fact, .field: return .compare(.equal, node, .literal(value))
            default: return nil
            }
        }
        guard case .possible = record.answer(holding: [.not(isSame), isPerson, rule] + others) else { return false }
        return true
    }

    /// Events that put the acting person into a field, at once or into one that is copied into it.
    private func writers(of field: String) -> [Event] {
        var fields: Set = [field]
        var count = 0
        while count < fields.count {
            count = fields.count
            for event in definition.events {
                for (target, node) in written(event) where fields.contains(target) {
                    if case .field(let source) = node { fields.insert(source) }
                    if case .before(let source) = node { fields.insert(source) }
                }
            }
        }
        return definition.events.filter { event in
            written(event).contains { fields.contains($0.field) && $0.node == .person }
        }
    }

    private func written(_ event: Event) -> [(field: String, node: ExpressionNode)] {
        event.sets.map { ($0.field, $0.expression.root) }
            + event.asks.compactMap { ask in ask.fallback.map { (ask.field, $0.root) } }
    }
}

extension ExpressionNode {
    /// Whoever acts is not this one.
    fileprivate static func isOther(than actor: Actor) -> ExpressionNode {
        .compare(.unequal, .person, .literal(.text(actor.person)))
    }

    /// Fields that it wants to hold somebody else than who acts.
    fileprivate func strangers(isDenied: Bool) -> [String] {
        switch self {
        case .compare(.unequal, .person, .field(let name)), .compare(.unequal, .field(let name), .person),
            .compare(.unequal, .person, .before(let name)), .compare(.unequal, .before(let name), .person):
            return isDenied ? [] : [name]
        case .compare(.equal, .person, .field(let name)), .compare(.equal, .field(let name), .person),
            .compare(.equal, .person, .before(let name)), .compare(.equal, .before(let name), .person):
            return isDenied ? [name] : []
        case .oneOf(.person, let list): return isDenied ? list.compactMap(\.fieldName) : []
        case .not(let inner): return inner.strangers(isDenied: !isDenied)
        case .and(let left, let right), .or(let left, let right):
            return left.strangers(isDenied: isDenied) + right.strangers(isDenied: isDenied)
        default: return []
        }
    }
}
