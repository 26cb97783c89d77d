/// Tries to prove a promise, and shows the shortest way to break it when it cannot.
struct PromiseProof {
    let definition: Definition
    let promise: Promise

    /// nil when the promise is kept.
    func finding() -> Finding? {
        switch promise.claim {
        case .before(let states, let waypoint): detour(to: states, around: waypoint).map { broken($0) }
        case .canReach(let targets, let sources): dead(from: sources, to: targets)
        case .onlyGrows(let fields): shrinking(fields)
        case .read(let sections, let roles): opening(sections, to: Set(roles))
        case .never: explored(promise)
        // What is promised of several conditions together is proved of each by itself, with fewer cases.
        case .always(let expression):
            expression.conjuncts.lazy.compactMap { explored(promise.with(.always($0))) }.first
        case .entering(let states, let expression):
            expression.conjuncts.lazy.compactMap { explored(promise.with(.entering(states, $0))) }.first
        }
    }

    private func broken(_ path: [String], _ record: AbstractRecord? = nil) -> Finding {
        let words = record?.words ?? []
        let shown = words.isEmpty ? "" : ", when \(Sentences.list(words, "and"))"
        return Finding(
            .promiseBroken, .promise(promise.name),
            "“\(promise.title)” is not kept: \(path.joined(separator: ", "))\(shown).", path: path)
    }

    /// The shortest way to one of the states that keeps clear of the waypoint.
    private func detour(to states: [String], around waypoint: Promise.Waypoint) -> [String]? {
        let events = definition.events.filter { waypoint != .event($0.name) }
        let graph = TransitionGraph(definition.with(events: events), avoiding: waypoint.state)
        return states.compactMap { graph.paths[$0] }.min { $0.count < $1.count }
    }

    /// A state from which no arrow leads on, or the record that the rules hold back there.
    private func dead(from sources: [String], to targets: [String]) -> Finding? {
        let graph = TransitionGraph(definition)
        let reaching = graph.reaching(Set(targets))
        if let state = sources.first(where: { !reaching.contains($0) && graph.paths[$0] != nil }) {
            return broken(graph.paths[state] ?? [])
        }
        let exploration = StateExploration(definition: definition, tracked: deciding)
        guard case .path(let path, let record) = exploration.stuck(in: Set(sources), short: Set(targets)) else {
            return nil
        }
        return broken(path, record)
    }

    /// The fields that rules of most events depend on, other than those that an event asks anew.
    private var deciding: [String] {
        var counts: [String: Int] = [:]
        for event in definition.events {
            let rules = event.rules + definition.rules.filter { !$0.except.contains(event.name) }
            let names = rules.reduce(into: Set<String>()) { $0.formUnion($1.condition.root.mentions) }
            for name in names where definition.field(name) != nil && event.ask(name)?.isFresh != true {
                counts[name, default: 0] += 1
            }
        }
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return most.prefix(Self.decidingLimit).map(\.key)
    }

    private static let decidingLimit = 4

    /// A section that others may read, or the first event that copies out of it to where they may.
    private func opening(_ sections: [String], to roles: Set<String>) -> Finding? {
        let seals = Seals(definition: definition)
        for name in sections {
            let others = seals.readers(section: name).map { $0.subtracting(roles).sorted() }
            guard others != [] else { continue }
            let section = definition.sections.first { $0.name == name }?.title ?? name
            let who = others.map { Sentences.list($0.map(definition.title(ofRole:)), "and") } ?? "everybody"
            return Finding(
                .promiseBroken, .promise(promise.name), "“\(promise.title)” is not kept: \(who) may read “\(section)”.")
        }
        let sealed = definition.fields.filter { $0.section.map(sections.contains) ?? false }.map(\.name)
        for copy in seals.copies(of: Set(sealed)) {
            let readers = copy.field.flatMap(seals.readers(field:))
            guard readers?.isSubset(of: roles) != true else { continue }
            return Finding(
                .promiseBroken, .promise(promise.name),
                "“\(promise.title)” is not kept: “\(copy.event.title)” puts “\(copy.from)” into “\(copy.target)”, which "
                    + "others may read.", path: path(to: copy.event))
        }
        return nil
    }

    /// The shortest sequence of events that ends with this one.
    private func path(to event: Event) -> [String] {
        guard !event.begins else { return [event.name] }
        let paths = TransitionGraph(definition).paths
        return (event.from.compactMap { paths[$0] }.min { $0.count < $1.count } ?? []) + [event.name]
    }

    private func shrinking(_ fields: [String]) -> Finding? {
        for event in definition.events {
            for name in fields {
                let section = definition.field(name)?.section
                let isSetBack = event.sets.contains { $0.field == name } && !event.begins
                let isErased = section.map(event.erases.contains) ?? false
                if isSetBack || isErased || event.clears.contains(name) || event.ask(name) != nil {
                    return broken(path(to: event))
                }
            }
        }
        return nil
    }

    /// Explores what the fields named in the promise can hold; when that seems to break it, looks again with the fields
    /// that the events on the way depend on, until the way is sure or gone.
    private func explored(_ promise: Promise) -> Finding? {
        var tracked = promise.fields
        while true {
            switch StateExploration(definition: definition, tracked: tracked).search(promise) {
            case .none: return nil
            case .tooLarge:
                return Finding(
                    .promiseTooLarge, .promise(promise.name),
                    "“\(promise.title)” could not be decided: there are too many cases.")
            case .path(let path, let record):
                let further = dependencies(of: path).filter { !tracked.contains($0) }
                guard !further.isEmpty, tracked.count < StateExploration.fieldLimit else {
                    return broken(path, record)
                }
                tracked += further.prefix(StateExploration.fieldLimit - tracked.count)
            }
        }
    }

    /// Fields that the events of a path depend on, those of the last event first.
    private func dependencies(of path: [String]) -> [String] {
        var names: [String] = []
        for event in path.reversed().compactMap(definition.event) {
            let rules = event.rules + definition.rules.filter { !$0.except.contains(event.name) }
            for expression in rules.map(\.condition) + event.targets.compactMap(\.condition) {
                for name in expression.root.mentions.sorted() where definition.field(name) != nil {
                    if !names.contains(name) { names.append(name) }
                }
            }
        }
        return names
    }
}

extension Expression {
    /// The conditions that it joins by `and`.
    fileprivate var conjuncts: [Expression] {
        guard case .and(let left, let right) = root else { return [self] }
        return [left, right].flatMap { Expression(text: text, type: .flag, root: $0).conjuncts }
    }
}

extension Promise {
    fileprivate func with(_ claim: Claim) -> Promise {
        Promise(name: name, title: title, claim: claim)
    }

    fileprivate var fields: [String] {
        switch claim {
        case .always(let expression), .never(let expression), .entering(_, let expression):
            expression.root.mentions.sorted()
        default: []
        }
    }
}

extension Promise.Waypoint {
    fileprivate var state: String? {
        guard case .state(let name) = self else { return nil }
        return name
    }
}

extension Definition {
    fileprivate func with(events: [Event]) -> Definition {
        Definition(
            name: name, title: title, roles: roles, fields: fields, sections: sections, states: states, events: events,
            rules: rules, clocks: clocks, facts: facts, calendar: calendar)
    }
}
