import StrictYAML
import Workflow

/// Promises and waivers.
extension DefinitionReader {
    /// Each has a sentence and one claim: `always`, `never`, `entering` with `holds`, `before` with `must-pass`, `from`
    /// with `can-reach`, `only-grows`, or `read` with `only` and maybe `apart-from`.
    func promises(_ node: YAMLNode?) -> [Promise] {
        (node?.entries("the promises", log) ?? []).compactMap { entry in
            guard checked(entry, "a promise") else { return nil }
            let claims = Self.claims.flatMap { [$0.key] + $0.needs + $0.takes }
            guard let keys = entry.value.keyed("a promise", required: ["title"], optional: claims, log),
                let claim = claim(keys)
            else { return nil }
            return Promise(
                name: entry.key, title: keys["title"]?.text("the promise's title", log) ?? entry.key, claim: claim)
        }
    }

    /// What belongs to each claim beside the key that begins it: first what it needs, then what it may have.
    static let claims: [(key: String, needs: [String], takes: [String])] = [
        ("always", [], []), ("never", [], []), ("only-grows", [], []), ("entering", ["holds"], []),
        ("before", ["must-pass"], []), ("from", ["can-reach"], ["when"]), ("read", ["only"], ["apart-from"]),
    ]

    private func claim(_ keys: YAMLKeyed) -> Promise.Claim? {
        let begun = Self.claims.filter { keys[$0.key] != nil }
        if let claim = begun.first, let lacking = claim.needs.first(where: { keys[$0] == nil }) {
            log.add(
                "“\(lacking)” is missing, which “\(claim.key)” needs.", at: keys.place(of: claim.key))
            return nil
        }
        guard let claim = begun.first else {
            log.add(
                "A promise needs a claim.", at: keys.place,
                hint: "always, never, only-grows, entering with holds, before with must-pass, from with can-reach, or "
                    + "read with only.")
            return nil
        }
        let all = Self.claims.flatMap { [$0.key] + $0.needs + $0.takes }
        let others = all.filter { keys[$0] != nil && $0 != claim.key && !(claim.needs + claim.takes).contains($0) }
        for other in others {
            log.add(
                "“\(other)” does not go with “\(claim.key)”: a promise has one claim.", at: keys.place(of: other),
                hint: "Make it a promise of its own.")
        }
        return others.isEmpty ? self.claim(claim.key, keys) : nil
    }

    private func claim(_ key: String, _ keys: YAMLKeyed) -> Promise.Claim? {
        guard let node = keys[key] else { return nil }
        switch key {
        case "always": return lasting(node).map(Promise.Claim.always)
        case "never": return lasting(node).map(Promise.Claim.never)
        case "only-grows":
            let fields = knownList(node, "field", among: names.fields.keys)
            for field in fields where names.fields[field] != .number && !names.untyped.contains(field) {
                log.add("Only a number grows; “\(field)” is none.", at: node.place)
            }
            return .onlyGrows(fields)
        case "entering":
            let states = stateList(node, "the states")
            return condition(keys["holds"], "the condition").map { .entering(states, $0) }
        case "before":
            let states = stateList(node, "the states")
            let passed = keys["must-pass"].map {
                knownList($0, "event or state", among: names.events.union(names.stateNames))
            }
            guard let passed, !passed.isEmpty else { return nil }
            return .before(states, mustPass: passed.map { names.events.contains($0) ? .event($0) : .state($0) })
        case "from":
            let states = stateList(node, "the states")
            let reached = stateList(keys["can-reach"], "the states to reach")
            guard let when = keys["when"] else { return .canReach(reached, from: states, when: nil) }
            return lasting(when, ofRecord: true).map { .canReach(reached, from: states, when: $0) }
        default:
            let sections = knownList(node, "section", among: names.sections)
            let spared = keys["apart-from"].map { knownList($0, "event", among: names.events) } ?? []
            return .read(
                sections, onlyBy: knownList(keys["only"], "role", among: names.roles), apartFrom: spared)
        }
    }

    /// A condition that stands as it is while nothing happens.
    ///
    /// - Parameter isOfRecord: it may not read what is so only at an event either.
    private func lasting(_ node: YAMLNode, ofRecord isOfRecord: Bool = false) -> Expression? {
        guard let expression = condition(node, "the condition") else { return nil }
        if let word = expression.passing.first {
            let isDay = word == "today"
            let changes = isDay ? "changes" : "is a fact, which the program may tell otherwise"
            log.add(
                "“\(word)” \(changes) while nothing happens, so that no event could keep this promise.", at: node.place,
                hint:
                    "Promise it of “entering” states, require it in a rule, or put it into a field when an event happens"
                    + (isDay ? "; or let a clock fall due." : "."))
            return nil
        }
        if isOfRecord, !expression.isAboutTheRecord {
            log.add(
                "From where a way on is promised is said of the record, not of an event.", at: node.place,
                hint: "It knows the fields and “state”.")
            return nil
        }
        return expression
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
