import StrictYAML
import Workflow

/// Events and what they consist of.
extension DefinitionReader {
    static let eventKeys = [
        "summary", "to", "asks", "rules", "sets", "clears", "adds", "effects", "erases",
    ]

    func events(_ node: YAMLNode?) -> [Event] {
        var events: [Event] = []
        for entry in node?.entries("the events", log) ?? [] {
            guard checked(entry, "an event") else { continue }
            let required = ["title", "from", "by"]
            guard let keys = entry.value.keyed("an event", required: required, optional: Self.eventKeys, log)
            else { continue }
            events.append(event(entry.key, keys))
        }
        if let node, !events.isEmpty, !events.contains(where: \.begins) {
            log.add("No event begins an item.", at: node.place, hint: "Give one of them “from: start”.")
        }
        return events
    }

    private func event(_ name: String, _ keys: YAMLKeyed) -> Event {
        let begins = isStart(keys["from"])
        let asks = asks(keys["asks"])
        return Event(
            name: name, title: keys["title"]?.text("the event's title", log) ?? name,
            summary: keys["summary"]?.text("the summary", log),
            from: begins ? [] : stateList(keys["from"], "the states it happens in"),
            targets: targets(keys, begins: begins),
            by: knownList(keys["by"], "role", among: names.roles),
            asks: asks,
            rules: rules(keys["rules"], "the event's rules", asked: asks.map(\.field)),
            sets: assignments(keys["sets"]),
            clears: knownList(keys["clears"], "field", among: names.fields.keys),
            adds: counts(keys["adds"]),
            effects: effects(keys["effects"], asks: asks),
            erases: knownList(keys["erases"], "section", among: names.sections))
    }

    private func isStart(_ node: YAMLNode?) -> Bool {
        guard case .scalar("start")? = node?.content else { return false }
        return true
    }

    /// A state; nothing or `stay`; or a list of `{state, when}`, of which only the last may go without a condition.
    private func targets(_ keys: YAMLKeyed, begins: Bool) -> [Target] {
        guard let node = keys["to"] else {
            if begins { log.add("An event that begins an item needs the key “to”.", at: keys.place) }
            return [Target(state: nil)]
        }
        guard case .sequence(let nodes) = node.content else {
            return target(node, begins: begins).map { [Target(state: $0, condition: nil)] } ?? []
        }
        var targets: [Target] = []
        for (index, element) in nodes.enumerated() {
            guard let target = element.keyed("a target", required: ["state"], optional: ["when"], log),
                let state = target["state"], let name = self.target(state, begins: begins)
            else { continue }
            if target["when"] == nil, index < nodes.count - 1 {
                log.add("Nothing after a target without “when” is ever reached.", at: element.place)
            }
            targets.append(Target(state: name, condition: condition(target["when"], "the condition")))
        }
        return targets
    }

    /// The state's name, or nil within for staying; nil when it is unknown.
    private func target(_ node: YAMLNode, begins: Bool) -> String?? {
        if case .scalar("stay") = node.content {
            if begins { log.add("An event that begins an item has nowhere to stay.", at: node.place) }
            return .some(nil)
        }
        return known(node, "state", among: names.stateNames).map { .some($0) }
    }

    private func assignments(_ node: YAMLNode?) -> [Assignment] {
        (node?.entries("what the event sets", log) ?? []).compactMap { entry in
            guard isField(entry), !names.untyped.contains(entry.key) else { return nil }
            let type = parser.environment.fields[entry.key]
            return constantThatFits(expression(entry.value, "the value", giving: type), entry.key, at: entry.value).map
            {
                Assignment(field: entry.key, expression: $0)
            }
        }
    }

    /// The expression, noted when it is a constant that the field cannot hold.
    func constantThatFits(_ expression: Expression?, _ field: String, at node: YAMLNode) -> Expression? {
        if case .literal(let value)? = expression?.root, let problem = declared[field]?.problem(with: value) {
            log.add(problem.sentence, at: node.place, hint: problem.hint)
        }
        return expression
    }

    private func counts(_ node: YAMLNode?) -> [String: Int] {
        var counts: [String: Int] = [:]
        for entry in node?.entries("what the event adds", log) ?? [] {
            guard isField(entry), !names.untyped.contains(entry.key) else { continue }
            guard names.fields[entry.key] == .number else {
                log.add("Only a number can be added to; “\(entry.key)” is none.", at: entry.place)
                continue
            }
            counts[entry.key] = entry.value.integer("the step", in: 1...1000, log)
        }
        return counts
    }

    func isField(_ entry: YAMLNode.Entry) -> Bool {
        let name = YAMLNode(content: .scalar(entry.key), place: entry.place)
        return known(name, "field", among: names.fields.keys) != nil
    }
}
