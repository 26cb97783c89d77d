/// A condition or a small calculation over an item's record: typed, total and bounded. Made by `ExpressionParser` only.
///
/// Reading it gives a value or nothing: nothing means *unknown*, because something it needs has no value.
public struct Expression: Hashable, Sendable {
    /// As written, but for its layout.
    public let text: String
    public let type: ExpressionType
    /// The fields whose values it needs, in the order of their first appearance.
    public let fields: [String]
    /// The facts whose values it needs, likewise.
    public let facts: [String]
    package let root: ExpressionNode

    package init(text: String, type: ExpressionType, root: ExpressionNode) {
        self.text = text
        self.type = type
        self.root = root
        var names = ExpressionNames()
        names.collect(root)
        fields = names.fields
        facts = names.facts
    }
}

extension Expression {
    /// Reads text for a definition made in code: a condition, unless something else is wanted (nil for anything). Throws what
    /// is wrong with it.
    public init(
        _ text: String, in names: ExpressionEnvironment, giving type: ExpressionType? = .flag
    ) throws(ExpressionProblem) {
        self = try ExpressionParser(environment: names).expression(text, giving: type).get()
    }

    /// It reads the item's own fields and its state alone: no facts, nothing of the day or the actor, nothing before an
    /// event.
    public var isAboutTheRecord: Bool { root.isAboutTheRecord }

    /// What it reads that changes while nothing happens: `today` and facts.
    package var passing: [String] { root.passing }
}

extension ExpressionNode {
    fileprivate var isAboutTheRecord: Bool {
        switch self {
        case .before, .fact, .today, .person, .roles: false
        default: children.allSatisfy(\.isAboutTheRecord)
        }
    }

    fileprivate var passing: [String] {
        switch self {
        case .today: ["today"]
        case .fact(let name): [name]
        default: children.flatMap(\.passing)
        }
    }
}

/// The three answers to a condition.
public enum Truth: Hashable, Sendable {
    case holds
    case fails
    /// Something it needs has no value.
    case unknown

    init(_ value: Bool) { self = value ? .holds : .fails }

    init(_ value: Bool?) {
        guard let value else {
            self = .unknown
            return
        }
        self.init(value)
    }
}
