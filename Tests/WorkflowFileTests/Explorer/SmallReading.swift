extension Small {
    struct Record: Hashable {
        /// -1 before it begins.
        var state: Int
        /// By field; nil for none.
        var values: [Int?]
        /// By clock, while it runs or stands still.
        var clocks: [Running?]

        struct Running: Hashable {
            var started: Int
            var due: Int
            var pausedOn: Int?
            var hasFired = false

            /// It can still be missed.
            var counts: Bool { pausedOn == nil && !hasFired }
        }
    }

    /// Who does it, when, and what the host tells.
    struct Scene: Hashable {
        var today = 0
        var actor = 0
        var roles: [String]
        var fact: Bool?
    }

    /// What becomes of an attempt.
    struct Judgement {
        /// What is missing, or is no value of its field.
        var isFaulty = false
        /// Of each rule: nil for unknown.
        var rules: [Bool?] = []
        /// Of each target's condition.
        var targets: [Bool?] = []
        /// The first target that holds.
        var target: Int?
        /// nil when it is refused.
        var result: Record?
        /// What the host is to do, in order.
        var effects: [Effect] = []
    }

    var start: Record { Record(state: -1, values: fields.map { _ in nil }, clocks: clocks.map { _ in nil }) }

    func judge(_ event: Event, on record: Record, given: [Int: Int], _ scene: Scene) -> Judgement {
        var judgement = Judgement()
        var values = record.values
        func holds(_ field: Int, _ value: Int) -> Bool {
            switch fields[field].kind {
            case .flag: value == 0 || value == 1
            case .choice(let count): value >= 0 && value < count
            case .number(let range): range.contains(value)
            case .day, .person, .people: true
            case .line(let limit): value % 100 <= limit
            }
        }
        func put(_ value: Int?, _ field: Int) {
            if let value, !holds(field, value) { judgement.isFaulty = true }
            values[field] = value.flatMap { holds(field, $0) ? $0 : nil }
        }
        func read(_ term: Term) -> Int? { self.value(term, values, record, scene) }
        func truth(_ condition: Condition) -> Bool? { self.truth(condition, values, record, scene) }
        for ask in event.asks where ask.isFresh { values[ask.field] = nil }
        for (field, value) in given { put(value, field) }
        for ask in event.asks where values[ask.field] == nil {
            if let fallback = ask.fallback, given[ask.field] == nil { put(read(fallback), ask.field) }
        }
        for ask in event.asks where values[ask.field] == nil {
            switch ask.need {
            case .required, .record: judgement.isFaulty = true
            case .when(let condition): if truth(condition) == true { judgement.isFaulty = true }
            case .optional, .anew: break
            }
        }
        for (field, term) in event.sets { put(read(term), field) }
        for field in event.clears { values[field] = nil }
        for (field, count) in event.adds { put((values[field] ?? 0) + count, field) }
        judgement.rules = event.rules.map(truth)
        judgement.targets = event.targets.map { $0.when.map(truth) ?? true }
        judgement.target = judgement.targets.firstIndex(of: true)
        guard !judgement.isFaulty, judgement.rules.allSatisfy({ $0 == true }), let target = judgement.target else {
            return judgement
        }
        let state = event.targets[target].state ?? record.state
        guard states[state].needs.allSatisfy({ values[$0] != nil }) else { return judgement }
        judgement.result = Record(
            state: state, values: values,
            clocks: clocks.indices.map { clock($0, after: event, at: state, values, from: record, scene) })
        let entered = state == record.state ? [] : effects(entering: state)
        judgement.effects = (event.effects + entered).filter { $0.when.map(truth) ?? true == true }
        return judgement
    }

    func effects(entering state: Int) -> [Effect] { entering.indices.contains(state) ? entering[state] : [] }

    /// What becomes of a clock with an event.
    private func clock(
        _ index: Int, after event: Event, at state: Int, _ values: [Int?], from record: Record, _ scene: Scene
    ) -> Record.Running? {
        let clock = clocks[index]
        let waits = clock.pausesIn.contains(state)
        guard clock.runsIn.contains(state) || waits else { return nil }
        let now = Record(state: state, values: record.values, clocks: [])
        if let when = clock.when, truth(when, values, now, scene) != true { return nil }
        func begin(on day: Int) -> Record.Running? {
            if let starts = clock.starts, values[starts] == nil { return nil }
            let started = clock.starts.flatMap { values[$0] } ?? day
            let until = clock.until.flatMap { values[$0] }
            return Record.Running(started: started, due: until ?? started + clock.lasts)
        }
        let earlier = record.clocks[index]
        if waits, earlier == nil { return nil }
        var next: Record.Running?
        if let earlier, !clock.restartsOn.contains(event.name) {
            next = earlier
            let days = [clock.starts, clock.until].compactMap(\.self)
            if days.contains(where: { values[$0] != record.values[$0] }) {
                next = begin(on: earlier.started)
                next?.pausedOn = earlier.pausedOn
            }
        } else {
            next = begin(on: scene.today)
        }
        if waits || clock.pausesWhen.map({ values[$0] == 1 }) ?? false {
            let earlier = next?.pausedOn
            next?.pausedOn = earlier ?? scene.today
        } else if let paused = next?.pausedOn {
            next?.due += scene.today - paused
            next?.pausedOn = nil
        }
        return next
    }

    func value(_ term: Term, _ values: [Int?], _ before: Record, _ scene: Scene) -> Int? {
        switch term {
        case .field(let field): values[field]
        case .before(let field): before.values[field]
        case .today: scene.today
        case .actor: scene.actor
        case .constant(let value, _): value
        case .plus(let inner, let count, _): value(inner, values, before, scene).map { $0 + count }
        }
    }

    func truth(_ condition: Condition, _ values: [Int?], _ before: Record, _ scene: Scene) -> Bool? {
        switch condition {
        case .compare(let sign, let left, let right):
            guard let first = value(left, values, before, scene), let second = value(right, values, before, scene)
            else {
                return nil
            }
            return switch sign {
            case .equal: first == second
            case .unequal: first != second
            case .less: first < second
            case .atMost: first <= second
            case .more: first > second
            case .atLeast: first >= second
            }
        case .isSet(let term): return value(term, values, before, scene) != nil
        case .flag(let field): return values[field].map { $0 == 1 }
        case .state(let state): return before.state < 0 ? nil : before.state == state
        case .role(let role): return scene.roles.contains(role)
        case .has(let field, let term):
            guard let people = values[field], let one = value(term, values, before, scene) else { return nil }
            return people >> one & 1 == 1
        case .fact: return scene.fact
        case .not(let inner): return truth(inner, values, before, scene).map { !$0 }
        case .and(let left, let right):
            let first = truth(left, values, before, scene)
            if first == false { return false }
            let second = truth(right, values, before, scene)
            return second == false ? false : first == nil ? nil : second
        case .or(let left, let right):
            let first = truth(left, values, before, scene)
            if first == true { return true }
            let second = truth(right, values, before, scene)
            return second == true ? true : first == nil ? nil : second
        }
    }

    /// The same of a record at rest, which reads its own state, and what was there before the event that led to it.
    func truth(_ condition: Condition, of record: Record, before: Record, _ scene: Scene) -> Bool? {
        truth(condition, record.values, Record(state: record.state, values: before.values, clocks: []), scene)
    }
}

extension Small.Ask {
    var isFresh: Bool {
        switch need {
        case .required, .anew, .when: true
        case .record, .optional: false
        }
    }
}

// What an attempt hangs on beside the record.
extension Small.Event {
    var readsToday: Bool { terms.contains { $0.reads { if case .today = $0 { true } else { false } } } }
    var readsActor: Bool { terms.contains { $0.reads { if case .actor = $0 { true } else { false } } } }
    var readsRoles: Bool { conditions.contains { $0.contains { if case .role = $0 { true } else { false } } } }
    var readsFact: Bool { conditions.contains { $0.contains { if case .fact = $0 { true } else { false } } } }

    var conditions: [Small.Condition] {
        rules + targets.compactMap(\.when)
            + asks.compactMap { ask in
                if case .when(let condition) = ask.need { condition } else { nil }
            } + effects.compactMap(\.when)
    }

    private var terms: [Small.Term] {
        conditions.flatMap(\.terms) + sets.map(\.term) + asks.compactMap(\.fallback)
    }
}

extension Small.Term {
    func reads(_ isWanted: (Small.Term) -> Bool) -> Bool {
        if case .plus(let inner, _, _) = self { return inner.reads(isWanted) }
        return isWanted(self)
    }
}

extension Small.Condition {
    var terms: [Small.Term] {
        switch self {
        case .compare(_, let left, let right): [left, right]
        case .isSet(let term), .has(_, let term): [term]
        case .not(let inner): inner.terms
        case .and(let left, let right), .or(let left, let right): left.terms + right.terms
        default: []
        }
    }

    func contains(_ isWanted: (Small.Condition) -> Bool) -> Bool {
        switch self {
        case .not(let inner): inner.contains(isWanted)
        case .and(let left, let right), .or(let left, let right): left.contains(isWanted) || right.contains(isWanted)
        default: isWanted(self)
        }
    }
}
