import StrictYAML
import Workflow

/// Reads the examples of a definition.
final class ExampleReader {
    let log = ProblemLog()
    private let definition: Definition
    private let calendars: Calendars
    /// Where an example leaves off, for those that begin after it.
    private var ends: [String: (steps: [Example.Step], setting: Setting)] = [:]

    init(definition: Definition, calendars: Calendars) {
        self.definition = definition
        self.calendars = calendars
    }

    func examples(_ root: YAMLNode) -> [Example] {
        root.entries("the examples", log).compactMap { entry in
            guard let keys = entry.value.keyed("an example", required: ["title", "steps"], optional: ["after"], log)
            else { return nil }
            var setting = Setting(on: Day(number: 0), actor: Actor(person: "someone", roles: []), calendars: calendars)
            var steps: [Example.Step] = []
            if let node = keys["after"], let name = node.text("the example before", log) {
                guard let earlier = ends[name] else {
                    log.add(
                        "There is no example “\(name.prefix(40))” above.", at: node.place,
                        hint: NearMiss.hint(for: name, among: ends.keys.sorted()))
                    return nil
                }
                (steps, setting) = earlier
            }
            let told = keys["steps"]?.sequence("the steps", log)
            if let told, told.isEmpty {
                log.add("An example without steps shows nothing.", at: keys.place(of: "steps"))
            }
            for node in told ?? [] {
                if let step = step(node, &setting) { steps.append(step) }
            }
            ends[entry.key] = (steps, setting)
            return Example(name: entry.key, title: keys["title"]?.text("the title", log) ?? entry.key, steps: steps)
        }
    }

    private func step(_ node: YAMLNode, _ setting: inout Setting) -> Example.Step? {
        let optional = ["do", "tick", "on", "as", "by", "give", "facts", "leads-to", "refused"]
        guard let keys = node.keyed("a step", optional: optional, log) else { return nil }
        if let day = (keys["on"] ?? keys["tick"])?.day("the day", log) { setting.on = day }
        if let person = keys["by"]?.text("who does it", log) { setting.actor.person = person }
        if let roles = keys["as"]?.oneOrMore("the roles", log) {
            setting.actor.roles = roles.compactMap { known($0, "role", definition.roles) }
        }
        if let node = keys["facts"] {
            setting.facts.merge(values(node, "the facts", definition.facts)) { $1 }
            for entry in node.entries("the facts", log) where isUnknown(entry) { setting.facts[entry.key] = nil }
        }
        if keys["tick"] != nil {
            for other in ["do", "give", "on"] where keys[other] != nil {
                log.add("“\(other)” does not go with “tick”.", at: keys.place(of: other))
            }
        }
        if keys["refused"] != nil, keys["leads-to"] != nil {
            log.add("What is refused leads nowhere.", at: keys.place(of: "leads-to"))
        }
        let outcome = outcome(keys)
        if keys["tick"] != nil {
            check(keys["refused"], of: nil)
            return Example.Step(happening: .tick, setting: setting, outcome: outcome)
        }
        guard let node = keys["do"], let event = known(node, "event", definition.events.map(\.name)) else {
            if keys["do"] == nil { log.add("A step needs “do” or “tick”.", at: keys.place) }
            return nil
        }
        check(keys["refused"], of: definition.event(event))
        let given = keys["give"].map { values($0, "what is given", definition.fields) } ?? [:]
        return Example.Step(happening: .event(event, given: given), setting: setting, outcome: outcome)
    }

    /// What refuses an event, or that of a clock, is something that it has, or what may follow from it.
    private func check(_ node: YAMLNode?, of event: Event?) {
        guard let node, case .scalar(let word) = node.content, !["yes", "role", "state"].contains(word) else { return }
        let caused = Set(definition.clocks.compactMap(\.whenMissed.event))
        let events = withFollowing(event.map { [$0] } ?? definition.events.filter { caused.contains($0.name) })
        let rules = events.flatMap(\.rules) + definition.rules
        if word != event?.name, events.contains(where: { $0.name == word }) { return }
        if word.hasPrefix("rule "), let position = Int(word.dropFirst(5)) {
            if events.contains(where: { $0.rules.indices.contains(position - 1) }) { return }
            log.add(
                "\(event.map { "“\($0.name)”" } ?? "What a clock causes") has no “\(word)” of its own.", at: node.place)
            return
        }
        let facts = Set(rules.flatMap { $0.condition.facts })
        let known = rules.compactMap(\.code) + definition.fields.map(\.name) + facts.sorted()
        if known.contains(word) { return }
        log.add(
            "Nothing refuses by “\(word.prefix(40))”.", at: node.place,
            hint: NearMiss.hint(for: word, among: known + ["yes", "role", "state"])
                ?? "The code of a rule, “rule 2”, a field, role, state or yes.")
    }

    /// Events with those that their effects, or those of where they lead, name.
    private func withFollowing(_ events: [Event]) -> [Event] {
        var found = events
        var position = 0
        while position < found.count {
            let entered = found[position].targets.compactMap { $0.state.flatMap { definition[$0] } }
            let effects = found[position].effects + entered.flatMap(\.effects)
            for argument in effects.flatMap({ $0.arguments.values.map(\.root) }) {
                guard case .literal(.text(let name)) = argument, let next = definition.event(name) else { continue }
                if !found.contains(next) { found.append(next) }
            }
            position += 1
        }
        return found
    }

    private func outcome(_ keys: YAMLKeyed) -> Example.Step.Outcome {
        if let node = keys["refused"], let because = node.text("the reason", log) {
            return .refused(because: because == "yes" ? nil : because)
        }
        return .accepted(to: keys["leads-to"].flatMap { known($0, "state", definition.states.map(\.name)) })
    }

    private func values(_ node: YAMLNode, _ what: String, _ fields: [Field]) -> [String: Value] {
        var values: [String: Value] = [:]
        for entry in node.entries(what, log) {
            guard let field = fields.first(where: { $0.name == entry.key }) else {
                log.add(
                    "There is no field or fact “\(entry.key.prefix(40))”.", at: entry.place,
                    hint: NearMiss.hint(for: entry.key, among: fields.map(\.name)))
                continue
            }
            guard let text = text(entry.value, of: field), !isUnknown(entry) else { continue }
            switch field.read(text) {
            case .success(let value): values[entry.key] = value
            case .failure(let problem): log.add(problem.sentence, at: entry.value.place, hint: problem.hint)
            }
        }
        return values
    }

    /// As a command line would take it: several, where the field holds those, may also stand as a list.
    private func text(_ node: YAMLNode, of field: Field) -> String? {
        guard case .sequence(let elements) = node.content, field.kind.holdsSeveral else {
            return node.text(field.title, log)
        }
        return elements.compactMap { $0.text(field.title, log) }.joined(separator: ", ")
    }

    /// A fact that the host no longer tells.
    private func isUnknown(_ entry: YAMLNode.Entry) -> Bool {
        guard case .scalar(ExampleFile.unknown) = entry.value.content else { return false }
        return definition.facts.contains { $0.name == entry.key }
    }

    private func known(_ node: YAMLNode, _ what: String, _ names: [String]) -> String? {
        guard let text = node.text(what, log) else { return nil }
        if names.contains(text) { return text }
        log.add(
            "There is no \(what) “\(text.prefix(40))”.", at: node.place, hint: NearMiss.hint(for: text, among: names))
        return nil
    }
}

extension Field.Kind {
    fileprivate var holdsSeveral: Bool {
        switch self {
        case .choices, .references: true
        default: false
        }
    }
}
