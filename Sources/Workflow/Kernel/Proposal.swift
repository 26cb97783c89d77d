/// The record as an event would leave it, while it is being judged.
struct Proposal {
    private(set) var frame: Frame
    private(set) var reasons: [Reason] = []
    /// Fields with a reason of their own, which no further reason needs to mention.
    private var troubled: [Int] = []
    /// Storage for clocks.
    private var next: [ActiveClock] = []

    private var program: Program { frame.program }

    /// `isLasting`: for many events.
    init(_ program: Program, _ values: [String: Value], isLasting: Bool = false) {
        frame = Frame(program, values, state: program.layout.start, isLasting: isLasting)
        if isLasting { next.reserveCapacity(program.clocks.count) }
    }

    /// Ready for one event.
    init(_ program: Program, _ values: [String: Value], at state: Int, in setting: Setting) {
        frame = Frame(program, values, state: state, setting: setting)
    }

    mutating func begin(at state: Int, in setting: Setting) {
        frame.begin(at: state, in: setting)
        if !reasons.isEmpty { reasons = [] }
        if !troubled.isEmpty { troubled = [] }
    }

    mutating func rollBack() { frame.rollBack() }

    mutating func clear() { frame.clear() }

    /// Takes the given fields in, fills in what was not given, and lets the event work out its own.
    mutating func apply(_ given: Given, of event: CompiledEvent) {
        if event.leavesTheRecord {
            take(given, event)
            return
        }
        if event.asks.isEmpty { take(given, event) } else { ask(event, given) }
        for index in event.sets.indices {
            let assignment = event.sets[index]
            if assignment.constant.isEmpty {
                workOut(assignment, event.code)
            } else {
                frame.write(assignment.constant, to: assignment.field)
            }
        }
        for index in event.clears.indices { empty(event.clears[index]) }
        for index in event.adds.indices {
            let (field, step) = event.adds[index]
            var count = 0
            if case .number(let current) = frame.cell(field) { count = current }
            let (sum, overflow) = count.addingReportingOverflow(step)
            if overflow { refuseToGrow(field) } else { take(.number(sum), field) }
        }
    }

    private mutating func ask(_ event: CompiledEvent, _ given: Given) {
        for index in event.fresh.indices { empty(event.fresh[index]) }
        take(given, event)
        for index in event.fallbacks.indices {
            let (fallback, condition) = event.fallbacks[index]
            guard frame.isEmpty(fallback.field), !troubled.contains(fallback.field) else { continue }
            if let condition, frame.truth(of: condition, in: event.code) != .holds { continue }
            workOut(fallback, event.code)
        }
        for index in event.demands.indices {
            let demand = event.demands[index]
            if frame.isEmpty(demand.field), !troubled.contains(demand.field) { requireIfNeeded(demand, event) }
        }
    }

    private mutating func workOut(_ assignment: CompiledAssignment, _ code: Code) {
        let cell = frame.cell(of: assignment.term, in: code)
        if cell.isEmpty, frame.leadsTooFar(assignment.term, in: code) { return refuseToHold(assignment.field) }
        empty(assignment.field)
        if let fitting = program.layout.cell(cell, for: assignment.field) {
            frame.write(fitting, to: assignment.field)
        } else if let value = frame.value(of: cell, in: code) {
            take(value, assignment.field)
        }
    }

    private mutating func empty(_ field: Int) {
        if !frame.isEmpty(field) { frame.write(.empty, to: field) }
    }

    /// Nothing happens on a day that cannot be on record.
    mutating func refuseTheDay() {
        reasons.append(
            Reason(
                kind: .value, sentence: "Nothing can happen on \(frame.setting.on).", remedies: .said(Day.hint)))
    }

    /// Reads the rules on the proposed record; the state it would enter, nil when no target holds.
    mutating func judge(_ event: CompiledEvent) -> Int? {
        for index in event.conditions.indices {
            let truth = frame.truth(of: event.conditions[index], in: event.code)
            if truth != .holds { refuse(event.rules[index], isUnknown: truth == .unknown) }
        }
        guard let target = frame.target(of: event) else {
            if reasons.isEmpty {
                reasons.append(
                    Reason(kind: .target, sentence: "“\(event.event.title)” leads nowhere with what is on record."))
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
        let touched = frame.touched
        let before = frame.state
        // Where it is now counts for a clock, not where it was.
        frame.enter(state)
        defer { frame.enter(before) }
        var place = 0
        for position in program.clocksIn[state] {
            let clock = program.clocks[position]
            while place < clocks.count, clocks[place].position < position { place += 1 }
            let isActive = place < clocks.count && clocks[place].position == position
            let earlier = isActive ? clocks[place].running : nil
            if isSettled, clock.isUntouched(by: event, from: before, to: state, writing: touched) {
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
        if frame.isUntouched { return [:] }
        var changed: [String: Value?] = [:]
        for field in frame.written where frame.hasChanged(field) {
            changed[program.layout.fields[field].name] = .some(frame[field])
        }
        return changed
    }

    /// What the host is to do after an event that led to a state: what the event asks for, then what entering it does.
    func effects(of event: CompiledEvent, at state: Int) -> [EffectCall] {
        let entry = state == frame.state ? nil : program.entries[state]
        if event.effects.isEmpty, entry == nil { return [] }
        return calls(event.effects, event.code) + (entry.map { calls($0.effects, $0.code) } ?? [])
    }

    private func calls(_ effects: [CompiledEffect], _ code: Code) -> [EffectCall] {
        effects.compactMap { effect in
            if let condition = effect.condition, frame.truth(of: condition, in: code) != .holds { return nil }
            var arguments: [String: Value] = [:]
            for (name, term) in effect.arguments { arguments[name] = frame.value(of: term, in: code) }
            return EffectCall(name: effect.name, arguments: arguments)
        }
    }

    mutating func take(_ given: Given, _ event: CompiledEvent) {
        switch given {
        case .named(let values): if !values.isEmpty { take(values, event) }
        case .prepared(let prepared): frame.write(prepared.writes)
        }
    }

    private mutating func take(_ given: [String: Value], _ event: CompiledEvent) {
        let layout = frame.layout
        var isOutOfPlace = false
        for (name, value) in given {
            if let field = layout.field(name), event.isAsked[field] {
                if !frame.take(value, for: field) { refuse(field) }
            } else {
                isOutOfPlace = true
            }
        }
        if isOutOfPlace || !troubled.isEmpty { refuse(given, event) }
    }

    /// What is given and not asked, by name, then what fields cannot hold, in the order of the asks.
    private mutating func refuse(_ given: [String: Value], _ event: CompiledEvent) {
        let unasked = given.keys.filter { name in program.layout.field(name).map { !event.isAsked[$0] } ?? true }
        reasons += unasked.sorted().map { refusal(ofUnasked: $0, event.event) }
        for ask in event.asks where troubled.contains(ask.field) {
            if let value = given[ask.ask.field] { explain(value, ask.field) }
        }
    }

    private mutating func take(_ value: Value, _ field: Int) {
        guard !frame.take(value, for: field) else { return }
        refuse(field)
        explain(value, field)
    }

    /// A field that cannot hold a value is empty and troubled.
    private mutating func refuse(_ field: Int) {
        troubled.append(field)
        frame.write(.empty, to: field)
    }

    private mutating func refuseToGrow(_ position: Int) {
        let field = program.layout.fields[position]
        refuse(position)
        reasons.append(Reason(kind: .value, field: field.name, sentence: "\(field.title) cannot grow any further."))
    }

    private mutating func refuseToHold(_ position: Int) {
        let field = program.layout.fields[position]
        refuse(position)
        reasons.append(
            Reason(kind: .value, field: field.name, sentence: "\(field.title) would be more than can be worked out."))
    }

    private mutating func explain(_ value: Value, _ position: Int) {
        let field = program.layout.fields[position]
        guard let problem = field.problem(with: value) else { return }
        reasons.append(
            Reason(kind: .value, field: field.name, sentence: problem.sentence, remedies: .said(problem.hint)))
    }

    private func refusal(ofUnasked name: String, _ event: Event) -> Reason {
        let known = program.layout.field(name).map { field in
            "“\(event.title)” does not take \(program.layout.fields[field].title)."
        }
        return Reason(
            kind: .value, field: name, sentence: known ?? "There is no field “\(name.prefix(40))”.",
            remedies: .said(NearMiss.hint(for: name, among: event.asks.map(\.field))))
    }

    private mutating func requireIfNeeded(_ demand: Demand, _ event: CompiledEvent) {
        if let condition = demand.condition, frame.truth(of: condition, in: event.code) != .holds { return }
        let field = program.layout.fields[demand.field]
        var why: String?
        if case .requiredWhen(_, let because)? = event.event.ask(field.name)?.requirement { why = because }
        troubled.append(demand.field)
        reasons.append(
            Reason(
                kind: .missing, field: field.name, sentence: why ?? "\(field.title) is needed.",
                remedies: [.give([field.name])]))
    }

    private mutating func refuse(_ rule: Rule, isUnknown: Bool) {
        let empty = isUnknown ? frame.empty(in: rule.condition) : []
        // A fact is known through the field that it is about: `meeting.date`.
        let isTold = empty.contains { name in
            program.layout.field(String(name.prefix { $0 != "." })).map(troubled.contains) ?? false
        }
        if !isTold { reasons.append(program.refusal(by: rule, empty: empty.first)) }
    }

    private mutating func need(_ position: Int, in state: Int, _ event: CompiledEvent) {
        let field = program.layout.fields[position]
        let remedies = event.isAsked[position] ? [Remedy.give([field.name])] : []
        reasons.append(
            Reason(
                kind: .stateNeeds, field: field.name,
                sentence: "\(field.title) must be on record at “\(program.stateTitles[state])”.",
                remedies: remedies))
    }
}

extension Program {
    /// A rule that does not hold, because a field or fact is empty where one is named.
    func refusal(by rule: Rule, empty name: String?) -> Reason {
        var sentence = rule.otherwise
        if let name { sentence += " (\(title(ofName: name)) is not known.)" }
        return Reason(kind: .rule, field: name, sentence: sentence, remedies: rule.remedies, code: rule.code)
    }

    private func title(ofName name: String) -> String {
        if let field = layout.field(name) { return layout.fields[field].title }
        return layout.fact(name).map { layout.facts[$0].title } ?? name
    }
}
