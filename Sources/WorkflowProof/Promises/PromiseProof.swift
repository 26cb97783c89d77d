import Workflow

/// Tries to prove a promise, and to break it with the kernel itself where that does not succeed.
struct PromiseProof {
    let study: Study
    let promise: Promise
    let budget: Budget

    private var definition: Definition { study.definition }

    /// What came of a claim.
    enum Verdict {
        case kept
        /// By an item that the kernel led there, at this position of the player's; the fields that show it.
        case broken(Int, fields: [String])
        /// What it hangs on.
        case unproved(String)
    }

    /// nil when the promise is kept.
    func finding() -> Finding? {
        if budget.isSpent { return unproved("time was up before it was looked at") }
        switch promise.claim {
        case .always, .never, .entering, .onlyGrows: return finding(promise.stepClaims.lazy.map(verdict))
        case .before(let states, let waypoint): return finding([detour(to: Set(states), around: waypoint)])
        case .canReach(let targets, let sources, let when):
            return finding([reaching(Reach(from: sources, to: targets, when: when))])
        case .read(let sections, let roles): return opening(sections, to: Set(roles))
        }
    }

    /// Of several claims that together are the promise.
    private func finding(_ verdicts: some Sequence<Verdict>) -> Finding? {
        var open: String?
        for verdict in verdicts {
            switch verdict {
            case .kept: continue
            case .broken(let position, let fields): return broken(position, fields)
            case .unproved(let why): open = open ?? why
            }
        }
        return open.map(unproved)
    }

    private func broken(_ position: Int, _ fields: [String]) -> Finding {
        let story = study.player.story(of: position)
        let item = study.player.situations[position].item
        let words = fields.map { "\($0) is \(item.fields[$0]?.word ?? "empty")" }.sorted()
        let shown = words.isEmpty ? "" : ", when \(Sentences.list(words, "and"))"
        return Finding(
            .promiseBroken, .promise(promise.name),
            "“\(promise.title)” is not kept: \(story.events.joined(separator: ", "))\(shown).", path: story.events,
            story: story)
    }

    private func unproved(_ why: String) -> Finding {
        Finding(
            .promiseUnproved, .promise(promise.name),
            "“\(promise.title)” was not proved, though nothing was found that breaks it: \(why).")
    }

    // MARK: - What is claimed of steps

    private func verdict(_ claim: StepClaim) -> Verdict {
        let fields = claim.fields
        if !claim.isAboutTheRecord {
            let nothing = Invariants(byState: [:], met: Set(study.graph.paths.keys))
            if Induction.proves(claim, study, nothing, budget) { return .kept }
        }
        let search = { (exploration: Exploration) in exploration.walk(wanted(claim, exploration)) }
        if case .none = refined(tracking: fields, recordLimit: Self.quickLimit, isPlayed: false, then: search) {
            return .kept
        }
        let node = claim.node
        let form: Invariant.Form = claim.form == .holds ? .holds : .doesNotHold
        let itself = claim.isAboutTheRecord ? [Invariant(node, form)] : []
        let sure = Induction(study, about: [node], claims: itself, budget.part(2)).invariants()
        if let sure, Induction.proves(claim, study, sure, budget) { return .kept }

        switch refined(
            tracking: fields, claim: claim,
            then: { exploration in
                exploration.walk(wanted(claim, exploration))
            })
        {
        case .none: return .kept
        case .found(let position): return .broken(position, fields: fields)
        case .lost(let tracked, let path, let isTooLarge):
            if let sure, !isTooLarge {
                let close = Exploration(
                    study, tracking: tracked, recordLimit: Self.closeLimit, invariants: sure, budget.part(2))
                switch close.walk(wanted(claim, close)) {
                case .none: return .kept
                case .path(let path):
                    if let found = study.player.follow(path, breaking: claim) { return .broken(found, fields: fields) }
                case .tooLarge: break
                }
            }
            if !isTooLarge, tracked.contains(where: study.partition.isCoarse) {
                let wide = refined(tracking: tracked, claim: claim, by: study.widePartition) { exploration in
                    exploration.walk(wanted(claim, exploration))
                }
                switch wide {
                case .none: return .kept
                case .found(let position): return .broken(position, fields: fields)
                case .lost: break
                }
            }
            if let found = study.player.search(breaking: claim, budget.part(2)) {
                return .broken(found, fields: fields)
            }
            return .unproved(why(tracked, path, isTooLarge))
        }
    }

    /// Tells the steps that may break a claim; of those that lead to records seen before, only where that matters.
    private func wanted(_ claim: StepClaim, _ exploration: Exploration) -> Exploration.Wish {
        let code = AbstractCode(claim.node, definition, tracked: exploration.positions)
        let isOfEveryStep = claim.entering != nil || !claim.isAboutTheRecord
        return { from, _, to, isNew in
            guard isNew || isOfEveryStep else { return false }
            guard let state = to.state, claim.isAbout(from: from.state, to: state) else { return false }
            let scene = AbstractCode.Scene(values: to.values, before: from.values, state: state)
            return claim.canBeBroken(code.outcomes(on: scene))
        }
    }

    private static let quickLimit = 4_000
    private static let closeLimit = 1_500

    private enum Refined {
        case none
        case found(Int)
        case lost(tracked: [String], AbstractPath?, isTooLarge: Bool)
    }

    /// Explores what some fields can hold. A way that seems to break the promise is played; where it cannot be, it is looked
    /// at again with the fields that the events on the way depend on, until it is gone or nothing more can be followed.
    private func refined(
        tracking fields: [String], claim: StepClaim? = nil, avoiding avoided: Promise.Waypoint? = nil,
        recordLimit: Int = 50_000, by partition: Partition? = nil, isPlayed: Bool = true,
        isShown: (Int) -> Bool = { _ in true },
        then search: (Exploration) -> Exploration.Answer
    ) -> Refined {
        var tracked = Array(fields.prefix(Exploration.fieldLimit))
        while true {
            let exploration = Exploration(
                study, tracking: tracked, recordLimit: recordLimit, avoiding: avoided, by: partition, budget)
            switch search(exploration) {
            case .none: return .none
            case .tooLarge: return .lost(tracked: tracked, nil, isTooLarge: true)
            case .path(let path):
                if isPlayed, let found = study.player.follow(path, breaking: claim), isShown(found) {
                    return .found(found)
                }
                let further = dependencies(of: path.events, tracked).filter { !tracked.contains($0) }
                guard !further.isEmpty, tracked.count < Exploration.fieldLimit else {
                    return .lost(tracked: tracked, path, isTooLarge: false)
                }
                tracked += further.prefix(Exploration.fieldLimit - tracked.count)
            }
        }
    }

    /// Fields that the events of a path depend on, those of the last event first.
    private func dependencies(of path: [String], _ tracked: [String]) -> [String] {
        var names: [String] = []
        for event in path.reversed().compactMap(definition.event) {
            let workedOut = event.sets.filter { tracked.contains($0.field) }.map(\.expression)
            let fallbacks = event.asks.filter { tracked.contains($0.field) }.compactMap(\.fallback)
            let read = study.rules(of: event) + event.targets.compactMap(\.condition) + workedOut + fallbacks
            let needed = event.targets.compactMap(\.state).flatMap { definition[$0]?.needs ?? [] }
            let kept = event.asks.filter { !$0.isFresh && $0.requirement == .required }.map(\.field)
            let counted = event.adds.keys.filter { name in
                if case .number(let range)? = definition.field(name)?.kind { range.upperBound < 100 } else { false }
            }
            names += read.flatMap { $0.root.names.compactMap(\.fieldName).sorted() } + needed.sorted() + kept
            names += counted.sorted()
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private func why(_ tracked: [String], _ path: AbstractPath?, _ isTooLarge: Bool) -> String {
        if budget.isSpent { return "time was up" }
        if isTooLarge { return "there are too many cases" }
        guard let path else { return "no way was found to show it" }
        let names = dependencies(of: path.events, tracked).prefix(4).map { definition.field($0)?.title ?? $0 }
        let way = path.events.joined(separator: ", ")
        let hanging = names.isEmpty ? "" : ", which hangs on \(Sentences.list(names.map { "“\($0)”" }, "and"))"
        return "\(way) could be neither played nor ruled out\(hanging)"
    }

    // MARK: - Through what

    /// A way to one of the states that keeps clear of the waypoint.
    private func detour(to states: Set<String>, around waypoint: Promise.Waypoint) -> Verdict {
        let refined = refined(tracking: [], avoiding: waypoint) { exploration in
            exploration.walk { _, _, to, _ in to.state.map(states.contains) ?? false }
        }
        switch refined {
        case .none: return .kept
        case .found(let position): return .broken(position, fields: [])
        case .lost(let tracked, let path, let isTooLarge):
            let events = path?.events.compactMap(definition.event) ?? []
            let nodes = events.flatMap(study.rules).map(\.root)
            let induction = Induction(study, about: nodes, claims: [], avoiding: waypoint, budget.part(2))
            if let sure = induction.invariants(), sure.met.isDisjoint(with: states) { return .kept }
            return .unproved(why(tracked, path, isTooLarge))
        }
    }

    // MARK: - Where one can get to

    private func reaching(_ reach: Reach) -> Verdict {
        guard let (why, tracked) = unsure(reach) else { return .kept }
        let fields = promise.fields + deciding.filter { !promise.fields.contains($0) }
        for fields in [tracked, fields] {
            let refined = refined(tracking: fields, recordLimit: Self.reachRecordLimit, isShown: { isShown(reach, $0) })
            {
                $0.stuck(reach)
            }
            if case .found(let position) = refined {
                return .broken(position, fields: promise.fields.isEmpty ? tracked : fields)
            }
        }
        let further = tracked + fields.filter { !tracked.contains($0) }
        if let position = stuckItem(reach, tracking: Array(further.prefix(Exploration.fieldLimit))) {
            return .broken(position, fields: tracked)
        }
        return .unproved(why)
    }

    /// The promise is about the item that was led there.
    private func isShown(_ reach: Reach, _ position: Int) -> Bool {
        let item = study.player.situations[position].item
        guard item.state.map(reach.sources.contains) ?? false else { return false }
        return reach.condition.map { definition.truth(of: $0, on: item, before: item, in: .anyDay) == .holds } ?? true
    }

    /// An item that was seen and that surely nothing leads on from as far as it ought to.
    private func stuckItem(_ reach: Reach, tracking fields: [String]) -> Int? {
        let sources = reach.sources.subtracting(reach.targets).sorted()
        let positions = sources.flatMap { study.player.positions(at: $0).prefix(6) }
        for position in positions.prefix(24) where isShown(reach, position) && !budget.isSpent {
            let item = study.player.situations[position].item
            let nothing = Invariants(byState: [:], met: [])
            let exploration = Exploration(
                study, tracking: fields, recordLimit: 300, invariants: nothing, budget.part(4))
            let record = AbstractRecord(state: item.state, values: fields.map { AbstractValue(item.fields[$0]) })
            if case .none = exploration.walk(from: record, { _, _, to, _ in reach.ends(at: to) }) { return position }
        }
        return nil
    }

    /// Looks for sure ways, with more and more of the fields that stand in their way; nil when there is one from
    /// everywhere, else what it came to and the fields.
    private func unsure(_ reach: Reach) -> (String, tracked: [String])? {
        var tracked = Array(promise.fields.prefix(Exploration.fieldLimit))
        while true {
            let exploration = Exploration(study, tracking: tracked, recordLimit: Self.sureRecordLimit, budget)
            switch exploration.surety(of: reach) {
            case .sure: return nil
            case .tooLarge:
                return (budget.isSpent ? "time was up" : "there are too many cases", promise.fields)
            case .unsure(let path, let obstacles):
                let next = obstacles.first { !tracked.contains($0) }
                guard let next, tracked.count < Exploration.fieldLimit else {
                    return (hurdles(path, obstacles), tracked)
                }
                tracked.append(next)
            }
        }
    }

    /// The most records that are asked for sure ways, which takes its time, and for any ways.
    private static let sureRecordLimit = 300
    private static let reachRecordLimit = 2_000

    private func hurdles(_ path: AbstractPath, _ obstacles: [String]) -> String {
        guard let record = path.steps.last?.record else { return "no way is sure" }
        let state = record.state.map(definition.title(ofState:)) ?? "the start"
        let words = zip(path.tracked, record.values).compactMap { name, value in value.word.map { "\(name) is \($0)" } }
        let when = words.isEmpty ? "" : ", when \(Sentences.list(words.sorted(), "and"))"
        let titles = Set(obstacles).sorted().prefix(4).map { definition.field($0)?.title ?? $0 }
        let hanging = titles.isEmpty ? "" : "; ways on hang on \(Sentences.list(titles.map { "“\($0)”" }, "and"))"
        return "at “\(state)”\(when) no way is sure\(hanging)"
    }

    /// The fields that rules of most events depend on, other than those that an event asks anew.
    private var deciding: [String] {
        var counts: [String: Int] = [:]
        for event in definition.events {
            let names = study.rules(of: event).reduce(into: Set<String>()) { $0.formUnion($1.root.mentions) }
            for name in names where definition.field(name) != nil && event.ask(name)?.isFresh != true {
                counts[name, default: 0] += 1
            }
        }
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return most.prefix(Self.decidingLimit).map(\.key)
    }

    private static let decidingLimit = 4

    // MARK: - Who reads

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
            let words = "“\(copy.event.title)” puts “\(copy.from)” into “\(copy.target)”, which others may read"
            switch happening(of: copy.event) {
            case .never: continue
            case .seen(let position):
                let story = study.player.story(of: position)
                return Finding(
                    .promiseBroken, .promise(promise.name), "“\(promise.title)” is not kept: \(words).",
                    path: story.events, story: story)
            case .open: return unproved("\(words); whether it ever happens was not found out")
            }
        }
        return nil
    }

    private func happening(of event: Event) -> Happening {
        Happening.of(event, study, budget)
    }
}

extension Promise {
    fileprivate var fields: [String] {
        expression?.root.names.compactMap(\.fieldName).reduce(into: Set<String>()) { $0.insert($1) }.sorted() ?? []
    }
}
