/// A workflow: the states an item can be in, the events that move it, who may cause them, what they ask, and the clocks
/// that run meanwhile. Made by `WorkflowFile` from YAML text; once made, every name in it refers to something that exists.
public struct Definition: Sendable {
    /// `issue`, `meeting`, `action`, `plan-action`.
    public let name: String
    public let title: String
    /// The roles that appear in it, in the order of the file.
    public let roles: [String]
    public let fields: [Field]
    /// Sealed sections of fields and the roles that may read each.
    public let sections: [Section]
    public let states: [State]
    public let events: [Event]
    public let rules: [Rule]
    public let clocks: [Clock]
    /// What the host tells guards beyond the item's own fields: `meeting.cut-off` and the like, with the type of each.
    public let facts: [Field]

    public init(
        name: String, title: String, roles: [String], fields: [Field], sections: [Section], states: [State],
        events: [Event], rules: [Rule], clocks: [Clock], facts: [Field]
    ) {
        self.name = name
        self.title = title
        self.roles = roles
        self.fields = fields
        self.sections = sections
        self.states = states
        self.events = events
        self.rules = rules
        self.clocks = clocks
        self.facts = facts
    }
}
