import Workflow

/// What stands in the way of an event that is to happen for sure, whatever is on record beside the tracked fields.
struct Hurdles {
    let exploration: Exploration

    private var study: Study { exploration.study }
    private var definition: Definition { study.definition }

    /// An event that is to happen to a record, with what it then proposes.
    struct Step {
        let event: Event
        let before: AbstractRecord
        let proposed: AbstractRecord
    }

    /// All that decides what stands in the way of an event.
    struct Question: Hashable {
        fileprivate let event: String
        fileprivate let state: String?
        fileprivate let holding: [String]
        fileprivate let failing: [String]
        /// What is sure of the record before.
        fileprivate let sure: [Invariant]
        /// Of the tracked fields that anything about the event reads, before it and as it proposes them.
        fileprivate let values: [String: [AbstractValue]]
    }

    private func question(_ step: Step, _ holding: [Expression], _ failing: [Expression]) -> Question {
        let read = study.fieldsRead(with: step.event)
        var values: [String: [AbstractValue]] = [:]
        for (position, name) in exploration.tracked.enumerated() where read.contains(name) {
            values[name] = [step.before.values[position], step.proposed.values[position]]
        }
        return Question(
            event: step.event.name, state: step.before.state, holding: holding.map(\.text),
            failing: failing.map(\.text), sure: step.before.state.flatMap { exploration.invariants?.of($0) } ?? [],
            values: values)
    }

    /// What conditions hang on that is neither known nor given; nil when they cannot be met at all.
    func fields(_ step: Step, holding: [Expression], failing: [Expression]) -> [String]? {
        if holding.isEmpty, failing.isEmpty { return [] }
        let question = question(step, holding, failing)
        if let answer = study.hurdles[question] { return answer }
        let answer = found(step, holding: holding, failing: failing)
        if !exploration.budget.isSpent { study.hurdles[question] = .some(answer) }
        return answer
    }

    private func found(_ step: Step, holding: [Expression], failing: [Expression]) -> [String]? {
        var known = study.record(of: step.event, exploration.budget)
        if let state = step.before.state { known.states = [state] }
        for (position, name) in exploration.tracked.enumerated() {
            known.before[name] = step.before.values[position]
            known.proposed[name] = step.proposed.values[position]
        }
        var (holding, failing) = (holding, failing)
        // Whatever is on record, as far as anything is sure of it.
        var sure = known
        sure.invariants = exploration.invariants
        if exploration.invariants != nil {
            holding = holding.flatMap(\.conjuncts).filter { !sure.isSure($0) }
            failing.removeAll { sure.isSure(Expression(text: $0.text, type: .flag, root: .not($0.root))) }
            if holding.isEmpty, failing.isEmpty { return [] }
        }
        let conditions = holding + failing
        let names = conditions.reduce(into: Set<ExpressionNode>()) { $0.formUnion($1.root.names) }
        let hidden = names.filter { !unknown($0, step).isEmpty }
        let given = mustBeGiven(step) + byPeople(step.event)
        if known.isPossible(holding: holding + given, failing: failing, hiding: hidden) { return [] }
        if hidden.isEmpty { return nil }
        let others = Set(hidden.flatMap { unknown($0, step) }).sorted()
        var left = holding.flatMap(\.conjuncts)
        let strategies = Strategies(hurdles: self, step: step, sure: sure)
        for strategy in strategies.all(for: conditions, by: others) {
            let further = left.filter { !sure.isSure($0, when: strategy.rule) }
            let isFree = !(further + failing).contains { sources(of: $0.root, step.event).contains(strategy.chosen) }
            if isFree { left = further }
        }
        for (one, other) in strategies.pairs(of: strategies.all(for: conditions, by: others), for: left) {
            let further = left.filter { !sure.isSure($0, when: .and(one.rule, other.rule)) }
            guard further.count < left.count else { continue }
            let isFree = !(further + failing).contains { condition in
                !sources(of: condition.root, step.event).isDisjoint(with: [one.chosen, other.chosen])
            }
            if isFree { left = further }
        }
        if known.isPossible(holding: left + given, failing: failing, hiding: hidden) { return [] }
        let hard = left.filter { !known.isPossible(holding: [$0] + given, failing: [], hiding: hidden) }
        let inTheWay = (hard.isEmpty ? conditions : hard).flatMap(\.root.names).flatMap { unknown($0, step) }
        return inTheWay.isEmpty ? nil : Set(inTheWay).sorted()
    }

    /// That the host does not cause what people may cause, too: nothing makes it.
    private func byPeople(_ event: Event) -> [Expression] {
        guard event.isForPeople, event.by.contains(Actor.system.person) else { return [] }
        return [Expression(text: "", type: .flag, root: .not(.hasRole(Actor.system.person)))]
    }

    /// That what the event asks has a value, where nobody can be sure that it has none when none is given.
    private func mustBeGiven(_ step: Step) -> [Expression] {
        if study.causes.isGivenNothing(step.event) { return [] }
        return step.event.asks.filter { ask in
            guard step.event.keepsWhatIsGiven(ask.field) else { return false }
            let isKept = !ask.isFresh && exploration.value(of: ask.field, before: step) != .unset
            return isKept || ask.requirement != .optional || ask.fallback != nil
        }.map { Expression(text: $0.field, type: .flag, root: .isSet(.field($0.field))) }
    }

    // MARK: - What is not known

    /// The fields on record before the event that a name hangs on and of which nothing is known.
    private func unknown(_ name: ExpressionNode, _ step: Step) -> [String] {
        fields(of: name, step.event).filter { exploration.value(of: $0, before: step).map { !$0.isExact } ?? true }
    }

    /// Every name that a condition hangs on, also by way of what the event works out.
    func sources(of node: ExpressionNode, _ event: Event) -> Set<ExpressionNode> {
        var open = Array(node.names)
        var found = node.names
        while let name = open.popLast() {
            guard case .field(let field) = name else { continue }
            let worked = event.sets.filter { $0.field == field }.map(\.expression)
            for expression in worked + (event.ask(field).map(\.fallbackReads) ?? []) {
                for name in expression.root.names where found.insert(name).inserted { open.append(name) }
            }
        }
        return found
    }

    /// The fields on record before the event that a condition hangs on.
    private func fields(of node: ExpressionNode, _ event: Event) -> [String] {
        switch node {
        case .before(let name): return [name]
        case .field(let name):
            if event.clears.contains(name) { return [] }
            if let assignment = event.sets.last(where: { $0.field == name }) {
                return sources(assignment.expression.root, event)
            }
            return exploration.isGiven(name, event) ? [] : [name]
        default: return node.children.flatMap { fields(of: $0, event) }
        }
    }

    /// The fields on record before the event that something that it works out hangs on.
    private func sources(_ node: ExpressionNode, _ event: Event) -> [String] {
        var found: Set<String> = []
        var open = [node]
        var seen: Set<String> = []
        while let node = open.popLast() {
            for name in node.names {
                switch name {
                case .before(let field): found.insert(field)
                case .field(let field) where !exploration.isGiven(field, event):
                    found.insert(field)
                    guard seen.insert(field).inserted else { continue }
                    open += event.sets.filter { $0.field == field }.map(\.expression.root)
                default: break
                }
            }
        }
        return found.sorted()
    }
}

extension Exploration {
    /// What is known of a tracked field before the event; nil of any other.
    func value(of field: String, before step: Hurdles.Step) -> AbstractValue? {
        positions[field].map { step.before.values[$0] }
    }

    /// It holds what is given, and nothing else that is on record.
    func isGiven(_ name: String, _ event: Event) -> Bool {
        guard study.definition.field(name) != nil else { return true }
        return event.ask(name) != nil && event.keepsWhatIsGiven(name) && !study.causes.isGivenNothing(event)
    }
}

extension AbstractValue {
    /// No more than one value is meant.
    fileprivate var isExact: Bool {
        switch self {
        case .unset, .exact: true
        default: false
        }
    }
}

extension Ask {
    /// What the value that is fallen back on hangs on.
    fileprivate var fallbackReads: [Expression] {
        guard let fallback else { return [] }
        guard case .requiredWhen(let condition, _) = requirement else { return [fallback] }
        return [fallback, condition]
    }
}
