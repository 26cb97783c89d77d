/// Something that happens to an item: who may cause it, from where, what it asks, what must hold, and what follows.
public struct Event: Hashable, Sendable {
    public let name: String
    public let title: String
    /// One sentence for help.
    public let summary: String?
    /// The states it can happen in, groups spelled out; empty for an event that begins an item.
    public let from: [String]
    /// Tried in order; the first whose condition holds is where the item goes.
    public let targets: [Target]
    /// The roles that may cause it; of those an actor holds, the first is the capacity on record.
    public let by: [String]
    public let asks: [Ask]
    public let rules: [Rule]
    /// Values worked out by the event itself, in order, after the given ones.
    public let sets: [Assignment]
    /// Fields left without a value.
    public let clears: [String]
    /// Counts that grow, and by how much.
    public let adds: [String: Int]
    /// What the host does in the same transaction.
    public let effects: [Effect]
    /// Sections of the record that are emptied for good.
    public let erases: [String]

    public init(
        name: String, title: String, summary: String? = nil, from: [String] = [], targets: [Target], by: [String],
        asks: [Ask] = [], rules: [Rule] = [], sets: [Assignment] = [], clears: [String] = [],
        adds: [String: Int] = [:], effects: [Effect] = [], erases: [String] = []
    ) {
        self.name = name
        self.title = title
        self.summary = summary
        self.from = from
        self.targets = targets
        self.by = by
        self.asks = asks
        self.rules = rules
        self.sets = sets
        self.clears = clears
        self.adds = adds
        self.effects = effects
        self.erases = erases
    }

    /// It begins an item rather than moving one.
    public var begins: Bool { from.isEmpty }

    public func ask(_ field: String) -> Ask? {
        asks.first { $0.field == field }
    }
}

/// Where an event leads.
public struct Target: Hashable, Sendable {
    /// The state entered; nil to stay in the present one.
    public let state: String?
    /// Read on the proposed record; nil always holds.
    public let condition: Expression?

    public init(state: String?, condition: Expression? = nil) {
        self.state = state
        self.condition = condition
    }
}

/// A value that an event works out itself.
public struct Assignment: Hashable, Sendable {
    public let field: String
    /// Read on the record as it stands by then; unknown leaves the field without a value.
    public let expression: Expression

    public init(field: String, expression: Expression) {
        self.field = field
        self.expression = expression
    }
}

/// Something the host is to do when the event is accepted, by a name that the host declared.
public struct Effect: Hashable, Sendable {
    public let name: String
    public let arguments: [String: Expression]
    /// It is asked for only when this holds on the record as the event leaves it; nil always holds.
    public let condition: Expression?

    public init(name: String, arguments: [String: Expression] = [:], condition: Expression? = nil) {
        self.name = name
        self.arguments = arguments
        self.condition = condition
    }
}
