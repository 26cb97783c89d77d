extension Frame {
    /// The value of an expression; nil when something it needs has none, or when a number or day would leave the range
    /// kept here.
    func value(of code: Code) -> Value? { value(code, code.root) }

    /// The position of the state that an event leads to; nil when no condition of a target holds.
    func target(of event: CompiledEvent) -> Int? {
        for index in event.targets.indices {
            if let condition = event.targets[index].condition, truth(of: condition) != .holds { continue }
            return event.targets[index].state(from: state)
        }
        return nil
    }

    /// Kleene's three-valued logic: what is unknown matters only where it could change the answer.
    func truth(of code: Code) -> Truth { truth(code, code.root) }

    private func value(_ code: Code, _ position: Int32) -> Value? {
        switch code.nodes[Int(position)] {
        case .nothing: return nil
        case .literal(let index): return code.literals[Int(index)]
        case .field(let field): return isOpen(field: Int(field)) ? nil : self[Int(field)]
        case .before(let field): return isAbstract ? nil : before(Int(field))
        case .fact(let fact): return isOpen(fact: Int(fact)) ? nil : setting.facts[layout.facts[Int(fact)].name]
        case .today: return isAbstract ? nil : .day(setting.on)
        case .state: return layout.stateValue(state)
        case .person: return isAbstract ? nil : .text(setting.actor.person)
        case .roles: return isAbstract ? nil : .list(setting.actor.roles)
        case .add(let left, let right):
            return sum(code, left, right) { $0.addingReportingOverflow($1) }
        case .subtract(let left, let right):
            return sum(code, left, right) { $0.subtractingReportingOverflow($1) }
        case .shift(let day, let duration):
            guard case .day(let start)? = value(code, day) else { return nil }
            guard let end = code.durations[Int(duration)].end(from: start, calendars: setting.calendars) else {
                return nil
            }
            return Day.kept.contains(end) ? .day(end) : nil
        case .daysBetween(let left, let right):
            guard let (start, end) = days(code, left, right) else { return nil }
            return .number(end - start)
        case .workingDaysBetween(let left, let right, let calendar):
            guard let (start, end) = days(code, left, right) else { return nil }
            return setting.calendars[code.calendars[Int(calendar)]].map {
                .number($0.workingDays(from: start, to: end))
            }
        case .not, .and, .or, .compare, .oneOf, .element, .isSet:
            switch truth(code, position) {
            case .holds: return .flag(true)
            case .fails: return .flag(false)
            case .unknown: return nil
            }
        }
    }

    private func truth(_ code: Code, _ position: Int32) -> Truth {
        switch code.nodes[Int(position)] {
        case .not(let inner):
            switch truth(code, inner) {
            case .holds: return .fails
            case .fails: return .holds
            case .unknown: return .unknown
            }
        case .and(let left, let right):
            let first = truth(code, left)
            if first == .fails { return .fails }
            let second = truth(code, right)
            if second == .fails { return .fails }
            return first == .holds ? second : .unknown
        case .or(let left, let right):
            let first = truth(code, left)
            if first == .holds { return .holds }
            let second = truth(code, right)
            if second == .holds { return .holds }
            return first == .fails ? second : .unknown
        case .compare(let comparison, let left, let right):
            guard let first = value(code, left), let second = value(code, right) else { return .unknown }
            return Truth(comparison.holds(first, second))
        case .oneOf(let one, let list):
            return membership(code, of: one, in: code.lists[Int(list)])
        case .element(let one, let list):
            guard case .text(let name)? = value(code, one), case .list(let names)? = value(code, list) else {
                return .unknown
            }
            return Truth(names.contains(name))
        case .isSet(let inner):
            return isSet(code, inner)
        default:
            guard case .flag(let flag)? = value(code, position) else { return .unknown }
            return Truth(flag)
        }
    }

    private func isSet(_ code: Code, _ position: Int32) -> Truth {
        switch code.nodes[Int(position)] {
        case .field(let field): isSet(field: Int(field))
        case .before where isAbstract: .unknown
        case .fact(let fact) where isOpen(fact: Int(fact)): .unknown
        default: Truth(value(code, position) != nil)
        }
    }

    private func membership(_ code: Code, of one: Int32, in list: [Int32]) -> Truth {
        guard let value = value(code, one) else { return .unknown }
        var isSure = true
        for element in list {
            guard let candidate = self.value(code, element) else {
                isSure = false
                continue
            }
            if candidate == value { return .holds }
        }
        return isSure ? .fails : .unknown
    }

    private func sum(
        _ code: Code, _ left: Int32, _ right: Int32, _ combine: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) -> Value? {
        guard case .number(let first)? = value(code, left), case .number(let second)? = value(code, right) else {
            return nil
        }
        let (result, overflow) = combine(first, second)
        return overflow ? nil : .number(result)
    }

    private func days(_ code: Code, _ left: Int32, _ right: Int32) -> (Day, Day)? {
        guard case .day(let start)? = value(code, left), case .day(let end)? = value(code, right) else { return nil }
        return (start, end)
    }
}

extension Frame {
    private var isAbstract: Bool {
        if case .abstract = sight { true } else { false }
    }

    /// Its value is still to be given.
    func isOpen(field: Int) -> Bool {
        if case .open(let open) = sight { open.contains(field) } else { false }
    }

    /// What the host says about `meeting.…` is not known while the field `meeting` is still to be given.
    func isOpen(fact: Int) -> Bool {
        switch sight {
        case .whole: false
        case .open(let open): layout.key(ofFact: fact).map(open.contains) ?? false
        case .abstract: true
        }
    }

    private func isSet(field: Int) -> Truth {
        switch sight {
        case .whole: Truth(!isEmpty(field))
        case .open(let open): open.contains(field) ? .unknown : Truth(!isEmpty(field))
        case .abstract(let vague, let unset):
            if !isEmpty(field) || vague.contains(field) { .holds } else { unset.contains(field) ? .fails : .unknown }
        }
    }

    /// The fields and facts that an expression needs and that have no value.
    func empty(in expression: Expression) -> [String] {
        let fields = expression.fields.filter { name in
            layout.field(name).map { isOpen(field: $0) || isEmpty($0) } ?? true
        }
        let facts = expression.facts.filter { name in
            layout.fact(name).map { isOpen(fact: $0) || setting.facts[name] == nil } ?? true
        }
        return fields + facts
    }
}
