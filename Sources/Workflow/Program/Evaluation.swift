extension Frame {
    /// The value of an expression; nil when something it needs has none, or when a number or day would leave the range
    /// kept here.
    func value(of term: Code.Term, in code: Code) -> Value? { value(code, term.root) }

    /// Kleene's three-valued logic: what is unknown matters only where it could change the answer.
    func truth(of term: Code.Term, in code: Code) -> Truth { truth(code, term.root) }

    /// The position of the state that an event leads to; nil when no condition of a target holds.
    func target(of event: CompiledEvent) -> Int? {
        let settled = event.leadsTo[state]
        if settled >= 0 { return settled }
        for index in event.targets.indices {
            let target = event.targets[index]
            if let condition = target.condition, truth(of: condition, in: event.code) != .holds { continue }
            return target.state(from: state)
        }
        return nil
    }

    /// The value of an expression as a cell of the code, of the setting or of the record.
    func cell(of term: Code.Term, in code: Code) -> Cell { cell(code, term.root) }

    /// It has no value because a number or a day would leave the range kept here, not because one that it needs is missing.
    func leadsTooFar(_ term: Code.Term, in code: Code) -> Bool { leadsTooFar(code, term.root) }

    private func leadsTooFar(_ code: Code, _ root: Int32) -> Bool {
        switch code.nodes[Int(root)] {
        case .add(let left, let right), .subtract(let left, let right):
            if case .number = cell(code, left), case .number = cell(code, right) { return cell(code, root).isEmpty }
            return leadsTooFar(code, left) || leadsTooFar(code, right)
        case .shift(let day, let period):
            guard case .day(let start) = cell(code, day) else { return leadsTooFar(code, day) }
            let end = code.periods[Int(period)].end(from: start, calendars: setting.calendars)
            return end.map { !Day.counted.contains($0) } ?? false
        default: return false
        }
    }

    /// The usual by itself, so that it takes no call.
    @inline(__always)
    private func cell(_ code: Code, _ root: Int32) -> Cell {
        switch code.nodes[Int(root)] {
        case .constant(let cell): cell
        case .field(let field): isOpen(field: Int(field)) ? .empty : cell(Int(field))
        default: workedOut(code, root)
        }
    }

    private func workedOut(_ code: Code, _ root: Int32) -> Cell {
        switch code.nodes[Int(root)] {
        case .constant, .field: return cell(code, root)
        case .before(let field): return isAbstract ? .empty : before(Int(field))
        case .fact(let fact): return isOpen(fact: Int(fact)) ? .empty : told(Int(fact))
        case .today: return isAbstract ? .empty : .day(setting.on)
        case .state: return layout.stateCell(state)
        case .person: return isAbstract ? .empty : .person
        case .roles: return isAbstract ? .empty : .roles
        case .add(let left, let right):
            return sum(code, left, right) { $0.addingReportingOverflow($1) }
        case .subtract(let left, let right):
            return sum(code, left, right) { $0.subtractingReportingOverflow($1) }
        case .shift(let day, let period):
            guard case .day(let start) = cell(code, day),
                let end = code.periods[Int(period)].end(from: start, calendars: setting.calendars),
                Day.counted.contains(end)
            else { return .empty }
            return .day(end)
        case .daysBetween(let left, let right):
            guard case .day(let start) = cell(code, left), case .day(let end) = cell(code, right) else { return .empty }
            return .number(end - start)
        case .workingDaysBetween(let left, let right, let calendar):
            guard case .day(let start) = cell(code, left), case .day(let end) = cell(code, right),
                let calendar = setting.calendars[code.calendars[Int(calendar)]]
            else { return .empty }
            return .number(calendar.workingDays(from: start, to: end))
        case .not, .and, .or, .compare, .compareField, .isState, .oneOf, .element, .isSet:
            return Cell(truth(code, root))
        }
    }

    /// The usual by itself, so that it takes no call.
    @inline(__always)
    private func truth(_ code: Code, _ root: Int32) -> Truth {
        switch code.nodes[Int(root)] {
        case .compareField(let comparison, let field, let constant):
            isOpen(field: Int(field)) ? .unknown : truth(of: comparison, cell(Int(field)), constant, code)
        case .isState(let position): state < layout.start ? Truth(state == Int(position)) : .unknown
        default: decided(code, root)
        }
    }

    private func decided(_ code: Code, _ root: Int32) -> Truth {
        switch code.nodes[Int(root)] {
        case .compareField, .isState: return truth(code, root)
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
            return truth(of: comparison, cell(code, left), cell(code, right), code)
        case .oneOf(let one, let start, let end):
            return membership(code, of: one, from: start, to: end)
        case .element(let one, let list):
            guard case .list(let names)? = value(code, list), case .text(let name)? = value(code, one) else {
                return .unknown
            }
            return Truth(names.contains(name))
        case .isSet(let inner):
            return isSet(code, inner)
        case .field(let field):
            guard case .flag(let flag) = cell(Int(field)), !isOpen(field: Int(field)) else { return .unknown }
            return Truth(flag)
        default:
            guard case .flag(let flag) = cell(code, root) else { return .unknown }
            return Truth(flag)
        }
    }

    private func isSet(_ code: Code, _ root: Int32) -> Truth {
        switch code.nodes[Int(root)] {
        case .field(let field): isSet(field: Int(field))
        case .before where isAbstract: .unknown
        case .fact(let fact) where isOpen(fact: Int(fact)): .unknown
        default: Truth(!cell(code, root).isEmpty)
        }
    }

    private func membership(_ code: Code, of one: Int32, from start: Int32, to end: Int32) -> Truth {
        let wanted = cell(code, one)
        if wanted.isEmpty { return .unknown }
        var isSure = true
        for place in start..<end {
            let candidate = cell(code, code.listed[Int(place)])
            if candidate.isEmpty { isSure = false } else if isSame(candidate, wanted, code) { return .holds }
        }
        return isSure ? .fails : .unknown
    }

    private func sum(
        _ code: Code, _ left: Int32, _ right: Int32, _ combine: (Int, Int) -> (partialValue: Int, overflow: Bool)
    ) -> Cell {
        guard case .number(let first) = cell(code, left), case .number(let second) = cell(code, right) else {
            return .empty
        }
        let (result, overflow) = combine(first, second)
        return overflow ? .empty : .number(result)
    }
}

// What cells stand for.
extension Frame {
    /// What the host tells of a fact; a day that no record can hold is unknown.
    private func told(_ fact: Int) -> Cell {
        switch layout.told(fact, in: setting) {
        case nil: .empty
        case .flag(let flag): .flag(flag)
        case .number(let number): .number(number)
        case .day(let day): Day.kept.contains(day) ? .day(day) : .empty
        case .text(let text): layout.name(text).map(Cell.name) ?? .fact(Int32(fact))
        case .list: .fact(Int32(fact))
        }
    }

    private func value(_ code: Code, _ root: Int32) -> Value? { value(of: cell(code, root), in: code) }

    /// The value that a cell stands for; nil for an empty one.
    func value(of cell: Cell, in code: Code) -> Value? {
        if case .literal(let position) = cell { code.literals[Int(position)] } else { value(of: cell) }
    }

    private func truth(of comparison: ExpressionNode.Comparison, _ left: Cell, _ right: Cell, _ code: Code) -> Truth {
        if left.isEmpty || right.isEmpty { return .unknown }
        switch comparison {
        case .equal: return Truth(isSame(left, right, code))
        case .unequal: return Truth(!isSame(left, right, code))
        case .less: return order(left, right) { $0 < $1 }
        case .atMost: return order(left, right) { $0 <= $1 }
        case .more: return order(left, right) { $0 > $1 }
        case .atLeast: return order(left, right) { $0 >= $1 }
        }
    }

    /// Of two values of types that the reader found comparable; unknown for two that are not.
    private func order(_ left: Cell, _ right: Cell, _ holds: (Int, Int) -> Bool) -> Truth {
        switch (left, right) {
        case (.number(let first), .number(let second)): Truth(holds(first, second))
        case (.day(let first), .day(let second)): Truth(holds(first.number, second.number))
        default: .unknown
        }
    }

    private func isSame(_ left: Cell, _ right: Cell, _ code: Code) -> Bool {
        switch (left, right) {
        case (.name(let first), .name(let second)): first == second
        case (.number(let first), .number(let second)): first == second
        case (.day(let first), .day(let second)): first == second
        case (.flag(let first), .flag(let second)): first == second
        default: value(of: left, in: code) == value(of: right, in: code)
        }
    }
}

extension Frame {
    private var isAbstract: Bool {
        if case .abstract = sight { true } else { false }
    }

    /// Its value is still to be given.
    @inline(__always)
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
            layout.fact(name).map { isOpen(fact: $0) || layout.told($0, in: setting) == nil } ?? true
        }
        return fields + facts
    }
}
