/// Tries to prove a promise, and shows the shortest way to break it when it cannot.
struct PromiseProof {
    let definition: Definition
    let promise: Promise

    /// nil when the promise is kept.
    func finding() -> Finding? {
        switch promise.claim {
        case .before(let states, let waypoint): detour(to: states, around: waypoint).map { broken($0) }
        case .canReach(let targets, let sources, let when):
            dead(Reach(from: sources, to: targets, when: when, definition))
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
    private func dead(_ reach: Reach) -> Finding? {
        guard let (unproved, tracked) = unsure(reach) else { return nil }
        for fields in [tracked, promise.fields + deciding.filter { !promise.fields.contains($0) }] {
            let found = refined(tracking: fields, recordLimit: Self.reachRecordLimit) { $0.stuck(reach) }
            if let found, found.code == .promiseBroken { return found }
        }
        return unproved
    }

    /// Looks for sure ways, with more and more of the fields that stand in their way; nil when there is one from
    /// everywhere, else what it came to and the fields.
    private func unsure(_ reach: Reach) -> (Finding, tracked: [String])? {
        let onRecord = OnRecord(definition)
        var tracked = promise.fields
        while true {
            let exploration = StateExploration(
                definition: definition, tracked: tracked, recordLimit: Self.sureRecordLimit)
            switch exploration.surety(of: reach, onRecord) {
            case .sure: return nil
            case .tooLarge:
                let sentence =
                    "“\(promise.title)” was not proved, though nothing was found that breaks it: there are too many cases."
                return (Finding(.promiseUnproved, .promise(promise.name), sentence), promise.fields)
            case .unsure(let record, let path, let obstacles):
                let next = obstacles.first { !tracked.contains($0) }
                guard let next, tracked.count < StateExploration.fieldLimit else {
                    return (unproved(record, path, obstacles), tracked)
                }
                tracked.append(next)
            }
        }
    }

    /// The most records that are asked for sure ways, which takes its time, and for any ways.
    private static let sureRecordLimit = 300
    private static let reachRecordLimit = 2_000

    private func unproved(_ record: AbstractRecord, _ path: [String], _ obstacles: [String]) -> Finding {
        let state = record.state.map(definition.title(ofState:)) ?? "the start"
        let when = record.words.isEmpty ? "" : ", when \(Sentences.list(record.words, "and"))"
        let titles = Set(obstacles).sorted().prefix(4).map { definition.field($0)?.title ?? $0 }
        let hanging = titles.isEmpty ? "" : "; ways on hang on \(Sentences.list(titles.map { "“\($0)”" }, "and"))"
        return Finding(
            .promiseUnproved, .promise(promise.name),
            "“\(promise.title)” was not proved, though nothing was found that breaks it: at “\(state)”\(when) no way is sure"
                + "\(hanging).", path: path)
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
            guard seals.readers(section: copy.section)?.isSubset(of: roles) != true else { continue }
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

    private func explored(_ promise: Promise) -> Finding? {
        refined(tracking: promise.fields) { $0.search(promise) }
    }

    /// Explores what some fields can hold; when that seems to break the promise, looks again with the fields that the
    /// events on the way depend on, until the way is sure or gone.
    private func refined(
        tracking fields: [String], recordLimit: Int = 50_000, _ search: (StateExploration) -> StateExploration.Answer
    ) -> Finding? {
        var tracked = fields
        while true {
            let exploration = StateExploration(definition: definition, tracked: tracked, recordLimit: recordLimit)
            switch search(exploration) {
            case .none: return nil
            case .tooLarge:
                return Finding(
                    .promiseTooLarge, .promise(promise.name),
                    "“\(promise.title)” could not be decided: there are too many cases.")
            case .path(let path, let record):
                let further = dependencies(of: path, tracked).filter { !tracked.contains($0) }
                guard !further.isEmpty, tracked.count < StateExploration.fieldLimit else {
                    return broken(path, record)
                }
                tracked += further.prefix(StateExploration.fieldLimit - tracked.count)
            }
        }
    }

    /// Fields that the events of a path depend on, those of the last event first.
    private func dependencies(of path: [String], _ tracked: [String]) -> [String] {
        var names: [String] = []
        for event in path.reversed().compactMap(definition.event) {
            let rules = event.rules + definition.rules.filter { !$0.except.contains(event.name) }
            let workedOut = event.sets.filter { tracked.contains($0.field) }.map(\.expression)
            let fallbacks = event.asks.filter { tracked.contains($0.field) }.compactMap(\.fallback)
            let read = rules.map(\.condition) + event.targets.compactMap(\.condition) + workedOut + fallbacks
            let needed = event.targets.compactMap(\.state).flatMap { definition[$0]?.needs ?? [] }
            names += read.flatMap { $0.root.names.compactMap(\.fieldName).sorted() } + needed.sorted()
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension Expression {
    /// The conditions that it joins by `and`.
    var conjuncts: [Expression] {
        guard case .and(let left, let right) = root else { return [self] }
        return [left, right].flatMap { Expression(text: text, type: .flag, root: $0).conjuncts }
    }
}

extension ExpressionNode {
    /// Of a field, before the event or after it.
    fileprivate var fieldName: String? {
        switch self {
        case .field(let name), .before(let name): name
        default: nil
        }
    }
}

extension Promise {
    fileprivate func with(_ claim: Claim) -> Promise {
        Promise(name: name, title: title, claim: claim)
    }

    fileprivate var fields: [String] {
        expression?.root.mentions.sorted() ?? []
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
