/// The checked tree of an expression. Every reference in it was resolved and typed when it was read.
package indirect enum ExpressionNode: Hashable, Sendable {
    package enum Comparison: String, BitwiseCopyable, Hashable, Sendable {
        case equal, unequal, less, atMost, more, atLeast
    }

    case literal(Value)
    case field(String)
    /// The field's value before the event.
    case before(String)
    case fact(String)
    case today
    case state
    case person
    case roles

    case not(ExpressionNode)
    case and(ExpressionNode, ExpressionNode)
    case or(ExpressionNode, ExpressionNode)
    case compare(Comparison, ExpressionNode, ExpressionNode)
    /// The left is one of the listed.
    case oneOf(ExpressionNode, [ExpressionNode])
    /// The left is an element of the list on the right.
    case element(ExpressionNode, of: ExpressionNode)
    case isSet(ExpressionNode)

    case add(ExpressionNode, ExpressionNode)
    case subtract(ExpressionNode, ExpressionNode)
    case shift(ExpressionNode, Period)
    case daysBetween(ExpressionNode, ExpressionNode)
    case workingDaysBetween(ExpressionNode, ExpressionNode, calendar: String)

    package var children: [ExpressionNode] {
        switch self {
        case .literal, .field, .before, .fact, .today, .state, .person, .roles: []
        case .not(let only), .isSet(let only), .shift(let only, _): [only]
        case .oneOf(let first, let rest): [first] + rest
        case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
            .element(let left, of: let right), .add(let left, let right), .subtract(let left, let right),
            .daysBetween(let left, let right), .workingDaysBetween(let left, let right, _):
            [left, right]
        }
    }
}

extension ExpressionNode {
    /// Every field and fact it names.
    package var mentions: Set<String> {
        switch self {
        case .field(let name), .fact(let name): [name]
        default: children.reduce(into: []) { $0.formUnion($1.mentions) }
        }
    }
}

/// The names an expression needs values of. What is only asked whether it is set needs none.
struct ExpressionNames {
    private(set) var fields: [String] = []
    private(set) var facts: [String] = []

    mutating func collect(_ node: ExpressionNode) {
        switch node {
        case .field(let name): if !fields.contains(name) { fields.append(name) }
        case .fact(let name): if !facts.contains(name) { facts.append(name) }
        case .isSet: break
        default: for child in node.children { collect(child) }
        }
    }
}

extension ExpressionNode {
    /// Itself with some of its names replaced; nil leaves one as it is.
    package func replacing(_ replacement: (ExpressionNode) -> ExpressionNode?) -> ExpressionNode {
        func replaced(_ node: ExpressionNode) -> ExpressionNode { node.replacing(replacement) }
        switch self {
        case .literal: return self
        case .field, .before, .fact, .today, .state, .person, .roles: return replacement(self) ?? self
        case .not(let inner): return .not(replaced(inner))
        case .and(let left, let right): return .and(replaced(left), replaced(right))
        case .or(let left, let right): return .or(replaced(left), replaced(right))
        case .compare(let comparison, let left, let right): return .compare(comparison, replaced(left), replaced(right))
        case .oneOf(let one, let list): return .oneOf(replaced(one), list.map(replaced))
        case .element(let one, let list): return .element(replaced(one), of: replaced(list))
        case .isSet(let inner): return .isSet(replaced(inner))
        case .add(let left, let right): return .add(replaced(left), replaced(right))
        case .subtract(let left, let right): return .subtract(replaced(left), replaced(right))
        case .shift(let day, let period): return .shift(replaced(day), period)
        case .daysBetween(let left, let right): return .daysBetween(replaced(left), replaced(right))
        case .workingDaysBetween(let left, let right, let calendar):
            return .workingDaysBetween(replaced(left), replaced(right), calendar: calendar)
        }
    }
}
