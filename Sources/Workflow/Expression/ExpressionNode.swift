/// The checked tree of an expression. Every reference in it was resolved and typed when it was read.
indirect enum ExpressionNode: Hashable, Sendable {
    enum Comparison: Hashable, Sendable {
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
    case shift(ExpressionNode, Duration)
    case daysBetween(ExpressionNode, ExpressionNode)
    case workingDaysBetween(ExpressionNode, ExpressionNode, calendar: String)

    var children: [ExpressionNode] {
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
    var mentions: Set<String> {
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
