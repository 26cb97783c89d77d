import Workflow

/// An expression as it is read on a record of which only tracked fields are known. Whatever it can be on a real record that
/// agrees with what is known, is among what it says.
struct AbstractCode {
    indirect enum Node {
        /// A condition or a value of which nothing is known.
        case unknown
        case some(AbstractValue)
        /// The same, if it is set at all.
        case perhaps(AbstractValue)
        case field(Int)
        case before(Int)
        case state
        case not(Node)
        case and(Node, Node)
        case or(Node, Node)
        case compare(ExpressionNode.Comparison, Node, Node)
        case oneOf(Node, [Node])
        case isSet(Node)
        case sum(Node, Node, sign: Int)

        var isUnknown: Bool {
            if case .unknown = self { true } else { false }
        }
    }

    /// What a name or a calculation can be.
    struct Result {
        var isMaybeUnset: Bool
        /// nil when it is surely unset.
        var value: AbstractValue?

        static let unset = Result(isMaybeUnset: true, value: nil)
        static let anything = Result(isMaybeUnset: true, value: .vague)

        init(isMaybeUnset: Bool, value: AbstractValue?) {
            self.isMaybeUnset = isMaybeUnset
            self.value = value
        }

        init(_ value: AbstractValue) {
            if case .unset = value { self = .unset } else { self = Result(isMaybeUnset: false, value: value) }
        }
    }

    let root: Node

    /// - Parameter tracked: positions of tracked fields.
    init(_ node: ExpressionNode, _ definition: Definition, tracked: [String: Int]) {
        root = Self.node(node, definition, tracked)
    }

    private static func node(_ node: ExpressionNode, _ definition: Definition, _ tracked: [String: Int]) -> Node {
        func inner(_ node: ExpressionNode) -> Node { self.node(node, definition, tracked) }
        func joined(_ left: ExpressionNode, _ right: ExpressionNode, _ join: (Node, Node) -> Node) -> Node {
            let (first, second) = (inner(left), inner(right))
            return first.isUnknown && second.isUnknown ? .unknown : join(first, second)
        }
        switch node {
        case .literal(let value): return .some(.exact(value))
        case .field(let name): return tracked[name].map(Node.field) ?? untracked(definition.field(name))
        case .before(let name): return tracked[name].map(Node.before) ?? untracked(definition.field(name))
        case .fact(let name): return untracked(definition.facts.first { $0.name == name })
        case .today, .person, .roles: return .some(.vague)
        case .state: return .state
        case .not(let one):
            let one = inner(one)
            return one.isUnknown ? .unknown : .not(one)
        case .and(let left, let right): return joined(left, right) { .and($0, $1) }
        case .or(let left, let right): return joined(left, right) { .or($0, $1) }
        case .compare(let comparison, let left, let right):
            return joined(left, right) { .compare(comparison, $0, $1) }
        case .oneOf(let one, let list): return .oneOf(inner(one), list.map(inner))
        case .element: return .unknown
        case .isSet(let one):
            let one = inner(one)
            return one.isUnknown ? .unknown : .isSet(one)
        case .add(let left, let right): return joined(left, right) { .sum($0, $1, sign: 1) }
        case .subtract(let left, let right): return joined(left, right) { .sum($0, $1, sign: -1) }
        case .shift, .daysBetween, .workingDaysBetween: return .unknown
        }
    }

    private static func untracked(_ field: Field?) -> Node {
        switch field?.kind {
        case .number(let range): .perhaps(.between(range))
        case .choice(let choices): .perhaps(.among(Set(choices.map(\.name))))
        default: .unknown
        }
    }

    // MARK: - Reading

    /// What is known of the record, of the one before the event, and of the state that the expression reads.
    struct Scene {
        let values: [AbstractValue]
        let before: [AbstractValue]
        let state: String?
    }

    func outcomes(on scene: Scene) -> Outcomes { Self.outcomes(root, scene) }

    /// Each way its value can turn out.
    func values(on scene: Scene) -> [AbstractValue] {
        switch root {
        case .not, .and, .or, .compare, .oneOf, .isSet:
            let outcomes = Self.outcomes(root, scene)
            var values: [AbstractValue] = []
            if outcomes.contains(.holds) { values.append(.exact(.flag(true))) }
            if outcomes.contains(.fails) { values.append(.exact(.flag(false))) }
            if outcomes.contains(.unknown) { values.append(.unset) }
            return values
        default:
            let result = Self.result(root, scene)
            return [result.value, result.isMaybeUnset ? .unset : nil].compactMap(\.self)
        }
    }

    private static func outcomes(_ node: Node, _ scene: Scene) -> Outcomes {
        switch node {
        case .unknown: return .any
        case .not(let inner): return outcomes(inner, scene).opposite
        case .and(let left, let right): return outcomes(left, scene).and(outcomes(right, scene))
        case .or(let left, let right): return outcomes(left, scene).or(outcomes(right, scene))
        case .compare(let comparison, let left, let right):
            return compare(comparison, result(left, scene), result(right, scene))
        case .oneOf(let one, let list):
            let wanted = result(one, scene)
            var found: Outcomes = .fails
            for other in list { found = found.or(compare(.equal, wanted, result(other, scene))) }
            return found
        case .isSet(let one):
            let result = result(one, scene)
            var found: Outcomes = []
            if result.value != nil { found.insert(.holds) }
            if result.isMaybeUnset { found.insert(.fails) }
            return found
        default:
            let result = result(node, scene)
            var found: Outcomes = result.isMaybeUnset ? .unknown : []
            switch result.value {
            case nil: break
            case .exact(.flag(true)): found.insert(.holds)
            case .exact(.flag(false)): found.insert(.fails)
            default: found.formUnion([.holds, .fails])
            }
            return found
        }
    }

    private static func result(_ node: Node, _ scene: Scene) -> Result {
        switch node {
        case .unknown: return .anything
        case .some(let value): return Result(value)
        case .perhaps(let value): return Result(isMaybeUnset: true, value: value)
        case .field(let position): return Result(scene.values[position])
        case .before(let position): return Result(scene.before[position])
        case .state: return Result(AbstractValue(scene.state.map(Value.text)))
        case .sum(let left, let right, let sign): return sum(result(left, scene), result(right, scene), sign)
        case .not, .and, .or, .compare, .oneOf, .isSet:
            let outcomes = outcomes(node, scene)
            let value: AbstractValue? =
                switch (outcomes.contains(.holds), outcomes.contains(.fails)) {
                case (true, true): .vague
                case (true, false): .exact(.flag(true))
                case (false, true): .exact(.flag(false))
                case (false, false): nil
                }
            return Result(isMaybeUnset: outcomes.contains(.unknown), value: value)
        }
    }

    private static func sum(_ left: Result, _ right: Result, _ sign: Int) -> Result {
        guard let first = left.value, let second = right.value else { return .unset }
        let isMaybeUnset = left.isMaybeUnset || right.isMaybeUnset
        guard let low = first.numbers, let more = second.numbers else { return .anything }
        let ends = sign > 0 ? (more.lowerBound, more.upperBound) : (more.upperBound, more.lowerBound)
        let (least, under) =
            sign > 0
            ? low.lowerBound.addingReportingOverflow(ends.0) : low.lowerBound.subtractingReportingOverflow(ends.0)
        let (most, over) =
            sign > 0
            ? low.upperBound.addingReportingOverflow(ends.1) : low.upperBound.subtractingReportingOverflow(ends.1)
        guard !under, !over, least <= most else { return .anything }
        return Result(
            isMaybeUnset: isMaybeUnset, value: least == most ? .exact(.number(least)) : .between(least...most))
    }

    private static func compare(
        _ comparison: ExpressionNode.Comparison, _ left: Result, _ right: Result
    ) -> Outcomes {
        guard let first = left.value, let second = right.value else { return .unknown }
        var found = compare(comparison, first, second)
        if left.isMaybeUnset || right.isMaybeUnset { found.insert(.unknown) }
        return found
    }

    private static func compare(
        _ comparison: ExpressionNode.Comparison, _ left: AbstractValue, _ right: AbstractValue
    ) -> Outcomes {
        switch comparison {
        case .equal: return equal(left, right)
        case .unequal: return equal(left, right).opposite
        case .atLeast: return compare(.atMost, right, left)
        case .more: return compare(.less, right, left)
        case .atMost: return compare(.less, right, left).opposite
        case .less: break
        }
        guard let low = range(left), let high = range(right) else { return [.holds, .fails] }
        var found: Outcomes = []
        if low.lowerBound < high.upperBound { found.insert(.holds) }
        if low.upperBound >= high.lowerBound { found.insert(.fails) }
        return found
    }

    private static func range(_ value: AbstractValue) -> ClosedRange<Int>? {
        if case .exact(.day(let day)) = value { day.number...day.number } else { value.numbers }
    }

    private static func equal(_ left: AbstractValue, _ right: AbstractValue) -> Outcomes {
        switch (left, right) {
        case (.exact(.text(let first)), .exact(.text(let second))): return first == second ? .holds : .fails
        case (.exact(.text(let name)), .among(let names)), (.among(let names), .exact(.text(let name))):
            if !names.contains(name) { return .fails }
            return names.count == 1 ? .holds : [.holds, .fails]
        default: break
        }
        if let first = range(left), let second = range(right) {
            if first.count == 1, first == second { return .holds }
            return first.overlaps(second) ? [.holds, .fails] : .fails
        }
        if let first = left.names, let second = right.names {
            if first.isDisjoint(with: second) { return .fails }
            return first.count == 1 && second.count == 1 ? .holds : [.holds, .fails]
        }
        guard case .exact(let first) = left, case .exact(let second) = right else { return [.holds, .fails] }
        return first == second ? .holds : .fails
    }
}

extension AbstractValue {
    fileprivate var names: Set<String>? {
        switch self {
        case .exact(.text(let name)): [name]
        case .among(let names): names
        default: nil
        }
    }
}
