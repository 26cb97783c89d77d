/// Walks through every state with every combination of values of a few tracked fields, once each, shortest ways first.
/// What is not tracked may hold anything, so whatever a real item can do, some walk does.
struct StateExploration {
    enum Answer {
        case none
        /// The shortest sequence of events that breaks the promise, and the record that it leads to.
        case path([String], AbstractRecord)
        case tooLarge
    }

    /// The most tracked fields.
    static let fieldLimit = 8

    let definition: Definition
    let tracked: [String]
    /// The most records that are looked at.
    private let recordLimit: Int
    private let samples: [String: [AbstractValue]]
    private let caps: [String: Int]

    init(definition: Definition, tracked: [String], recordLimit: Int = 50_000) {
        self.definition = definition
        self.tracked = tracked
        self.recordLimit = recordLimit
        let distinctions = Distinctions(definition)
        caps = Dictionary(
            tracked.compactMap { name in distinctions.cap(name).map { (name, $0) } },
            uniquingKeysWith: { first, _ in first })
        samples = Dictionary(
            tracked.compactMap { definition.field($0).map { ($0.name, distinctions.samples($0)) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The shortest way to break a promise about conditions.
    func search(_ promise: Promise) -> Answer {
        let code = promise.expression.map { Code($0, layout) }
        return walk { from, to, isNew in
            (isNew || promise.isAboutSteps) && breaks(promise, code, from: from, to: to)
        }
    }

    /// The shortest way to a record from which there ought to be a way on, and is none.
    func stuck(_ reach: Reach) -> Answer {
        var origins: [AbstractRecord: [AbstractRecord]] = [:]
        let everything = walk { from, to, _ in
            origins[to, default: []].append(from)
            return false
        }
        if case .tooLarge = everything { return .tooLarge }
        var queue = origins.keys.filter(reach.ends)
        var reaching = Set(queue)
        while let record = queue.popLast() {
            for origin in origins[record] ?? [] where reaching.insert(origin).inserted { queue.append(origin) }
        }
        return walk { _, to, isNew in
            isNew && !reaching.contains(to) && reach.possibility(ofBeginningAt: to) == .surely
        }
    }

    /// Takes every step from every record, shortest ways first, until one is what is looked for.
    func walk(_ isWanted: (_ from: AbstractRecord, _ to: AbstractRecord, _ isNew: Bool) -> Bool) -> Answer {
        let start = AbstractRecord(
            state: nil, values: Dictionary(tracked.map { ($0, .unset) }, uniquingKeysWith: { first, _ in first }))
        var seen: Set<AbstractRecord> = [start]
        var queue: [(record: AbstractRecord, cameFrom: Int, event: String)] = [(start, -1, "")]
        var position = 0
        while position < queue.count {
            let record = queue[position].record
            for event in definition.program.events where event.happensIn[layout.state(record.state)] {
                for next in successors(of: record, by: event) {
                    let isNew = seen.insert(next).inserted
                    if isWanted(record, next, isNew) {
                        return .path(path(to: position, in: queue) + [event.event.name], next)
                    }
                    guard isNew else { continue }
                    queue.append((next, position, event.event.name))
                    if queue.count > recordLimit { return .tooLarge }
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

    private func breaks(
        _ promise: Promise, _ code: Code?, from: AbstractRecord, to: AbstractRecord
    ) -> Bool {
        guard let code else { return false }
        let frame = to.frame(layout)
        switch promise.claim {
        case .always: return frame.possibility(of: code.whole, in: code) != .surely
        case .never: return frame.possibility(of: code.whole, in: code) != .never
        case .entering(let states, _):
            guard let state = to.state, from.state != state, states.contains(state) else { return false }
            return frame.possibility(of: code.whole, in: code) != .surely
        default: return false
        }
    }

    /// Every record that an event can leave behind.
    private func successors(of record: AbstractRecord, by event: CompiledEvent) -> [AbstractRecord] {
        given(event, record).flatMap { workedOut(event, $0) }.flatMap { proposed -> [AbstractRecord] in
            let frame = proposed.frame(layout)
            guard event.conditions.allSatisfy({ frame.possibility(of: $0, in: event.code) != .never }) else {
                return []
            }
            var results: [AbstractRecord] = []
            for target in event.targets {
                let possibility = target.condition.map { frame.possibility(of: $0, in: event.code) } ?? .surely
                guard possibility != .never else { continue }
                let state = target.state(from: frame.state)
                let arrived = arrived(proposed, at: state, by: event)
                let needs = definition.program.needs[state].map(name)
                if needs.allSatisfy({ arrived.values[$0] != .unset }) { results.append(arrived) }
                if possibility == .surely { break }
            }
            return results
        }
    }

    /// A proposed record in its new state, without what the event erases.
    func arrived(_ proposed: AbstractRecord, at state: Int, by event: CompiledEvent) -> AbstractRecord {
        var arrived = proposed
        for field in event.erases where tracked.contains(name(field)) { arrived.values[name(field)] = .unset }
        arrived.state = layout.stateName(state)
        return arrived
    }

    private var layout: Layout { definition.program.layout }

    private func name(_ field: Int) -> String { layout.fields[field].name }

    /// The record with each combination of what the event asks of tracked fields; if `onlySurely`, those that can be
    /// brought about whatever else is on record.
    func given(_ event: CompiledEvent, _ record: AbstractRecord, onlySurely: Bool = false) -> [AbstractRecord] {
        var records = [record]
        for ask in event.asks where tracked.contains(ask.ask.field) {
            let field = ask.ask.field
            records = records.flatMap { record -> [AbstractRecord] in
                var choices = samples[field] ?? [.vague]
                let kept = onlySurely ? surelyKept(ask, record) : kept(event, ask, record)
                for kept in kept where !choices.contains(kept) { choices.append(kept) }
                return choices.map { record.with($0, for: field) }
            }
        }
        return records
    }

    /// What the field can hold when nothing is given; nothing when something must be.
    private func kept(_ event: CompiledEvent, _ ask: CompiledAsk, _ record: AbstractRecord) -> [AbstractValue] {
        let field = ask.ask.field
        let earlier = ask.ask.isFresh ? .unset : record.values[field] ?? .unset
        guard earlier == .unset else { return [earlier] }
        if let fallback = ask.ask.fallback {
            let code = Code(fallback, layout)
            return possible(code.whole, code, field, record)
        }
        switch ask.ask.requirement {
        case .optional: return [.unset]
        case .required: return []
        case .requiredWhen:
            let isRequired = ask.condition.map { record.frame(layout).possibility(of: $0, in: event.code) } == .surely
            return isRequired ? [] : [.unset]
        }
    }

    /// What the field surely holds when nothing is given.
    private func surelyKept(_ ask: CompiledAsk, _ record: AbstractRecord) -> [AbstractValue] {
        guard ask.ask.requirement == .optional, ask.ask.fallback == nil else { return [] }
        return [ask.ask.isFresh ? .unset : record.values[ask.ask.field] ?? .unset]
    }

    /// What an expression can put into a field.
    private func possible(_ term: Code.Term, _ code: Code, _ field: String, _ record: AbstractRecord) -> [AbstractValue]
    {
        if let value = record.frame(layout).value(of: term, in: code) { return [.exact(value)] }
        let some = samples[field] ?? [.vague]
        return code.isAlwaysKnown(term) ? some : some + [.unset]
    }

    /// The record with what the event works out, in each way it can turn out.
    func workedOut(_ event: CompiledEvent, _ record: AbstractRecord) -> [AbstractRecord] {
        var records = [record]
        for assignment in event.sets where tracked.contains(name(assignment.field)) {
            let field = name(assignment.field)
            records = records.flatMap { record in
                possible(assignment.term, event.code, field, record).map { record.with($0, for: field) }
            }
        }
        for name in event.clears.map(name) where tracked.contains(name) {
            records = records.map { $0.with(.unset, for: name) }
        }
        for (field, step) in event.adds where tracked.contains(name(field)) {
            let name = name(field)
            records = records.map { $0.with(increased($0.values[name], by: step, name), for: name) }
        }
        return records
    }

    private func increased(_ value: AbstractValue?, by step: Int, _ name: String) -> AbstractValue {
        switch value {
        case .exact(.number(let count)): caps[name].map { .exact(.number(min(count + step, max($0, step)))) } ?? .vague
        case .vague: .vague
        default: .exact(.number(step))
        }
    }
}

extension Promise {
    /// It is about how a record came to be, so that a record seen before has to be looked at again.
    fileprivate var isAboutSteps: Bool {
        if case .entering = claim { true } else { false }
    }
}

extension Code {
    /// It needs nothing that can be empty.
    fileprivate func isAlwaysKnown(_ term: Term) -> Bool {
        switch nodes[Int(term.root)] {
        case .person, .today, .roles, .state: true
        default: false
        }
    }
}
