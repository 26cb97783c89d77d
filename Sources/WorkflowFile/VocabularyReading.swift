import StrictYAML
import Workflow

/// Roles, states and groups.
extension DefinitionReader {
    /// Titles by name; the names in order go to `names`.
    func roles(_ node: YAMLNode?) -> [String: String] {
        var titles: [String: String] = [:]
        for entry in node?.entries("the roles", log) ?? [] {
            guard checked(entry, "a role") else { continue }
            names.roles.append(entry.key)
            titles[entry.key] = entry.value.text("the role's title", log)
        }
        return titles
    }

    func states(_ node: YAMLNode?) -> [State] {
        var states: [State] = []
        for entry in node?.entries("the states", log) ?? [] {
            guard checked(entry, "a state") else { continue }
            guard entry.key != "start", entry.key != "stay" else {
                log.add("A state cannot be called “\(entry.key)”: that word has its own meaning.", at: entry.place)
                continue
            }
            names.states.append(entry.key)
            names.stateNames.insert(entry.key)
            names.statesAndGroups.insert(entry.key)
            guard
                let keys = entry.value.keyed(
                    "a state", required: ["title"], optional: ["end", "needs", "usually", "means", "effects"], log)
            else { continue }
            states.append(
                State(
                    name: entry.key, title: keys["title"]?.text("the state's title", log) ?? entry.key,
                    isEnd: keys["end"]?.flag("end", log) ?? false,
                    needs: knownList(keys["needs"], "field", among: names.fields.keys),
                    usual: keys["usually"].flatMap { known($0, "event", among: names.events) },
                    meanings: meanings(keys["means"])))
            if let effects = keys["effects"] { entered.append((entry.key, effects)) }
        }
        return states
    }

    /// What usually comes next can happen there.
    func checkUsual(_ node: YAMLNode?, _ states: [State], _ events: [Event]) {
        guard case .mapping(let entries)? = node?.content else { return }
        for state in states {
            guard let usual = state.usual, let event = events.first(where: { $0.name == usual }),
                !event.from.contains(state.name),
                let entry = entries.first(where: { $0.key == state.name }),
                case .mapping(let keys) = entry.value.content
            else { continue }
            log.add(
                "“\(usual)” cannot happen at “\(state.name)”, so it is not what usually comes next there.",
                at: keys.first { $0.key == "usually" }?.value.place ?? entry.place)
        }
    }

    /// The states with what entering them does, which is read once every name is known.
    func entered(_ states: [State]) -> [State] {
        let effects = Dictionary(
            entered.map { ($0.state, self.effects($0.effects)) }, uniquingKeysWith: { first, _ in first })
        return states.map { state in
            guard let effects = effects[state.name] else { return state }
            return State(
                name: state.name, title: state.title, isEnd: state.isEnd, needs: state.needs, usual: state.usual,
                meanings: state.meanings, effects: effects)
        }
    }

    /// What a state or a clock means to the host.
    func meanings(_ node: YAMLNode?) -> [String] {
        knownList(node, "meaning", among: host.meanings)
    }

    /// A group may name groups that stand above it.
    func readGroups(_ node: YAMLNode?) {
        for entry in node?.entries("the groups", log) ?? [] {
            guard checked(entry, "a group") else { continue }
            if names.stateNames.contains(entry.key) {
                log.add("There is already a state “\(entry.key)”.", at: entry.place)
                continue
            }
            names.groups[entry.key] = stateList(entry.value, "the states of a group")
            names.groupNames.append(entry.key)
            names.statesAndGroups.insert(entry.key)
        }
    }

    /// The entry's key can be a name.
    func checked(_ entry: YAMLNode.Entry, _ what: String, allowsDots: Bool = false) -> Bool {
        if YAMLNode.isName(entry.key, allowsDots: allowsDots) { return true }
        log.add(
            "“\(entry.key.prefix(40))” cannot be the name of \(what).", at: entry.place,
            hint: "A name is made of letters, digits and hyphens, at most 64.")
        return false
    }
}
