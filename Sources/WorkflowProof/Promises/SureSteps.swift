import Workflow

/// What can be done with an item for sure: whatever is on record beside the tracked fields, something can be given, by
/// somebody, on some day and with some facts, that lets the event happen.
struct SureSteps {
    private let exploration: Exploration
    /// By name of a state: how many arrows lead from it to a target at least.
    private let distances: [String: Int]
    /// The fewest fields that kept an event which leads nearer from being sure.
    private(set) var obstacles: [String]?

    init(_ exploration: Exploration, to targets: Set<String>) {
        self.exploration = exploration
        distances = exploration.study.graph.distances(to: targets)
    }

    private var study: Study { exploration.study }
    private var definition: Definition { study.definition }
    private var onRecord: OnRecord { study.onRecord }

    /// The ways on from a record, or only those by events that can lead nearer to a target; each leads to one of several
    /// records, and which is not for anyone to choose. No further one is looked for once one `isEnough`, which is then the
    /// last.
    mutating func ways(
        from record: AbstractRecord, onlyNearer: Bool = false,
        until isEnough: ([AbstractRecord]) -> Bool = { _ in false }
    ) -> [[AbstractRecord]] {
        obstacles = nil
        var ways: [[AbstractRecord]] = []
        for step in exploration.steps(from: record.state) {
            let isNearer = step.targets.contains { distance($0.state ?? record.state) < distance(record.state) }
            if onlyNearer, !isNearer { continue }
            for given in exploration.given(step, record, onlySurely: true) {
                let outcomes = exploration.workedOut(step, given, record)
                var hurdles = unsureWrites(step, given, record)
                if !hurdles.isEmpty {
                    hurdles.sort()
                    if isNearer, hurdles.count < obstacles?.count ?? .max { obstacles = hurdles }
                    continue
                }
                let arrivals = outcomes.compactMap { arrival(of: $0, from: record, by: step) }
                guard arrivals.count == outcomes.count, !arrivals.isEmpty else { continue }
                ways.append(arrivals)
                if isEnough(arrivals) { return ways }
            }
        }
        return ways
    }

    /// Where a proposed record surely arrives; nil when that is not sure.
    private mutating func arrival(
        of proposed: AbstractRecord, from record: AbstractRecord, by step: Exploration.Step
    ) -> AbstractRecord? {
        let scene = AbstractCode.Scene(values: proposed.values, before: record.values, state: record.state)
        var holding: [Expression] = []
        for (condition, code) in step.conditions {
            let outcomes = code.outcomes(on: scene)
            if outcomes.isSure { continue }
            guard outcomes.contains(.holds) else { return nil }
            holding.append(condition)
        }
        var failing: [Expression] = []
        for (target, compiled) in zip(step.event.targets, step.targets) {
            let outcomes = compiled.condition?.outcomes(on: scene) ?? .holds
            guard outcomes.contains(.holds) else { continue }
            let wanted = outcomes.isSure ? [] : [target.condition].compactMap(\.self)
            let known = Step(event: step.event, before: record, proposed: proposed)
            guard let state = compiled.state ?? record.state else { return nil }
            let arrived = exploration.arrived(proposed, at: state, by: step)
            if let unknown = unknown(known, holding: holding + wanted, failing: failing) {
                let hurdles = unknown + missing(arrived, known)
                if hurdles.isEmpty { return arrived }
                let isNearer = distance(arrived.state) < distance(record.state)
                if isNearer, hurdles.count < obstacles?.count ?? .max { obstacles = hurdles }
            }
            guard !outcomes.isSure else { return nil }
            failing += wanted
        }
        return nil
    }

    // MARK: - What the event works out

    /// The fields because of which the event may be refused, as what it works out may be more than one of them holds.
    private func unsureWrites(
        _ step: Exploration.Step, _ given: AbstractRecord, _ record: AbstractRecord
    ) -> [String] {
        let event = step.event
        var hurdles: Set<String> = []
        for assignment in event.sets
        where !fits(assignment.expression.root, into: assignment.field, step, given, record) {
            hurdles.insert(assignment.field)
        }
        for (name, count) in event.adds.sorted(by: { $0.key < $1.key }) {
            guard case .number(let range)? = definition.field(name)?.kind, !onlyCounts(name, range) else { continue }
            var starts = [range, 0...0]
            if event.clears.contains(name) {
                starts = [0...0]
            } else if let position = exploration.positions[name], !event.sets.contains(where: { $0.field == name }) {
                starts = [given.values[position].numbers ?? (given.values[position] == .unset ? 0...0 : range)]
            }
            let fits = starts.allSatisfy { start in
                let (least, under) = start.lowerBound.addingReportingOverflow(count)
                let (most, over) = start.upperBound.addingReportingOverflow(count)
                return !under && !over && range.contains(least) && range.contains(most)
            }
            if !fits { hurdles.insert(name) }
        }
        return Array(hurdles)
    }

    /// A number without a range of its own that events only set to small ones and add to: no item lives through as many
    /// events as it takes to fill it.
    private func onlyCounts(_ name: String, _ range: ClosedRange<Int>) -> Bool {
        guard range.lowerBound <= 0, range.upperBound >= Self.countLimit else { return false }
        if let known = study.countsOnly[name] { return known }
        let countsOnly = definition.events.allSatisfy { event in
            guard event.ask(name) == nil else { return false }
            return event.sets.filter { $0.field == name }.allSatisfy { assignment in
                guard case .literal(.number(let number)) = assignment.expression.root else { return false }
                return (0...1_000).contains(number)
            }
        }
        study.countsOnly[name] = countsOnly
        return countsOnly
    }

    private static let countLimit = 999_999_999

    /// Whether a field surely holds whatever an expression gives.
    private func fits(
        _ node: ExpressionNode, into name: String, _ step: Exploration.Step, _ given: AbstractRecord,
        _ record: AbstractRecord
    ) -> Bool {
        guard let field = definition.field(name) else { return false }
        switch field.kind {
        case .flag, .day: return true
        case .number(let range):
            // What the event itself writes is not known any more where it has been written over.
            let written = Set(step.event.sets.map(\.field))
            var tracked = exploration.positions
            for name in written { tracked[name] = nil }
            let code = AbstractCode(node, definition, tracked: tracked)
            let scene = AbstractCode.Scene(values: given.values, before: record.values, state: record.state)
            return code.values(on: scene).allSatisfy { value in
                if value == .unset { return true }
                return value.numbers.map { range.contains($0) } ?? false
            }
        default: return fits(node, field)
        }
    }

    /// Of texts, names and lists.
    private func fits(_ node: ExpressionNode, _ field: Field) -> Bool {
        switch node {
        case .literal(let value): return field.check(value) == nil
        case .person: return true
        case .state, .roles:
            switch field.kind {
            case .choice, .choices: return true
            default: return field.textLimit >= 64
            }
        case .field(let name), .before(let name): return definition.field(name).map { fits($0, field) } ?? false
        case .fact(let name): return definition.facts.first { $0.name == name }.map { fits($0, field) } ?? false
        default: return false
        }
    }

    private func fits(_ source: Field, _ field: Field) -> Bool {
        switch (source.kind, field.kind) {
        case (.line, .line), (.line, .text), (.text, .text), (.reference, .line), (.reference, .text),
            (.reference, .reference), (.line, .reference), (.references, .references):
            return source.textLimit <= field.textLimit
        case (.choice(let names), .choice(let allowed)), (.choices(let names), .choices(let allowed)):
            return names.allSatisfy { name in allowed.contains { $0.name == name.name } }
        case (.choice(let names), .line), (.choice(let names), .text), (.choice(let names), .reference):
            return names.allSatisfy { $0.name.utf8.count <= field.textLimit }
        default: return false
        }
    }

    /// All that decides what stands in the way of an event.
    struct Question: Hashable {
        fileprivate let event: String
        fileprivate let state: String?
        fileprivate let holding: [String]
        fileprivate let failing: [String]
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
            failing: failing.map(\.text), values: values)
    }

    private struct Step {
        let event: Event
        let before: AbstractRecord
        let proposed: AbstractRecord
    }

    func distance(_ state: String?) -> Int { state.flatMap { distances[$0] } ?? .max }

    /// What conditions hang on that is neither known nor given; nil when they cannot be met at all.
    private func unknown(_ step: Step, holding: [Expression], failing: [Expression]) -> [String]? {
        let conditions = holding + failing
        if conditions.isEmpty { return [] }
        let question = question(step, holding, failing)
        if let answer = study.hurdles[question] { return answer }
        let answer = hurdles(step, holding: holding, failing: failing)
        study.hurdles[question] = .some(answer)
        return answer
    }

    private func hurdles(_ step: Step, holding: [Expression], failing: [Expression]) -> [String]? {
        let conditions = holding + failing
        var known = study.record(of: step.event, exploration.budget)
        if let state = step.before.state { known.states = [state] }
        for (position, name) in exploration.tracked.enumerated() {
            known.before[name] = step.before.values[position]
            known.proposed[name] = step.proposed.values[position]
        }
        let names = conditions.reduce(into: Set<ExpressionNode>()) { $0.formUnion($1.root.names) }
        let hidden = names.filter { !unknown($0, step).isEmpty }
        let given = mustBeGiven(step)
        if known.isPossible(holding: holding + given, failing: failing, hiding: hidden) { return [] }
        if hidden.isEmpty { return nil }
        let others = Set(hidden.flatMap { unknown($0, step) }).sorted()
        var left = holding.flatMap(\.conjuncts)
        for strategy in strategies(step, names, by: others) {
            let further = left.filter { !known.isSure($0, when: strategy.rule) }
            let isFree = !(further + failing).contains { $0.root.names.contains(strategy.chosen) }
            if isFree { left = further }
        }
        if known.isPossible(holding: left + given, failing: failing, hiding: hidden) { return [] }
        let hard = left.filter { !known.isPossible(holding: [$0] + given, failing: [], hiding: hidden) }
        let inTheWay = (hard.isEmpty ? conditions : hard).flatMap(\.root.names).flatMap { unknown($0, step) }
        return inTheWay.isEmpty ? nil : Set(inTheWay).sorted()
    }

    /// That what the event asks has a value, where nobody can be sure that it has none when none is given.
    private func mustBeGiven(_ step: Step) -> [Expression] {
        step.event.asks.filter { ask in
            guard step.event.keepsWhatIsGiven(ask.field) else { return false }
            let isKept = !ask.isFresh && value(of: ask.field, before: step) != .unset
            return isKept || ask.requirement != .optional || ask.fallback != nil
        }.map { Expression(text: $0.field, type: .flag, root: .isSet(.field($0.field))) }
    }

    private func value(of field: String, before step: Step) -> AbstractValue? {
        exploration.positions[field].map { step.before.values[$0] }
    }

    /// The fields on record before the event that a name hangs on and of which nothing is known.
    private func unknown(_ name: ExpressionNode, _ step: Step) -> [String] {
        fields(of: name, step.event).filter { value(of: $0, before: step).map { !$0.isExact } ?? true }
    }

    /// A way to choose what is given, or who acts, by what is on record.
    private struct Strategy {
        let chosen: ExpressionNode
        let rule: ExpressionNode
    }

    /// The same day, the next one or the one before; somebody else than is named there.
    private func strategies(_ step: Step, _ names: Set<ExpressionNode>, by others: [String]) -> [Strategy] {
        let surely = others.filter { name in
            value(of: name, before: step).map { $0 != .unset } ?? onRecord.fields(in: step.before.state).contains(name)
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
        let byNumber = names.flatMap { strategies(forNumber: $0, step, by: surely) }
        let people = surely.filter { if case .reference = definition.field($0)?.kind { true } else { false } }
        guard names.contains(.person), !people.isEmpty else { return byDay + byNumber }
        let others = people.map { ExpressionNode.compare(.unequal, .person, .before($0)) }
        return byDay + byNumber + [
            Strategy(chosen: .person, rule: others.dropFirst().reduce(others[0]) { .and($0, $1) })
        ]
    }

    /// The least and the most that the field can hold, and what another one holds.
    private func strategies(forNumber node: ExpressionNode, _ step: Step, by others: [String]) -> [Strategy] {
        guard case .field(let name) = node, case .number(let range)? = definition.field(name)?.kind,
            isGiven(name, step.event),
            // What is given in a tracked field is chosen already, value by value.
            exploration.positions[name] == nil
        else { return [] }
        let fitting = others.filter { other in
            if case .number(let theirs)? = definition.field(other)?.kind { range.contains(theirs) } else { false }
        }
        let ends = [range.lowerBound, range.upperBound].map { ExpressionNode.literal(.number($0)) }
        return (fitting.map(ExpressionNode.before) + ends).map {
            Strategy(chosen: node, rule: .compare(.equal, node, $0))
        }
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
            return isGiven(name, event) ? [] : [name]
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
                case .field(let field) where !isGiven(field, event):
                    found.insert(field)
                    guard seen.insert(field).inserted else { continue }
                    open += event.sets.filter { $0.field == field }.map(\.expression.root)
                default: break
                }
            }
        }
        return found.sorted()
    }

    /// It holds what is given, and nothing else that is on record.
    private func isGiven(_ name: String, _ event: Event) -> Bool {
        guard definition.field(name) != nil else { return true }
        return event.ask(name) != nil && event.keepsWhatIsGiven(name)
    }

    /// What the state needs and may not be there.
    private func missing(_ arrived: AbstractRecord, _ step: Step) -> [String] {
        let needs = arrived.state.flatMap { definition[$0]?.needs } ?? []
        if needs.isEmpty { return [] }
        let known = study.surelyKnown(after: step.event, from: step.before.state)
        return needs.filter { name in
            exploration.positions[name].map { arrived.values[$0] == .unset } ?? !known.contains(name)
        }
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
