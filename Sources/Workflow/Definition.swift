import Synchronization

/// A workflow: the states an item can be in, the events that move it, who may cause them, what they ask, and the clocks
/// that run meanwhile. Made by `WorkflowFile` from YAML text; once made, every name in it refers to something that exists.
public struct Definition: Sendable {
    /// Kept behind one reference, so that handing a definition on costs next to nothing.
    private let parts: Parts

    /// `issue`, `meeting`, `action`, `plan-action`.
    public var name: String { parts.name }
    public var title: String { parts.title }
    /// The roles that appear in it, in the order of the file.
    public var roles: [String] { parts.roles }
    /// Roles as people say them, by name: `dco` → `Designated Clinical Officer`.
    public var roleTitles: [String: String] { parts.roleTitles }
    public var fields: [Field] { parts.fields }
    /// Parts of the record, with who may read each.
    public var sections: [Section] { parts.sections }
    public var states: [State] { parts.states }
    public var events: [Event] { parts.events }
    /// Rules of the whole workflow.
    public var rules: [Rule] { parts.rules }
    public var clocks: [Clock] { parts.clocks }
    /// What the host tells guards beyond the item's own fields: `meeting.cut-off` and the like, with the type of each.
    public var facts: [Field] { parts.facts }
    /// The calendar whose working days expressions count in.
    public var calendar: String? { parts.calendar }

    /// The roles that may move items to this version; empty when anybody may who may write.
    public var upgradedBy: [String] { parts.upgradedBy }

    /// What the file says of itself, proved by `verify()`.
    public var promises: [Promise] { parts.promises }
    /// Findings of `verify()` that the file explains.
    public var waivers: [Waiver] { parts.waivers }
    /// Names for several states, in the order of the file. They change nothing in what can happen.
    public var groups: [StateGroup] { parts.groups }

    public init(
        name: String, title: String, roles: [String], roleTitles: [String: String] = [:], fields: [Field] = [],
        sections: [Section] = [], states: [State], events: [Event], rules: [Rule] = [], clocks: [Clock] = [],
        facts: [Field] = [], calendar: String? = nil, upgradedBy: [String] = [], promises: [Promise] = [],
        waivers: [Waiver] = [], groups: [StateGroup] = []
    ) {
        self.init(
            name: name, title: title, roles: roles, roleTitles: roleTitles, fields: fields, sections: sections,
            states: states, events: events, rules: rules, clocks: clocks, facts: facts, calendar: calendar,
            upgradedBy: upgradedBy, promises: promises, waivers: waivers, groups: groups,
            form: nil)
    }

    init(
        name: String, title: String, roles: [String], roleTitles: [String: String], fields: [Field],
        sections: [Section], states: [State], events: [Event], rules: [Rule], clocks: [Clock], facts: [Field],
        calendar: String?, upgradedBy: [String], promises: [Promise], waivers: [Waiver], groups: [StateGroup],
        form: Form?
    ) {
        parts = Parts(
            name: name, title: title, roles: roles, roleTitles: roleTitles, fields: fields, sections: sections,
            states: states, events: events, rules: rules, clocks: clocks, facts: facts, calendar: calendar,
            upgradedBy: upgradedBy, promises: promises, waivers: waivers, groups: groups,
            form: form)
    }

    /// What it was read from; nil for one that was not.
    var knownForm: Form? { parts.form }

    /// Itself, ready to run.
    var program: Program { parts.program }

    /// The state of a name; nil when there is none.
    public subscript(state: String) -> State? {
        parts.stateIndex[state].map { parts.states[$0] }
    }

    public func event(_ name: String) -> Event? {
        parts.eventIndex[name].map { parts.events[$0] }
    }

    public func field(_ name: String) -> Field? {
        parts.fieldIndex[name].map { parts.fields[$0] }
    }

    public func clock(_ name: String) -> Clock? {
        clocks.first { $0.name == name }
    }

    /// The states that mean something to the program that runs it.
    public func states(meaning: String) -> [State] { states.filter { $0.meanings.contains(meaning) } }

    /// The clocks that mean something to the program that runs it.
    public func clocks(meaning: String) -> [Clock] { clocks.filter { $0.meanings.contains(meaning) } }

    /// The role as people say it; its name when the file gives no title.
    public func title(ofRole role: String) -> String {
        roleTitles[role] ?? role
    }

    /// What its expressions may refer to.
    public var environment: ExpressionEnvironment {
        ExpressionEnvironment(
            fields: fields, facts: facts, roles: roles, states: states.map(\.name), calendar: calendar)
    }
}

extension Definition {
    /// What a definition consists of, and where each name stands.
    private final class Parts: Sendable {
        let name: String
        let title: String
        let roles: [String]
        let roleTitles: [String: String]
        let fields: [Field]
        let sections: [Section]
        let states: [State]
        let events: [Event]
        let rules: [Rule]
        let clocks: [Clock]
        let facts: [Field]
        let calendar: String?
        let upgradedBy: [String]
        let promises: [Promise]
        let waivers: [Waiver]
        let groups: [StateGroup]
        let form: Form?
        let stateIndex: [String: Int]
        let eventIndex: [String: Int]
        let fieldIndex: [String: Int]
        private let made = Mutex<Program?>(nil)

        init(
            name: String, title: String, roles: [String], roleTitles: [String: String], fields: [Field],
            sections: [Section], states: [State], events: [Event], rules: [Rule], clocks: [Clock], facts: [Field],
            calendar: String?, upgradedBy: [String], promises: [Promise], waivers: [Waiver], groups: [StateGroup],
            form: Form?
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
            self.upgradedBy = upgradedBy
            self.promises = promises
            self.waivers = waivers
            self.groups = groups
            self.form = form
            stateIndex = Self.index(states.map(\.name))
            eventIndex = Self.index(events.map(\.name))
            fieldIndex = Self.index(fields.map(\.name))
        }

        /// Made when it is first run: who only asks what there is needs none.
        var program: Program {
            made.withLock { made in
                if let made { return made }
                let program = Program(
                    fields: fields, facts: facts, sections: sections, states: states, events: events, rules: rules,
                    clocks: clocks)
                made = program
                return program
            }
        }

        private static func index(_ names: [String]) -> [String: Int] {
            Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
