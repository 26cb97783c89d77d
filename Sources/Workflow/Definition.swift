/// A workflow: the states an item can be in, the events that move it, who may cause them, what they ask, and the clocks
/// that run meanwhile. Made by `WorkflowFile` from YAML text; once made, every name in it refers to something that exists.
public struct Definition: Sendable {
    /// `issue`, `meeting`, `action`, `plan-action`.
    public let name: String
    public let title: String
    /// The roles that appear in it, in the order of the file.
    public let roles: [String]
    /// Roles as people say them, by name: `dco` → `Designated Clinical Officer`.
    public let roleTitles: [String: String]
    public let fields: [Field]
    /// Sealed sections of fields and the roles that may read each.
    public let sections: [Section]
    public let states: [State]
    public let events: [Event]
    /// Rules of the whole workflow.
    public let rules: [Rule]
    public let clocks: [Clock]
    /// What the host tells guards beyond the item's own fields: `meeting.cut-off` and the like, with the type of each.
    public let facts: [Field]
    /// The calendar whose working days expressions count in.
    public let calendar: String?

    /// What the file says of itself, proved by `verify()`.
    public let promises: [Promise]
    /// Findings of `verify()` that the file explains.
    public let waivers: [Waiver]

    private let stateIndex: [String: Int]
    private let eventIndex: [String: Int]
    private let fieldIndex: [String: Int]

    public init(
        name: String, title: String, roles: [String], roleTitles: [String: String] = [:], fields: [Field],
        sections: [Section], states: [State], events: [Event], rules: [Rule], clocks: [Clock], facts: [Field],
        calendar: String? = nil, promises: [Promise] = [], waivers: [Waiver] = []
    ) {
        self.name = name
        self.title = title
        self.roles = roles
        self.roleTitles = roleTitles
        self.fields = fields
        self.sections = sections
        self.states = states
        self.events = events
        self.rules = rules
        self.clocks = clocks
        self.facts = facts
        self.calendar = calendar
        self.promises = promises
        self.waivers = waivers
        stateIndex = Self.index(states.map(\.name))
        eventIndex = Self.index(events.map(\.name))
        fieldIndex = Self.index(fields.map(\.name))
    }

    /// The state of a name; nil when there is none.
    public subscript(state: String) -> State? {
        stateIndex[state].map { states[$0] }
    }

    public func event(_ name: String) -> Event? {
        eventIndex[name].map { events[$0] }
    }

    public func field(_ name: String) -> Field? {
        fieldIndex[name].map { fields[$0] }
    }

    public func clock(_ name: String) -> Clock? {
        clocks.first { $0.name == name }
    }

    /// The role as people say it; its name when the file gives no title.
    public func title(ofRole role: String) -> String {
        roleTitles[role] ?? role
    }

    /// What its expressions may refer to.
    public var environment: ExpressionEnvironment {
        ExpressionEnvironment(
            fields: fields, facts: facts, roles: roles, states: states.map(\.name), calendar: calendar)
    }

    private static func index(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
