import StrictYAML
import Workflow

/// Promises and waivers.
extension DefinitionReader {
    /// Each has a sentence and one claim: `always`, `never`, `entering` with `holds`, `before` with `must-pass`, `from`
    /// with `can-reach`, `only-grows`, or `read` with `only`.
    func promises(_ node: YAMLNode?) -> [Promise] {
        (node?.entries("the promises", log) ?? []).compactMap { entry in
            guard checked(entry, "a promise") else { return nil }
            let claims = [
                "always", "never", "entering", "holds", "before", "must-pass", "from", "when", "can-reach",
                "only-grows", "read", "only",
            ]
            guard let keys = entry.value.keyed("a promise", required: ["title"], optional: claims, log),
                let claim = claim(keys)
            else { return nil }
            return Promise(
                name: entry.key, title: keys["title"]?.text("the promise's title", log) ?? entry.key, claim: claim)
        }
    }

    private func claim(_ keys: YAMLKeyed) -> Promise.Claim? {
        if let node = keys["always"] { return condition(node, "the condition").map(Promise.Claim.always) }
        if let node = keys["never"] { return condition(node, "the condition").map(Promise.Claim.never) }
        if let node = keys["only-grows"] {
            return .onlyGrows(knownList(node, "field", among: names.fields(of: .number)))
        }
        if let node = keys["entering"], keys["holds"] != nil {
            let states = stateList(node, "the states")
            return condition(keys["holds"], "the condition").map { .entering(states, $0) }
        }
        if let node = keys["before"], let pass = keys["must-pass"] {
            let states = stateList(node, "the states")
            guard let name = known(pass, "event or state", among: names.events.union(names.stateNames)) else {
                return nil
            }
            return .before(states, mustPass: names.events.contains(name) ? .event(name) : .state(name))
        }
        if let node = keys["from"], let targets = keys["can-reach"] {
            let states = stateList(node, "the states")
            let reached = stateList(targets, "the states to reach")
            guard let when = keys["when"] else { return .canReach(reached, from: states, when: nil) }
            return condition(when, "the condition").map { .canReach(reached, from: states, when: $0) }
        }
        if let node = keys["read"], let only = keys["only"] {
            let sections = knownList(node, "section", among: names.sections)
            return .read(sections, onlyBy: knownList(only, "role", among: names.roles))
        }
        log.add(
            "A promise needs a claim.", at: keys.place,
            hint: "always, never, only-grows, entering with holds, before with must-pass, from with can-reach, or read "
                + "with only.")
        return nil
    }

    func waivers(_ node: YAMLNode?) -> [Waiver] {
        guard let node else { return [] }
        return node.sequence("the waivers", log).compactMap { element in
            let keys = element.keyed("a waiver", required: ["finding", "of", "because"], log)
            let codes = Finding.Code.allCases.map(\.rawValue)
            guard let keys, let finding = keys["finding"], let name = known(finding, "finding", among: codes),
                let code = Finding.Code(rawValue: name), let subject = keys["of"]?.text("what it is of", log),
                let because = keys["because"]?.text("the reason", log)
            else { return nil }
            return Waiver(code: code, subject: subject, because: because)
        }
    }
}
