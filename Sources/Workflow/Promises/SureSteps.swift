/// What can be done with an item for sure: whatever is on record beside the tracked fields, something can be given, by
/// somebody, on some day and with some facts, that lets the event happen.
struct SureSteps {
    private let exploration: StateExploration
    private let onRecord: OnRecord
    /// By name of a state: how many arrows lead from it to a target at least.
    private let distances: [String: Int]
    /// The fewest fields that kept an event which leads nearer from being sure.
    private(set) var obstacles: [String]?

    init(_ exploration: StateExploration, to targets: Set<String>, _ onRecord: OnRecord) {
        self.exploration = exploration
        self.onRecord = onRecord
        distances = TransitionGraph(exploration.definition).distances(to: targets)
    }

    private var definition: Definition { exploration.definition }
    private var layout: Layout { definition.program.layout }

    /// The ways on from a record, or only those by events that can lead nearer to a target; each leads to one of several
    /// records, and which is not for anyone to choose.
    mutating func ways(from record: AbstractRecord, onlyNearer: Bool = false) -> [[AbstractRecord]] {
        obstacles = nil
        var ways: [[AbstractRecord]] = []
        let here = layout.state(record.state)
        for event in definition.program.events where event.happensIn[here] {
            let isNearer = event.targets.contains { target in
                distance(layout.stateName(target.state(from: here))) < distance(record.state)
            }
            if onlyNearer, !isNearer { continue }
            for given in exploration.given(event, record, onlySurely: true) {
                let outcomes = exploration.workedOut(event, given)
                let arrivals = outcomes.compactMap { arrival(of: $0, from: record, by: event) }
                if arrivals.count == outcomes.count { ways.append(arrivals) }
            }
        }
        return ways
    }

    /// Where a proposed record surely arrives; nil when that is not sure.
    private mutating func arrival(
        of proposed: AbstractRecord, from record: AbstractRecord, by event: CompiledEvent
    ) -> AbstractRecord? {
        let frame = proposed.frame(layout)
        var holding: [Expression] = []
        for (rule, condition) in zip(event.rules, event.conditions) {
            switch frame.possibility(of: condition, in: event.code) {
            case .surely: break
            case .maybe: holding.append(rule.condition)
            case .never: return nil
            }
        }
        var failing: [Expression] = []
        for (target, compiled) in zip(event.event.targets, event.targets) {
            let possibility = compiled.condition.map { frame.possibility(of: $0, in: event.code) } ?? .surely
            guard possibility != .never else { continue }
            let wanted = possibility == .maybe ? [target.condition].compactMap(\.self) : []
            let step = Step(event: event.event, before: record, proposed: proposed)
            let arrived = exploration.arrived(proposed, at: compiled.state(from: frame.state), by: event)
            if let unknown = unknown(step, holding: holding + wanted, failing: failing) {
                let hurdles = unknown + missing(arrived, step)
                if hurdles.isEmpty { return arrived }
                let isNearer = distance(arrived.state) < distance(record.state)
                if isNearer, hurdles.count < obstacles?.count ?? .max { obstacles = hurdles }
            }
            guard possibility == .maybe else { return nil }
            failing += wanted
        }
        return nil
    }

    private struct Step {
        let event: Event
        let before: AbstractRecord
        let proposed: AbstractRecord
    }

    private func distance(_ state: String?) -> Int { state.flatMap { distances[$0] } ?? .max }

    /// What conditions hang on that is neither known nor given; nil when they cannot be met at all.
    private func unknown(_ step: Step, holding: [Expression], failing: [Expression]) -> [String]? {
        let conditions = holding + failing
        if conditions.isEmpty { return [] }
        let known = EventRecord(
            definition: definition, event: step.event, onRecord: onRecord, before: step.before, proposed: step.proposed)
        let names = conditions.reduce(into: Set<ExpressionNode>()) { $0.formUnion($1.root.names) }
        let hidden = names.filter { !unknown($0, step).isEmpty }
        if known.isPossible(holding: holding, failing: failing, hiding: hidden) { return [] }
        if hidden.isEmpty { return nil }
        let others = Set(hidden.flatMap { unknown($0, step) }).sorted()
        var left = holding.flatMap(\.conjuncts)
        for strategy in strategies(step, names, by: others) {
            let further = left.filter { !known.isSure($0, when: strategy.rule) }
            let isFree = !(further + failing).contains { $0.root.names.contains(strategy.chosen) }
            if isFree { left = further }
        }
        if known.isPossible(holding: left, failing: failing, hiding: hidden) { return [] }
        let hard = left.filter { !known.isPossible(holding: [$0], failing: [], hiding: hidden) }
        let inTheWay = (hard.isEmpty ? conditions : hard).flatMap(\.root.names).flatMap { unknown($0, step) }
        return Set(inTheWay).sorted()
    }

    /// The fields on record before the event that a name hangs on and of which nothing is known.
    private func unknown(_ name: ExpressionNode, _ step: Step) -> [String] {
        fields(of: name, step.event).filter { step.before.values[$0].map { $0 == .vague } ?? true }
    }

    /// A way to choose what is given, or who acts, by what is on record.
    private struct Strategy {
        let chosen: ExpressionNode
        let rule: ExpressionNode
    }

    /// The same day, the next one or the one before; somebody else than is named there.
    private func strategies(_ step: Step, _ names: Set<ExpressionNode>, by others: [String]) -> [Strategy] {
        let surely = others.filter { name in
            step.before.values[name] == .vague || onRecord.fields(in: step.before.state).contains(name)
        }
        let days = surely.filter { definition.field($0)?.kind == .day }
        let byDay = names.flatMap { node -> [Strategy] in
            guard case .field(let name) = node, definition.field(name)?.kind == .day, isGiven(name, step.event) else {
                return []
            }
            return days.flatMap { other in
                (-1...1).map { .compare(.equal, node, .shift(.before(other), .days($0))) }
            }.map { Strategy(chosen: node, rule: $0) }
        }
        let people = surely.filter { if case .reference = definition.field($0)?.kind { true } else { false } }
        guard names.contains(.person), !people.isEmpty else { return byDay }
        let others = people.map { ExpressionNode.compare(.unequal, .person, .before($0)) }
        return byDay + [Strategy(chosen: .person, rule: others.dropFirst().reduce(others[0]) { .and($0, $1) })]
    }

    /// The fields on record before the event that a condition hangs on.
    private func fields(of node: ExpressionNode, _ event: Event) -> [String] {
        switch node {
        case .before(let name): return [name]
        case .field(let name):
            if event.clears.contains(name) { return [] }
            if let assignment = event.sets.last(where: { $0.field == name }) {
                return assignment.expression.root.mentions.filter { !isGiven($0, event) }.sorted()
            }
            return isGiven(name, event) ? [] : [name]
        default: return node.children.flatMap { fields(of: $0, event) }
        }
    }

    /// It holds what is given, and nothing else that is on record.
    private func isGiven(_ name: String, _ event: Event) -> Bool {
        guard definition.field(name) != nil else { return true }
        let isWorkedOut = event.adds[name] != nil || event.sets.contains { $0.field == name }
        return event.ask(name) != nil && !isWorkedOut
    }

    /// What the state needs and may not be there.
    private func missing(_ arrived: AbstractRecord, _ step: Step) -> [String] {
        let kept = onRecord.after(step.event, from: step.before.state)
        let given = Set(step.event.asks.map(\.field)).subtracting(step.event.clears).filter { name in
            definition.field(name)?.section.map(step.event.erases.contains) != true
        }
        let needs = arrived.state.flatMap { definition[$0]?.needs } ?? []
        return needs.filter { name in
            arrived.values[name].map { $0 == .unset } ?? !(kept.contains(name) || given.contains(name))
        }
    }
}
