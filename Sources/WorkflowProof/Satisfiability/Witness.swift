import Workflow

/// A record that shows something, as far as it matters.
struct Witness {
    /// By the node that reads it; nil for a name that has no value.
    let values: [(node: ExpressionNode, value: Value?)]

    init(values: [(ExpressionNode, Value?)]) {
        self.values = values.map { (node: $0.0, value: $0.1) }
    }

    /// `level is 3 and colour is empty`, of the names that some conditions mention; nil when it says nothing of them.
    func words(for conditions: [Expression]) -> String? {
        let mentioned = conditions.reduce(into: Set<ExpressionNode>()) { $0.formUnion($1.root.names) }
        let words = values.filter { mentioned.contains($0.node) }.map { node, value in
            "\(node.word) is \(value?.word ?? "empty")"
        }
        return words.isEmpty ? nil : Sentences.list(words.sorted(), "and")
    }
}

extension Value {
    /// As it is written in expressions.
    var word: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .day(let day): day.description
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let names): names.joined(separator: ", ")
        }
    }
}

extension ExpressionNode {
    /// Every name in it, as the node that reads it.
    var names: Set<ExpressionNode> {
        switch self {
        case .field, .before, .fact, .today, .state, .person, .roles: [self]
        default: children.reduce(into: []) { $0.formUnion($1.names) }
        }
    }

    /// The same, each once, in an order that is always the same.
    var orderedNames: [ExpressionNode] { names.sorted { $0.word < $1.word } }

    /// The fields that it reads, before the event or after it, in order.
    var fieldNames: [String] { Set(names.compactMap(\.fieldName)).sorted() }

    /// The name that it reads.
    var word: String {
        switch self {
        case .field(let name), .fact(let name): name
        case .before(let name): "before.\(name)"
        case .today: "today"
        case .state: "state"
        case .person: "actor.person"
        case .roles: "actor.roles"
        default: ""
        }
    }
}
