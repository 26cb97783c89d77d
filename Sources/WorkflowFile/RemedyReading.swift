import StrictYAML
import Workflow

extension DefinitionReader {
    static let remedyKeys = ["give", "event", "giving", "of", "deed", "date", "act-as", "say"]

    /// One remedy or a list of them, each a mapping:
    ///
    /// - `give:` fields that the event asks;
    /// - `event:` to cause first, `giving:` fields; `of:` another workflow, whose names are not known here;
    /// - `deed:` a name that the host declared;
    /// - `date: yes`, to say on which day it really happened;
    /// - `act-as:` roles of which somebody has to do it;
    /// - `say:` a sentence that is true behind every door.
    func remedies(_ node: YAMLNode?, asked: [String]?) -> [Remedy] {
        (node?.oneOrMore("the remedies", log) ?? []).compactMap { element in
            guard let keys = element.keyed("a remedy", optional: Self.remedyKeys, log) else { return nil }
            let kinds = ["give", "event", "deed", "date", "act-as", "say"].filter { keys[$0] != nil }
            guard kinds.count == 1 else {
                log.add("A remedy is one of give, event, deed, date, act-as or say.", at: element.place)
                return nil
            }
            for key in ["giving", "of"] where keys[key] != nil && kinds != ["event"] {
                log.add("“\(key)” goes with “event”.", at: keys.place(of: key))
            }
            return remedy(kinds[0], keys, asked)
        }
    }

    private func remedy(_ kind: String, _ keys: YAMLKeyed, _ asked: [String]?) -> Remedy? {
        guard let node = keys[kind] else { return nil }
        switch kind {
        case "give": return given(node, asked).map(Remedy.give)
        case "event": return cause(node, keys)
        case "deed": return known(node, "deed", among: host.deeds.sorted()).map { .deed($0) }
        case "date":
            guard node.flag("date", log) == true else { return nil }
            return .date
        case "act-as":
            let roles = knownList(node, "role", among: names.roles)
            return roles.isEmpty ? nil : .act(as: roles)
        default: return sentence(node).map(Remedy.say)
        }
    }

    private func given(_ node: YAMLNode, _ asked: [String]?) -> [String]? {
        let fields = knownList(node, "field", among: names.fields.keys)
        if let asked {
            for field in fields where !asked.contains(field) {
                log.add("The event does not ask “\(field)”.", at: node.place)
            }
        }
        return fields.isEmpty ? nil : fields
    }

    /// An event of this file that begins an item is about another item, as an event of another workflow is.
    private func cause(_ node: YAMLNode, _ keys: YAMLKeyed) -> Remedy? {
        if let other = keys["of"] {
            guard let event = node.name("the event's name", log), let workflow = other.name("the workflow's name", log)
            else { return nil }
            let giving =
                keys["giving"]?.oneOrMore("the fields", log).compactMap { $0.name("a field's name", log) } ?? []
            return .cause(event: event, workflow: workflow, giving: giving)
        }
        let giving = knownList(keys["giving"], "field", among: names.fields.keys)
        guard let event = known(node, "event", among: names.events) else { return nil }
        return .cause(event: event, workflow: names.beginnings.contains(event) ? workflow : nil, giving: giving)
    }

    private func sentence(_ node: YAMLNode) -> String? {
        guard let text = node.text("the sentence", log) else { return nil }
        guard !text.split(separator: " ").contains("lap"), !text.contains("--") else {
            log.add(
                "A sentence names no command and no option: not everybody has a command line.", at: node.place,
                hint: "Name the event with “event”, the fields with “give”, or the day with “date: yes”.")
            return nil
        }
        return text
    }
}
