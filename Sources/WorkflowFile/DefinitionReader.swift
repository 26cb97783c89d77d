import StrictYAML
import Workflow

/// Reads a whole file. Names are gathered first, so that everything after can be checked against them.
final class DefinitionReader {
    let log = ProblemLog()
    let host: Host
    private let text: String
    /// The names of the file, once each part is read.
    var names = Names()
    /// Fields by name.
    private(set) var declared: [String: Field] = [:]
    /// Sections whose readers are still to be read.
    var drafts: [(name: String, keys: YAMLKeyed)] = []
    /// What entering states does, still to be read.
    var entered: [(state: String, effects: YAMLNode)] = []
    /// Kinds of things that fields may refer to: the host's, and the file's own.
    private(set) var kinds: Set<String> = []
    /// What the file calls its workflow.
    private(set) var workflow: String?
    private(set) var parser = ExpressionParser(environment: ExpressionEnvironment(fields: []))
    private lazy var places = ScalarPlaces(text: text)

    init(text: String, host: Host) {
        self.text = text
        self.host = host
    }

    static let required = ["workflow", "title", "roles", "states", "events"]
    static let optional = [
        "summary", "calendar", "upgraded-by", "kinds", "sections", "facts", "fields", "groups", "rules", "clocks",
        "promises",
        "waivers",
    ]

    func definition(_ root: YAMLNode) -> Definition? {
        guard let file = root.keyed("a workflow file", required: Self.required, optional: Self.optional, log)
        else { return nil }
        let name = file["workflow"]?.name("the workflow's name", log)
        workflow = name
        let title = file["title"]?.text("the title", log)
        let calendar = calendar(file["calendar"])
        let roles = roles(file["roles"])
        readKinds(file["kinds"])
        declareSections(file["sections"])
        let fields = fields(file["fields"])
        declared = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for part in ["states", "events", "fields", "clocks", "promises"] where isTooLong(file[part], part) {
            return nil
        }
        for entry in file["events"]?.entries("the events", log) ?? [] { names.add(event: entry) }
        let bare = states(file["states"])
        let facts = facts(file["facts"])
        readGroups(file["groups"])
        parser = ExpressionParser(
            environment: ExpressionEnvironment(
                fields: fields, facts: facts, roles: names.roles, states: names.states, calendar: calendar))
        let states = entered(bare)
        let sections = sections()
        let events = events(file["events"])
        checkUsual(file["states"], states, events)
        let rules = rules(file["rules"], "the workflow's rules", asked: nil)
        let clocks = clocks(file["clocks"], calendar: calendar, events: events)
        let promises = promises(file["promises"])
        let waivers = waivers(file["waivers"])
        guard let name, let title else { return nil }
        return Definition(
            name: name, title: title, roles: names.roles, roleTitles: roles, fields: fields, sections: sections,
            states: states, events: events, rules: rules, clocks: clocks, facts: facts, calendar: calendar,
            upgradedBy: knownList(file["upgraded-by"], "role", among: names.roles), promises: promises,
            waivers: waivers, groups: names.groupNames.map { StateGroup(name: $0, states: names.groups[$0] ?? []) })
    }

    /// The most states, events, fields, clocks or promises: what can be verified in the time of a keystroke.
    static let partLimit = 1000

    private func isTooLong(_ node: YAMLNode?, _ part: String) -> Bool {
        guard case .mapping(let entries)? = node?.content, entries.count > Self.partLimit else { return false }
        log.add("A workflow has at most \(Self.partLimit) \(part).", at: entries[Self.partLimit].place)
        return true
    }

    // MARK: Shared by all parts

    func condition(_ node: YAMLNode?, _ what: String) -> Expression? {
        expression(node, what, giving: .flag)
    }

    func expression(_ node: YAMLNode?, _ what: String, giving type: ExpressionType?) -> Expression? {
        guard let node, let text = node.text(what, log) else { return nil }
        switch parser.expression(text, giving: type) {
        case .success(let expression): return expression
        case .failure(let problem):
            if mentionsUntyped(text) { return nil }
            let place = places.place(ofByte: problem.offset, in: text, at: node.place)
            log.add(problem.sentence, at: place, hint: problem.hint)
            return nil
        }
    }

    /// It names a field whose own line is wrong already.
    private func mentionsUntyped(_ text: String) -> Bool {
        if names.untyped.isEmpty { return false }
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }.map(String.init)
        return words.contains { word in
            names.untyped.contains(word) || names.untyped.contains { word == "before.\($0)" }
        }
    }

    /// A name that must be among known ones; nil, noted, when it is not.
    func known(_ node: YAMLNode, _ what: String, among names: some Collection<String>) -> String? {
        guard let text = node.text(what, log) else { return nil }
        guard names.contains(text) else {
            log.add(
                "There is no \(what) “\(text.prefix(40))”.", at: node.place,
                hint: NearMiss.hint(for: text, among: names.sorted()))
            return nil
        }
        return text
    }

    /// Known names, each once.
    func knownList(_ node: YAMLNode?, _ what: String, among names: some Collection<String>) -> [String] {
        guard let node else { return [] }
        var found: [String] = []
        for element in node.oneOrMore("the list of \(what)s", log) {
            guard let name = known(element, what, among: names) else { continue }
            if found.contains(name) {
                log.add("The \(what) “\(name)” stands here twice.", at: element.place)
            } else {
                found.append(name)
            }
        }
        return found
    }

    /// States and groups of states, spelled out.
    func stateList(_ node: YAMLNode?, _ what: String) -> [String] {
        guard let node else { return [] }
        var found: [String] = []
        var seen: Set<String> = []
        for element in node.oneOrMore(what, log) {
            guard let name = known(element, "state or group", among: names.statesAndGroups) else { continue }
            for state in names.groups[name] ?? [name] {
                if seen.insert(state).inserted {
                    found.append(state)
                } else {
                    log.add("The state “\(state)” stands here twice.", at: element.place)
                }
            }
        }
        return found
    }

    /// Names of what the host does not know and keeps as it is given.
    private func readKinds(_ node: YAMLNode?) {
        kinds = host.referenceKinds
        for element in node?.oneOrMore("the kinds", log) ?? [] {
            guard let kind = element.name("a kind", log) else { continue }
            if !kinds.insert(kind).inserted { log.add("There is a kind “\(kind)” already.", at: element.place) }
        }
    }

    private func calendar(_ node: YAMLNode?) -> String? {
        guard let node else { return nil }
        return known(node, "calendar", among: host.calendars)
    }
}
