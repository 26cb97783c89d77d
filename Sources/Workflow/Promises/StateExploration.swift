/// Walks through every state with every combination of values of a few tracked fields, once each, shortest ways first.
/// What is not tracked may hold anything, so whatever a real item can do, some walk does.
struct StateExploration {
    enum Answer {
        case none
        /// The shortest sequence of events that breaks the promise.
        case path([String])
        case tooLarge
    }

    /// The most tracked fields, and records looked at.
    static let fieldLimit = 8
    static let recordLimit = 50_000

    let definition: Definition
    let tracked: [String]
    private let samples: [String: [AbstractValue]]
    private let caps: [String: Int]

    init(definition: Definition, tracked: [String]) {
        self.definition = definition
        self.tracked = tracked
        var literals: [String: Literals] = [:]
        let promised = definition.promises.compactMap(\.expression)
        for expression in definition.expressions + promised {
            for name in expression.fields { literals[name, default: Literals()].collect(expression.root) }
        }
        let caps = literals.mapValues { min(6, ($0.numbers.max() ?? 0) + 1) }
        self.caps = caps
        samples = Dictionary(
            tracked.compactMap { name in
                guard let field = definition.field(name) else { return nil }
                return (name, Self.samples(field.kind, cap: caps[name] ?? 1, named: literals[name]?.texts ?? []))
            }, uniquingKeysWith: { first, _ in first })
    }

    func search(_ promise: Promise) -> Answer {
        let start = AbstractRecord(
            state: nil, values: Dictionary(tracked.map { ($0, .unset) }, uniquingKeysWith: { first, _ in first }))
        var seen: [AbstractRecord: Int] = [start: 0]
        var queue: [(record: AbstractRecord, cameFrom: Int, event: String)] = [(start, -1, "")]
        var position = 0
        while position < queue.count {
            let record = queue[position].record
            for event in definition.events where definition.happens(event, in: record.state) {
                for next in successors(of: record, by: event) {
                    let isNew = seen[next] == nil
                    if isNew || promise.isAboutSteps {
                        if breaks(promise, from: record, to: next) {
                            return .path(path(to: position, in: queue) + [event.name])
                        }
                    }
                    guard isNew else { continue }
                    seen[next] = queue.count
                    queue.append((next, position, event.name))
                    if queue.count > Self.recordLimit { return .tooLarge }
                }
            }
            position += 1
        }
        return .none
    }

    private func path(
        to position: Int, in queue: [(record: AbstractRecord, cameFrom: Int, event: String)]
    ) -> [String] {
        var path: [String] = []
        var position = position
        while position > 0 {
            path.append(queue[position].event)
            position = queue[position].cameFrom
        }
        return path.reversed()
    }

    private func breaks(_ promise: Promise, from: AbstractRecord, to: AbstractRecord) -> Bool {
        let scope = to.scope(state: to.state)
        switch promise.claim {
        case .always(let expression): return expression.possibility(in: scope) != .surely
        case .never(let expression): return expression.possibility(in: scope) != .never
        case .entering(let states, let expression):
            guard let state = to.state, from.state != state, states.contains(state) else { return false }
            return expression.possibility(in: scope) != .surely
        default: return false
        }
    }

    /// Every record that an event can leave behind.
    private func successors(of record: AbstractRecord, by event: Event) -> [AbstractRecord] {
        given(event, record).flatMap { workedOut(event, $0) }.flatMap { proposed -> [AbstractRecord] in
            var proposed = proposed
            let scope = proposed.scope(state: record.state)
            let rules = event.rules + definition.rules.filter { !$0.except.contains(event.name) }
            guard rules.allSatisfy({ $0.condition.possibility(in: scope) != .never }) else { return [] }
            for field in definition.fields where tracked.contains(field.name) {
                if let section = field.section, event.erases.contains(section) { proposed.values[field.name] = .unset }
            }
            var results: [AbstractRecord] = []
            for target in event.targets {
                let possibility = target.condition?.possibility(in: scope) ?? .surely
                guard possibility != .never else { continue }
                proposed.state = target.state ?? record.state
                let needs = proposed.state.flatMap { definition[$0]?.needs } ?? []
                if needs.allSatisfy({ proposed.values[$0] != .unset }) { results.append(proposed) }
                if possibility == .surely { break }
            }
            return results
        }
    }

    /// The record with each combination of what the event asks of tracked fields.
    private func given(_ event: Event, _ record: AbstractRecord) -> [AbstractRecord] {
        var records = [record]
        for ask in event.asks where tracked.contains(ask.field) {
            records = records.flatMap { record -> [AbstractRecord] in
                var choices = samples[ask.field] ?? [.vague]
                for kept in kept(ask, record) where !choices.contains(kept) { choices.append(kept) }
                return choices.map { record.with($0, for: ask.field) }
            }
        }
        return records
    }

    /// What the field can hold when nothing is given; nothing when something must be.
    private func kept(_ ask: Ask, _ record: AbstractRecord) -> [AbstractValue] {
        let earlier = ask.isFresh ? .unset : record.values[ask.field] ?? .unset
        guard earlier == .unset else { return [earlier] }
        let scope = record.scope(state: record.state)
        if let fallback = ask.fallback { return possible(fallback, ask.field, scope) }
        switch ask.requirement {
        case .optional: return [.unset]
        case .required: return []
        case .requiredWhen(let condition, _): return condition.possibility(in: scope) == .surely ? [] : [.unset]
        }
    }

    /// What an expression can put into a field.
    private func possible(_ expression: Expression, _ field: String, _ scope: Scope) -> [AbstractValue] {
        if let value = expression.value(in: scope) { return [.exact(value)] }
        switch expression.root {
        case .person, .today, .roles, .state: return samples[field] ?? [.vague]
        default: break
        }
        return (samples[field] ?? [.vague]) + [.unset]
    }

    /// The record with what the event works out, in each way it can turn out.
    private func workedOut(_ event: Event, _ record: AbstractRecord) -> [AbstractRecord] {
        var records = [record]
        for assignment in event.sets where tracked.contains(assignment.field) {
            records = records.flatMap { record in
                let values = possible(assignment.expression, assignment.field, record.scope(state: record.state))
                return values.map { record.with($0, for: assignment.field) }
            }
        }
        for name in event.clears where tracked.contains(name) { records = records.map { $0.with(.unset, for: name) } }
        for (name, step) in event.adds where tracked.contains(name) {
            records = records.map { $0.with(increased($0.values[name], by: step, name), for: name) }
        }
        return records
    }

    private func increased(_ value: AbstractValue?, by step: Int, _ name: String) -> AbstractValue {
        switch value {
        case .exact(.number(let count)): .exact(.number(min(count + step, max(caps[name] ?? 1, step))))
        case .vague: .vague
        default: .exact(.number(step))
        }
    }

    /// Values of which one stands for all that no expression tells apart.
    private static func samples(_ kind: Field.Kind, cap: Int, named: Set<String>) -> [AbstractValue] {
        switch kind {
        case .flag: return [.exact(.flag(true)), .exact(.flag(false))]
        case .choice(let choices):
            let told = choices.map(\.name).filter(named.contains)
            guard !told.isEmpty else { return [.vague] }
            let other = choices.map(\.name).first { !named.contains($0) }
            return (told + [other].compactMap(\.self)).map { .exact(.text($0)) }
        case .number(let range):
            let first = max(0, range.lowerBound)
            let last = min(range.upperBound, cap, first + 8)
            return first <= last ? (first...last).map { .exact(.number($0)) } : [.vague]
        default: return [.vague]
        }
    }
}

extension Promise {
    /// It is about how a record came to be, so that a record seen before has to be looked at again.
    fileprivate var isAboutSteps: Bool {
        if case .entering = claim { true } else { false }
    }

    var expression: Expression? {
        switch claim {
        case .always(let expression), .never(let expression), .entering(_, let expression): expression
        default: nil
        }
    }
}
