import Workflow

/// Turns conditions and terms into formulas that say when they hold, fail and have a value.
struct ConditionReader {
    private let definition: Definition
    /// The fields that the event in question writes: what others held before it, they hold after it. nil when there is no
    /// such event.
    private let written: Set<String>?
    /// The days that can be on record.
    private let days: ClosedRange<Int>
    /// Names of which nothing is known: what hangs on them neither holds nor fails for sure.
    private let hidden: Set<ExpressionNode>
    /// Names for what a field held at some moment within an event, as facts that the definition does not have.
    private var moments: [String: Field] = [:]
    var vocabulary = Vocabulary()
    /// The days that lengths of time other than days led to so far.
    var ends: [(period: Period, start: LinearTerm, end: LinearTerm)] = []

    init(
        _ definition: Definition, writing written: Set<String>? = nil, hiding hidden: Set<ExpressionNode> = [],
        days: ClosedRange<Day> = Vocabulary.days
    ) {
        self.definition = definition
        self.hidden = hidden
        self.written = written
        self.days = days.lowerBound.number...days.upperBound.number
    }

    // MARK: - Conditions

    /// Equalities of conditions double what is said of those that they join, so that there is a limit to it: how many
    /// formulas are made in all.
    private static let limit = 20_000
    private var count = 0

    /// false when there are too many.
    private mutating func makes(_ more: Int) -> Bool {
        count += more
        return count <= Self.limit
    }

    mutating func holds(_ condition: ExpressionNode) -> Formula {
        if isHidden(condition) { return .never }
        guard makes(1) else { return unclear(condition, isTrue: true) }
        switch condition {
        case .literal(.flag(let flag)): return flag ? .always : .never
        case .not(let inner): return fails(inner)
        case .and(let left, let right): return .all([holds(left), holds(right)])
        case .or(let left, let right): return .any([holds(left), holds(right)])
        case .compare(let comparison, let left, let right): return compare(comparison, left, right, isTrue: true)
        case .oneOf(let one, let list): return .any(list.map { compare(.equal, one, $0, isTrue: true) })
        case .element(let one, of: let list):
            return element(one, list, isTrue: true) ?? unclear(condition, isTrue: true)
        case .isSet(let name): return isSet(name)
        default: return flag(condition, "yes") ?? unclear(condition, isTrue: true)
        }
    }

    mutating func fails(_ condition: ExpressionNode) -> Formula {
        if isHidden(condition) { return .never }
        guard makes(1) else { return unclear(condition, isTrue: false) }
        switch condition {
        case .literal(.flag(let flag)): return flag ? .never : .always
        case .not(let inner): return holds(inner)
        case .and(let left, let right): return .any([fails(left), fails(right)])
        case .or(let left, let right): return .all([fails(left), fails(right)])
        case .compare(let comparison, let left, let right): return compare(comparison, left, right, isTrue: false)
        case .oneOf(let one, let list): return .all(list.map { compare(.equal, one, $0, isTrue: false) })
        case .element(let one, of: let list):
            return element(one, list, isTrue: false) ?? unclear(condition, isTrue: false)
        case .isSet(let name): return .not(isSet(name))
        default: return flag(condition, "no") ?? unclear(condition, isTrue: false)
        }
    }

    /// What is not joined of other conditions and hangs on a name of which nothing is known.
    private func isHidden(_ condition: ExpressionNode) -> Bool {
        if hidden.isEmpty { return false }
        switch condition {
        case .not, .and, .or: return false
        default: return !hidden.isDisjoint(with: condition.names)
        }
    }

    /// It neither holds nor fails.
    mutating func isUnknown(_ condition: ExpressionNode) -> Formula {
        .all([.not(holds(condition)), .not(fails(condition))])
    }

    /// The name has a value.
    mutating func isSet(_ name: ExpressionNode) -> Formula {
        guard let position = position(name) else { return unclear(.isSet(name), isTrue: true) }
        return .fact(.isSet(position, true))
    }

    /// A field holds what an expression gives, and nothing when that gives nothing; nil when that cannot be said.
    mutating func equals(_ field: ExpressionNode, _ expression: ExpressionNode) -> Formula? {
        guard let position = position(field) else { return nil }
        let empty = Formula.fact(.isSet(position, false))
        switch vocabulary.variables[position].kind {
        case .flag:
            return .any([
                .all([holds(field), holds(expression)]), .all([fails(field), fails(expression)]),
                .all([empty, isUnknown(expression)]),
            ])
        case .number, .day, .name:
            guard let value = hasValue(expression) else { return nil }
            return .any([compare(.equal, field, expression, isTrue: true), .all([empty, .not(value)])])
        case .list: return nil
        }
    }

    /// The expression has a value; nil when that cannot be said.
    mutating func hasValue(_ expression: ExpressionNode) -> Formula? {
        switch expression {
        case .literal: return .always
        case .field, .before, .fact, .today, .state, .person, .roles:
            return position(expression).map { .fact(.isSet($0, true)) }
        case .add, .subtract, .shift, .daysBetween, .workingDaysBetween:
            return term(expression).map { .all($0.demands) }
        default: return .any([holds(expression), fails(expression)])
        }
    }

    private mutating func unclear(_ condition: ExpressionNode, isTrue: Bool) -> Formula {
        let succeeds = vocabulary.fact(.condition(condition, isFailure: false))
        if isTrue { return succeeds }
        return .all([.not(succeeds), vocabulary.fact(.condition(condition, isFailure: true))])
    }

    private mutating func flag(_ node: ExpressionNode, _ value: String) -> Formula? {
        guard let position = position(node), vocabulary.variables[position].kind == .flag else { return nil }
        return .all([.fact(.isSet(position, true)), .fact(.among(position, [value], true))])
    }

    // MARK: - Comparisons

    private mutating func compare(
        _ comparison: ExpressionNode.Comparison, _ left: ExpressionNode, _ right: ExpressionNode, isTrue: Bool
    ) -> Formula {
        if comparison == .unequal { return compare(.equal, left, right, isTrue: !isTrue) }
        if let first = term(left), let second = term(right) {
            let relation = relation(comparison, first, second)
            return .all(first.demands + second.demands + [isTrue ? relation : .not(relation)])
        }
        let whole = ExpressionNode.compare(comparison, left, right)
        guard comparison == .equal else { return unclear(whole, isTrue: isTrue) }
        if isCondition(left) || isCondition(right) {
            let (holding, failing) = (holds(right), fails(right))
            return .any([
                .all([holds(left), isTrue ? holding : failing]), .all([fails(left), isTrue ? failing : holding]),
            ])
        }
        return sameName(left, right, isTrue: isTrue) ?? unclear(whole, isTrue: isTrue)
    }

    private mutating func relation(
        _ comparison: ExpressionNode.Comparison, _ left: LinearTerm, _ right: LinearTerm
    ) -> Formula {
        let difference = left.plus(right, times: -1)
        let opposite = right.plus(left, times: -1)
        let one = LinearTerm(constant: 1)
        switch comparison {
        case .atMost: return isAtMostZero(difference)
        case .atLeast: return isAtMostZero(opposite)
        case .less: return isAtMostZero(difference.plus(one))
        case .more: return isAtMostZero(opposite.plus(one))
        case .equal: return .all([isAtMostZero(difference), isAtMostZero(opposite)])
        case .unequal: return .not(.all([isAtMostZero(difference), isAtMostZero(opposite)]))
        }
    }

    mutating func isAtMostZero(_ term: LinearTerm) -> Formula {
        if let formula = term.isAtMostZero { return formula }
        let range = term.range(vocabulary.variables)
        if range.upperBound <= 0 { return .always }
        if range.lowerBound > 0 { return .never }
        return vocabulary.fact(.sum(term.factors, atMost: -term.constant))
    }

    /// Two names of choices or texts are the same; nil when that cannot be said.
    private mutating func sameName(_ left: ExpressionNode, _ right: ExpressionNode, isTrue: Bool) -> Formula? {
        switch (left, right) {
        case (.literal(.text(let first)), .literal(.text(let second))):
            return (first == second) == isTrue ? .always : .never
        case (.literal(.text(let text)), let name), (let name, .literal(.text(let text))):
            guard let position = position(name), case .name = vocabulary.variables[position].kind else { return nil }
            let isSet = Formula.fact(.isSet(position, true))
            guard canHold(name, text) else { return isTrue ? .never : isSet }
            return .all([isSet, .fact(.among(position, [text], isTrue))])
        default:
            guard let first = position(left), let second = position(right) else { return nil }
            let areSet = [Formula.fact(.isSet(first, true)), .fact(.isSet(second, true))]
            if first == second { return isTrue ? areSet[0] : .never }
            switch (vocabulary.variables[first].kind, vocabulary.variables[second].kind) {
            case (.name(nil), .name(nil)): return .all(areSet + [.fact(.same(first, second, isTrue))])
            case (.name(let names?), .name), (.name, .name(let names?)):
                guard makes(2 * names.count) else { return nil }
                let cases = names.map { name in
                    Formula.all([.fact(.among(first, [name], true)), .fact(.among(second, [name], isTrue))])
                }
                // A name that the first cannot have but the second can makes them differ as well.
                let others = isTrue ? [] : [Formula.fact(.among(first, Set(names), false))]
                return .all(areSet + [.any(cases + others)])
            default: return nil
            }
        }
    }

    /// A list has a name; nil when that cannot be said.
    private mutating func element(_ one: ExpressionNode, _ list: ExpressionNode, isTrue: Bool) -> Formula? {
        guard let position = position(list), case .list = vocabulary.variables[position].kind else { return nil }
        let isSet = Formula.fact(.isSet(position, true))
        if case .literal(.text(let name)) = one { return .all([isSet, .fact(.has(position, name, isTrue))]) }
        guard let element = self.position(one), case .name(let names) = vocabulary.variables[element].kind else {
            return nil
        }
        guard let names else {
            guard case .list(nil) = vocabulary.variables[position].kind else { return nil }
            return .all([isSet, .fact(.isSet(element, true)), .fact(.contains(position, element, isTrue))])
        }
        guard makes(2 * names.count) else { return nil }
        let cases = names.map { name in
            Formula.all([.fact(.among(element, [name], true)), .fact(.has(position, name, isTrue))])
        }
        return .all([isSet, .fact(.isSet(element, true)), .any(cases)])
    }

    // MARK: - Names

    private mutating func isCondition(_ node: ExpressionNode) -> Bool {
        switch node {
        case .literal(.flag), .not, .and, .or, .compare, .oneOf, .element, .isSet: true
        default: position(node).map { vocabulary.variables[$0].kind == .flag } ?? false
        }
    }

    /// The variable that a node reads; nil when it reads none.
    mutating func position(_ node: ExpressionNode) -> Int? {
        if case .before(let name) = node, written?.contains(name) == false { return position(.field(name)) }
        if node.isName, let known = vocabulary.known(node) { return known }
        return switch node {
        case .field(let name), .before(let name):
            definition.field(name).flatMap { position(of: node, $0) }
        case .fact(let name):
            (moments[name] ?? definition.facts.first { $0.name == name }).flatMap { position(of: node, $0) }
        case .today: vocabulary.position(of: node, .day(days))
        case .state: vocabulary.position(of: node, .name(definition.states.map(\.name)))
        case .person: vocabulary.position(of: node, .name(nil))
        case .roles: vocabulary.position(of: node, .list(definition.roles))
        default: nil
        }
    }

    /// A name for what a field held at some moment within an event.
    mutating func moment(_ name: String, of field: String) -> ExpressionNode {
        moments[name] = definition.field(field)
        return .fact(name)
    }

    private mutating func position(of node: ExpressionNode, _ field: Field) -> Int? {
        // Further numbers are not looked at, so that nothing is known of a field that can hold them.
        if case .number(let range) = field.kind, !(-Vocabulary.largest...Vocabulary.largest).contains(range) {
            return nil
        }
        return vocabulary.position(of: node, kind(field.kind), field)
    }

    private func kind(_ kind: Field.Kind) -> Vocabulary.Kind {
        switch kind {
        case .line, .text, .reference: .name(nil)
        case .number(let range): .number(range)
        case .day: .day(days)
        case .flag: .flag
        case .choice(let choices): .name(choices.map(\.name))
        case .choices(let choices): .list(choices.map(\.name))
        case .references: .list(nil)
        }
    }

    /// A field or a fact can hold a text.
    private func canHold(_ name: ExpressionNode, _ text: String) -> Bool {
        switch name {
        case .field(let name), .before(let name): definition.field(name)?.check(.text(text)) == nil
        case .fact(let name): definition.facts.first { $0.name == name }?.check(.text(text)) == nil
        default: true
        }
    }
}

extension ConditionReader {
    /// That a list has none but these.
    mutating func lacking(_ list: ExpressionNode, _ names: [String]) -> [Formula] {
        guard let position = position(list), case .list(let choices) = vocabulary.variables[position].kind else {
            return []
        }
        guard let choices else { return [.fact(.within(position, Set(names), true))] }
        return choices.filter { !names.contains($0) }.map { .fact(.has(position, $0, false)) }
    }
}

extension ExpressionNode {
    /// It reads something by its name, and works nothing out.
    fileprivate var isName: Bool {
        switch self {
        case .field, .before, .fact, .today, .state, .person, .roles: true
        default: false
        }
    }
}
