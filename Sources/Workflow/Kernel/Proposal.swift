/// The record as an event would leave it, while it is being judged.
struct Proposal {
    let definition: Definition
    let event: Event
    let item: Item
    let setting: Setting
    private(set) var fields: [String: Value]
    private(set) var reasons: [Reason] = []
    /// Fields with a reason of their own, which no further reason needs to mention.
    private var troubled: Set<String> = []
    /// Fields written since the beginning, some of them perhaps with what they held.
    private var written: [String] = []

    init(definition: Definition, event: Event, item: Item, setting: Setting) {
        self.definition = definition
        self.event = event
        self.item = item
        self.setting = setting
        fields = item.fields
    }

    private var scope: Scope {
        Scope(fields: fields, before: item.fields, state: item.state, setting: setting)
    }

    /// Takes the given fields in, fills in what was not given, and lets the event work out its own.
    mutating func apply(_ given: [String: Value]) {
        refuseUnasked(given)
        for ask in event.asks {
            if let value = given[ask.field] {
                take(value, ask.field)
            } else if ask.isFresh {
                write(nil, ask.field)
            }
        }
        for ask in event.asks {
            guard let fallback = ask.fallback, fields[ask.field] == nil, given[ask.field] == nil else { continue }
            if let value = fallback.value(in: scope) { take(value, ask.field) }
        }
        for ask in event.asks where ask.requirement != .optional {
            if fields[ask.field] == nil, !troubled.contains(ask.field) { requireIfNeeded(ask) }
        }
        for assignment in event.sets {
            let value = assignment.expression.value(in: scope)
            write(nil, assignment.field)
            if let value { take(value, assignment.field) }
        }
        for field in event.clears { write(nil, field) }
        for (field, step) in event.adds {
            var count = 0
            if case .number(let current)? = fields[field] { count = current }
            let (sum, overflow) = count.addingReportingOverflow(step)
            if !overflow { take(.number(sum), field) }
        }
    }

    /// Reads the rules on the proposed record; the state it would enter, nil when no target holds.
    mutating func judge() -> String? {
        let scope = scope
        for rule in event.rules { judge(rule, scope) }
        for rule in definition.rules where !rule.except.contains(event.name) { judge(rule, scope) }
        guard let target = event.targets.first(where: { $0.condition.map { $0.truth(in: scope) == .holds } ?? true }),
            let state = target.state ?? item.state
        else {
            if reasons.isEmpty {
                reasons.append(Reason(kind: .rule, sentence: "“\(event.title)” leads nowhere with what is on record."))
            }
            return nil
        }
        erase()
        for name in definition[state]?.needs ?? [] where fields[name] == nil && !troubled.contains(name) {
            need(name, in: state)
        }
        return state
    }

    /// The clocks afterwards; nil when one cannot be worked out, which is then a reason.
    mutating func clocks(in state: String) -> [String: RunningClock]? {
        guard !definition.clocks.isEmpty else { return [:] }
        let step = ClockStep(event: event, before: item, fields: fields, state: state, setting: setting, scope: scope)
        var clocks: [String: RunningClock] = [:]
        for clock in definition.clocks(in: state) {
            switch step.advance(clock) {
            case .success(let running): clocks[clock.name] = running
            case .failure(let missing):
                reasons.append(
                    Reason(
                        kind: .rule,
                        sentence: "“\(clock.title)” counts in the calendar “\(missing.name)”, which is not known."))
                return nil
            }
        }
        return clocks
    }

    func change(to state: String, capacity: String, clocks: [String: RunningClock]) -> Change {
        let scope = scope
        var changed: [String: Value?] = [:]
        for name in written {
            let value = fields[name]
            if value != item.fields[name] { changed[name] = .some(value) }
        }
        let effects = event.effects.map { effect in
            EffectCall(name: effect.name, arguments: effect.arguments.compactMapValues { $0.value(in: scope) })
        }
        return Change(
            event: event.name, from: item.state, to: state, capacity: capacity,
            item: Item(state: state, fields: fields, clocks: clocks), changed: changed, effects: effects,
            erases: event.erases)
    }

    private mutating func refuseUnasked(_ given: [String: Value]) {
        let unasked = given.keys.filter { event.ask($0) == nil }
        for name in unasked.sorted() {
            let asked = event.asks.map(\.field)
            let known = definition.field(name).map { "“\(event.title)” does not take \($0.title)." }
            reasons.append(
                Reason(
                    kind: .value, field: name,
                    sentence: known ?? "There is no field “\(name.prefix(40))”.",
                    remedy: NearMiss.hint(for: name, among: asked)))
        }
    }

    private mutating func take(_ value: Value, _ name: String) {
        guard let field = definition.field(name) else { return }
        if let problem = field.problem(with: value) {
            troubled.insert(name)
            write(nil, name)
            reasons.append(Reason(kind: .value, field: name, sentence: problem.sentence, remedy: problem.hint))
        } else {
            write(value, name)
        }
    }

    private mutating func write(_ value: Value?, _ name: String) {
        fields[name] = value
        written.append(name)
    }

    private mutating func requireIfNeeded(_ ask: Ask) {
        var why: String?
        switch ask.requirement {
        case .optional: return
        case .required: break
        case .requiredWhen(let condition, let because):
            guard condition.truth(in: scope) == .holds else { return }
            why = because
        }
        troubled.insert(ask.field)
        let title = definition.field(ask.field)?.title ?? ask.field
        reasons.append(
            Reason(
                kind: .missing, field: ask.field, sentence: why ?? "\(title) is needed.",
                remedy: "Give it with --\(ask.field)."))
    }

    private mutating func judge(_ rule: Rule, _ scope: Scope) {
        let truth = rule.condition.truth(in: scope)
        guard truth != .holds else { return }
        let empty = truth == .unknown ? rule.condition.empty(in: scope) : []
        guard empty.allSatisfy({ !troubled.contains($0) }) else { return }
        var sentence = rule.otherwise
        if let name = empty.first {
            sentence += " (\(definition.field(name)?.title ?? definition.title(ofFact: name)) is not known.)"
        }
        reasons.append(
            Reason(kind: .rule, field: empty.first, sentence: sentence, remedy: rule.remedy, code: rule.code))
    }

    private mutating func need(_ name: String, in state: String) {
        let title = definition.field(name)?.title ?? name
        let remedy = event.ask(name).map { "Give it with --\($0.field)." }
        reasons.append(
            Reason(
                kind: .stateNeeds, field: name,
                sentence: "\(title) must be on record at “\(definition.title(ofState: state))”.", remedy: remedy))
    }

    private mutating func erase() {
        guard !event.erases.isEmpty else { return }
        for field in definition.fields {
            if let section = field.section, event.erases.contains(section), fields[field.name] != nil {
                write(nil, field.name)
            }
        }
    }
}

extension Definition {
    func title(ofFact name: String) -> String {
        facts.first { $0.name == name }?.title ?? name
    }
}
