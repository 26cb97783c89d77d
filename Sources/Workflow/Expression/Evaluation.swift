extension ExpressionNode {
    /// Its value; nil when something it needs has none, or when a number or day would leave the range kept here.
    func value(in scope: Scope) -> Value? {
        switch self {
        case .literal(let value): return value
        case .field(let name): return scope.field(name)
        case .before(let name): return scope.before[name]
        case .fact(let name): return scope.fact(name)
        case .today: return scope.isAbstract ? nil : .day(scope.setting.on)
        case .state: return scope.state.map(Value.text)
        case .person: return scope.isAbstract ? nil : .text(scope.setting.actor.person)
        case .roles: return scope.isAbstract ? nil : .list(scope.setting.actor.roles)
        case .add(let left, let right):
            return sum(left, right, in: scope) { $0.addingReportingOverflow($1) }
        case .subtract(let left, let right):
            return sum(left, right, in: scope) { $0.subtractingReportingOverflow($1) }
        case .shift(let day, let duration):
            guard case .day(let start)? = day.value(in: scope) else { return nil }
            guard let end = duration.end(from: start, calendars: scope.setting.calendars) else { return nil }
            return Day.kept.contains(end) ? .day(end) : nil
        case .daysBetween(let left, let right):
            guard let (start, end) = days(left, right, in: scope) else { return nil }
            return .number(end - start)
        case .workingDaysBetween(let left, let right, let name):
            guard let (start, end) = days(left, right, in: scope) else { return nil }
            return scope.setting.calendars[name].map { .number($0.workingDays(from: start, to: end)) }
        case .not, .and, .or, .compare, .oneOf, .element, .isSet:
            switch truth(in: scope) {
            case .holds: return .flag(true)
            case .fails: return .flag(false)
            case .unknown: return nil
            }
        }
    }

    /// Kleene's three-valued logic: what is unknown matters only where it could change the answer.
    func truth(in scope: Scope) -> Truth {
        switch self {
        case .not(let inner):
            switch inner.truth(in: scope) {
            case .holds: return .fails
            case .fails: return .holds
            case .unknown: return .unknown
            }
        case .and(let left, let right):
            let first = left.truth(in: scope)
            if first == .fails { return .fails }
            let second = right.truth(in: scope)
            if second == .fails { return .fails }
            return first == .holds ? second : .unknown
        case .or(let left, let right):
            let first = left.truth(in: scope)
            if first == .holds { return .holds }
            let second = right.truth(in: scope)
            if second == .holds { return .holds }
            return first == .fails ? second : .unknown
        case .compare(let comparison, let left, let right):
            guard let first = left.value(in: scope), let second = right.value(in: scope) else { return .unknown }
            return Truth(comparison.holds(first, second))
        case .oneOf(let one, let list):
            return membership(of: one, in: list, scope)
        case .element(let one, of: let list):
            guard case .text(let name)? = one.value(in: scope), case .list(let names)? = list.value(in: scope) else {
                return .unknown
            }
            return Truth(names.contains(name))
        case .isSet(let inner):
            return inner.isSet(in: scope)
        default:
            guard case .flag(let flag)? = value(in: scope) else { return .unknown }
            return Truth(flag)
        }
    }

    private func isSet(in scope: Scope) -> Truth {
        switch self {
        case .field(let name): scope.isSet(name)
        case .before where scope.isAbstract: .unknown
        case .fact(let name) where scope.isOpen(fact: name): .unknown
        default: Truth(value(in: scope) != nil)
        }
    }

    private func membership(of one: ExpressionNode, in list: [ExpressionNode], _ scope: Scope) -> Truth {
        guard let value = one.value(in: scope) else { return .unknown }
        var isSure = true
        for element in list {
            guard let candidate = element.value(in: scope) else {
                isSure = false
                continue
            }
            if candidate == value { return .holds }
        }
        return isSure ? .fails : .unknown
    }

    private func sum(
        _ left: ExpressionNode, _ right: ExpressionNode, in scope: Scope,
        _ combine: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) -> Value? {
        guard case .number(let first)? = left.value(in: scope), case .number(let second)? = right.value(in: scope)
        else { return nil }
        let (result, overflow) = combine(first, second)
        return overflow ? nil : .number(result)
    }

    private func days(_ left: ExpressionNode, _ right: ExpressionNode, in scope: Scope) -> (Day, Day)? {
        guard case .day(let start)? = left.value(in: scope), case .day(let end)? = right.value(in: scope) else {
            return nil
        }
        return (start, end)
    }
}

extension ExpressionNode.Comparison {
    /// Of two values of types that the reader found comparable; nil for two that are not.
    func holds(_ left: Value, _ right: Value) -> Bool? {
        switch self {
        case .equal: return left == right
        case .unequal: return left != right
        case .less: return ordered(left, right).map { $0 < 0 }
        case .atMost: return ordered(left, right).map { $0 <= 0 }
        case .more: return ordered(left, right).map { $0 > 0 }
        case .atLeast: return ordered(left, right).map { $0 >= 0 }
        }
    }

    private func ordered(_ left: Value, _ right: Value) -> Int? {
        switch (left, right) {
        case (.number(let first), .number(let second)): first < second ? -1 : first == second ? 0 : 1
        case (.day(let first), .day(let second)): first < second ? -1 : first == second ? 0 : 1
        default: nil
        }
    }
}

extension Day {
    /// Years 1 to 9999, the days that can be written.
    static let kept = Day(number: -719_162)...Day(number: 2_932_896)
}
