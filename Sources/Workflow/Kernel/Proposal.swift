/// The record as an event would leave it, while it is being judged.
struct Proposal {
    let definition: Definition
    private(set) var frame: Frame
    private(set) var reasons: [Reason] = []
    /// Fields with a reason of their own, which no further reason needs to mention.
    private var troubled: [Int] = []
    /// Storage for clocks.
    private var next: [ActiveClock] = []

    private let program: Program

    init(_ definition: Definition, record: [Slot]) {
        self.definition = definition
        program = definition.program
        frame = Frame(program.layout, record: record, state: program.layout.start)
    }

    mutating func begin(at state: Int, in setting: Setting) {
        frame.begin(at: state, in: setting)
        if !reasons.isEmpty { reasons = [] }
        if !troubled.isEmpty { troubled = [] }
    }

    mutating func rollBack() { frame.rollBack() }

    mutating func clear() { frame.clear() }

    /// Takes the given fields in, fills in what was not given, and lets the event work out its own.
    mutating func apply(_ given: [String: Value], of event: CompiledEvent) {
        if !event.asks.isEmpty { ask(event, given) } else if !given.isEmpty { take(given, event) }
        for index in event.sets.indices {
            let assignment = event.sets[index]
            if let constant = assignment.constant {
                frame.write(constant, to: assignment.field)
            } else {
                let value = frame.value(of: assignment.code)
                empty(assignment.field)
                if let value { take(value, assignment.field) }
            }
        }
        for index in event.clears.indices { empty(event.clears[index]) }
        for index in event.adds.indices {
            let (field, step) = event.adds[index]
            var count = 0
            if case .number(let current)? = frame[field] { count = current }
            let (sum, overflow) = count.addingReportingOverflow(step)
            if !overflow { take(.number(sum), field) }
        }
    }

    private mutating func ask(_ event: CompiledEvent, _ given: [String: Value]) {
        for index in event.fresh.indices { empty(event.fresh[index]) }
        if !given.isEmpty { take(given, event) }
        for index in event.fallbacks.indices {
            let (field, code) = event.fallbacks[index]
            guard frame.isEmpty(field), !troubled.contains(field) else { continue }
            if let value = frame.value(of: code) { take(value, field) }
        }
        for index in event.demands.indices {
            let field = event.demands[index].field
            if frame.isEmpty(field), !troubled.contains(field) { requireIfNeeded(event.demands[index]) }
        }
    }

    private mutating func empty(_ field: Int) {
        if !frame.isEmpty(field) { frame.write(nil, to: field) }
    }

    /// Reads the rules on the proposed record; the state it would enter, nil when no target holds.
    mutating func judge(_ event: CompiledEvent) -> Int? {
        for index in event.conditions.indices {
            let truth = frame.truth(of: event.conditions[index])
            if truth != .holds { refuse(event.rules[index], isUnknown: truth == .unknown) }
        }
        guard let target = frame.target(of: event) else {
            if reasons.isEmpty {
                reasons.append(
                    Reason(kind: .rule, sentence: "“\(event.event.title)” leads nowhere with what is on record."))
            }
            return nil
        }
        for index in event.erases.indices { empty(event.erases[index]) }
        for index in program.needs[target].indices {
            let field = program.needs[target][index]
            if frame.isEmpty(field), !troubled.contains(field) { need(field, in: target, event) }
        }
        return target
    }

    /// Moves clocks on to how they are afterwards; false, and a reason, when one cannot be worked out.
    /// `isSettled` says that they stand as this kernel left them, so that what the event cannot have changed is kept.
    mutating func advance(
        _ clocks: inout [ActiveClock], at state: Int, after event: CompiledEvent, isSettled: Bool
    ) -> Bool {
        if program.clocks.isEmpty { return true }
        next.removeAll(keepingCapacity: true)
        for position in program.clocksIn[state] {
            let clock = program.clocks[position]
            let earlier = clocks.first { $0.position == position }?.running
            if isSettled, clock.isUntouched(by: event, from: frame.state, to: state, writing: frame.touched) {
                if let earlier { next.append(ActiveClock(position, earlier)) }
                continue
            }
            do throws(MissingCalendar) {
                guard let running = try frame.advance(clock, earlier, at: state, after: event) else { continue }
                next.append(ActiveClock(position, running))
            } catch {
                reasons.append(
                    Reason(
                        kind: .rule,
                        sentence: "“\(clock.clock.title)” counts in the calendar “\(error.name)”, which is not known."))
                return false
            }
        }
        swap(&clocks, &next)
        return true
    }

    /// Fields that differ from before.
    var changed: [String: Value?] {
        var changed: [String: Value?] = [:]
        for write in frame.writes {
            guard frame.hasChanged(write.field) else { continue }
            changed[program.layout.fields[write.field].name] = .some(frame[write.field])
        }
        return changed
    }

    func effects(of event: CompiledEvent) -> [EffectCall] {
        event.effects.map { effect in
            var arguments: [String: Value] = [:]
            for (name, code) in effect.arguments { arguments[name] = frame.value(of: code) }
            return EffectCall(name: effect.name, arguments: arguments)
        }
    }

    private mutating func take(_ given: [String: Value], _ event: CompiledEvent) {
        let layout = frame.layout
        var unasked: [String] = []
        var problems: [(ask: Int, reason: Reason)] = []
        for (name, value) in given {
            guard let field = layout.field(name), let ask = event.askOfField[field] else {
                unasked.append(name)
                continue
            }
            if let problem = layout.fields[field].problem(with: value) {
                problems.append((ask, refusal(of: field, problem)))
            } else {
                frame.write(value, to: field)
            }
        }
        if !unasked.isEmpty { reasons += unasked.sorted().map { refusal(ofUnasked: $0, event.event) } }
        if !problems.isEmpty { reasons += problems.sorted { $0.ask < $1.ask }.map(\.reason) }
    }

    private mutating func take(_ value: Value, _ field: Int) {
        if let problem = frame.layout.fields[field].problem(with: value) {
            reasons.append(refusal(of: field, problem))
        } else {
            frame.write(value, to: field)
        }
    }

    /// A field that cannot hold a value is empty and troubled.
    private mutating func refusal(of field: Int, _ problem: FieldProblem) -> Reason {
        troubled.append(field)
        frame.write(nil, to: field)
        return Reason(
            kind: .value, field: frame.layout.fields[field].name, sentence: problem.sentence, remedy: problem.hint)
    }

    private func refusal(ofUnasked name: String, _ event: Event) -> Reason {
        let known = definition.field(name).map { "“\(event.title)” does not take \($0.title)." }
        return Reason(
            kind: .value, field: name, sentence: known ?? "There is no field “\(name.prefix(40))”.",
            remedy: NearMiss.hint(for: name, among: event.asks.map(\.field)))
    }

    private mutating func requireIfNeeded(_ ask: CompiledAsk) {
        if let condition = ask.condition, frame.truth(of: condition) != .holds { return }
        var why: String?
        if case .requiredWhen(_, let because) = ask.ask.requirement { why = because }
        troubled.append(ask.field)
        let field = program.layout.fields[ask.field]
        reasons.append(
            Reason(
                kind: .missing, field: field.name, sentence: why ?? "\(field.title) is needed.",
                remedy: "Give it with --\(field.name)."))
    }

    private mutating func refuse(_ rule: Rule, isUnknown: Bool) {
        let empty = isUnknown ? frame.empty(in: rule.condition) : []
        let isTold = empty.contains { program.layout.field($0).map(troubled.contains) ?? false }
        if !isTold { reasons.append(definition.refusal(by: rule, empty: empty.first)) }
    }

    private mutating func need(_ position: Int, in state: Int, _ event: CompiledEvent) {
        let field = program.layout.fields[position]
        let remedy = event.askOfField[position].map { _ in "Give it with --\(field.name)." }
        reasons.append(
            Reason(
                kind: .stateNeeds, field: field.name,
                sentence: "\(field.title) must be on record at “\(definition.states[state].title)”.", remedy: remedy))
    }
}

extension Definition {
    /// A rule that does not hold, because a field or fact is empty where one is named.
    func refusal(by rule: Rule, empty name: String?) -> Reason {
        var sentence = rule.otherwise
        if let name { sentence += " (\(field(name)?.title ?? title(ofFact: name)) is not known.)" }
        return Reason(kind: .rule, field: name, sentence: sentence, remedy: rule.remedy, code: rule.code)
    }

    private func title(ofFact name: String) -> String {
        facts.first { $0.name == name }?.title ?? name
    }
}
