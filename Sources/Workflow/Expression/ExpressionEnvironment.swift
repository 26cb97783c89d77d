/// The names an expression may use, and their types.
public struct ExpressionEnvironment: Sendable {
    public var fields: [String: ExpressionType]
    public var facts: [String: ExpressionType]
    public var roles: [String]
    public var states: [String]
    /// The calendar whose working days are meant; nil when expressions cannot count in working days.
    public var calendar: String?

    public init(
        fields: [Field], facts: [Field] = [], roles: [String] = [], states: [String] = [], calendar: String? = nil
    ) {
        self.fields = Dictionary(
            fields.map { ($0.name, ExpressionType($0.kind)) }, uniquingKeysWith: { first, _ in first })
        self.facts = Dictionary(
            facts.map { ($0.name, ExpressionType($0.kind)) }, uniquingKeysWith: { first, _ in first })
        self.roles = roles
        self.states = states
        self.calendar = calendar
    }

    /// What a word stands for; nil when it is no field, fact or fixed name.
    func resolve(_ word: String) -> (node: ExpressionNode, type: ExpressionType)? {
        if let type = fields[word] { return (.field(word), type) }
        if let type = facts[word] { return (.fact(word), type) }
        switch word {
        case "today": return (.today, .day)
        case "state": return (.state, .choice(states))
        case "actor.person": return (.person, .reference("person"))
        case "actor.roles": return (.roles, .list(.choice(roles)))
        case "yes", "true": return (.literal(.flag(true)), .flag)
        case "no", "false": return (.literal(.flag(false)), .flag)
        default:
            guard word.hasPrefix("before."), let type = fields[String(word.dropFirst(7))] else { return nil }
            return (.before(String(word.dropFirst(7))), type)
        }
    }

    var names: [String] {
        fields.keys.sorted() + facts.keys.sorted() + ["today", "state", "actor.person", "actor.roles"]
    }
}
