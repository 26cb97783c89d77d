import StrictYAML
import Workflow

/// What events, and entering states, ask the host to do besides.
extension DefinitionReader {
    /// Each is a name, or a mapping of one name to its arguments.
    ///
    /// - Parameter asks: what the event asks; nil for what entering a state does.
    func effects(_ node: YAMLNode?, asks: [Ask]? = nil) -> [Effect] {
        guard let node else { return [] }
        var effects: [Effect] = []
        func add(_ name: YAMLNode, _ arguments: YAMLNode?) {
            guard let effect = known(name, "effect", among: host.effects.keys.sorted()) else { return }
            let told = arguments.map { self.arguments($0, of: effect) }
            for caused in host.causes[effect] ?? [] where told?.names.contains(caused.argument) != true {
                log.add("“\(effect)” needs “\(caused.argument)”, the name of an event.", at: name.place)
            }
            if let asks, host.corrections.contains(effect), asks.allSatisfy(\.isFresh) {
                let when = told?.condition == nil ? "always" : "whenever its condition holds"
                log.add(
                    "“\(effect)” refuses this event \(when): it asks for nothing that it could put right.",
                    at: name.place, hint: "Ask for what may be wrong as “optional” or “record”.")
            }
            effects.append(Effect(name: effect, arguments: told?.arguments ?? [:], condition: told?.condition))
        }
        for element in node.oneOrMore("the effects", log) {
            if case .mapping(let entries) = element.content {
                for entry in entries {
                    add(YAMLNode(content: .scalar(entry.key), place: entry.place), entry.value)
                }
            } else {
                add(element, nil)
            }
        }
        return effects
    }

    /// Beside its arguments an effect may have `when`, a condition.
    private func arguments(
        _ node: YAMLNode, of effect: String
    ) -> (arguments: [String: Expression], condition: Expression?, names: [String]) {
        var arguments: [String: Expression] = [:]
        var condition: Expression?
        let entries = node.entries("the arguments", log)
        for entry in entries {
            if entry.key == "when" {
                condition = self.condition(entry.value, "the condition")
                continue
            }
            let name = YAMLNode(content: .scalar(entry.key), place: entry.place)
            guard known(name, "argument of \(effect)", among: host.effects[effect] ?? []) != nil else { continue }
            if let caused = host.causes[effect]?.first(where: { $0.argument == entry.key }) {
                arguments[entry.key] = event(entry.value, caused)
            } else {
                arguments[entry.key] = expression(entry.value, "the argument", giving: nil)
            }
        }
        return (arguments, condition, entries.map(\.key))
    }

    /// The event that an effect causes. One of the item itself is known here; those of other workflows are not.
    private func event(_ node: YAMLNode, _ caused: Host.Caused) -> Expression? {
        let isOwn = caused.workflows.map { $0.contains(workflow ?? "") } ?? true
        if case .scalar(let word) = node.content, names.fields[word] == nil, names.events.contains(word), isOwn {
            log.add(
                "“\(word)” is the name of an event, which stands in quotes of its own.", at: node.place,
                hint: "Write \(caused.argument): \"'\(word)'\"")
            return nil
        }
        let expression = expression(node, "the argument", giving: nil)
        guard caused.workflows == nil, case .literal(.text(let word))? = expression?.root else { return expression }
        if !names.events.contains(word) {
            log.add(
                "There is no event “\(word.prefix(40))”.", at: node.place,
                hint: NearMiss.hint(for: word, among: names.events.sorted()))
        } else if names.beginnings.contains(word) {
            log.add("“\(word)” begins an item, and cannot happen to one.", at: node.place)
        }
        return expression
    }
}
