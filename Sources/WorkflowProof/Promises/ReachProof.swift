import Workflow

/// Tries to prove that there is a way on, and to break it by an item that is stuck.
struct ReachProof {
    let study: Study
    /// What the promise names.
    let fields: [String]
    let budget: Budget

    private var definition: Definition { study.definition }

    func verdict(_ reach: Reach) -> PromiseProof.Verdict {
        guard let (why, tracked, obstacles) = unsure(reach) else { return .kept }
        let wider = fields + deciding.filter { !fields.contains($0) }
        for names in [tracked, wider] {
            let refined = Refinement(study: study, budget: budget).outcome(
                tracking: names, recordLimit: Self.reachRecordLimit, isShown: { isShown(reach, $0) },
                then: { $0.stuck(reach) })
            if case .found(let position) = refined {
                return .broken(position, fields: fields.isEmpty ? tracked : names)
            }
        }
        let further = tracked + wider.filter { !tracked.contains($0) }
        if let position = stuckItem(reach, tracking: Array(further.prefix(Exploration.fieldLimit))) {
            return .broken(position, fields: tracked)
        }
        if let sure = sure(reach, obstacles), unsure(reach, knowing: sure) == nil { return .kept }
        return .unproved(why)
    }

    /// What is sure of every record wherever ways on hang on something: what other promises say, and what events that lead
    /// nearer ask of the fields that are in the way; nil when nothing is.
    private func sure(_ reach: Reach, _ obstacles: Set<String>) -> Invariants? {
        guard !budget.isSpent else { return nil }
        let distances = study.graph.distances(to: reach.targets)
        let nearer = definition.events.filter { event in
            let origins = event.from.compactMap { distances[$0] }
            return event.targets.contains { ($0.state.flatMap { distances[$0] } ?? .max) < origins.max() ?? 0 }
        }
        let conditions = nearer.flatMap { study.rules(of: $0) + $0.targets.compactMap(\.condition) }
        let asked = conditions.flatMap(\.conjuncts).map(\.root).filter { node in
            obstacles.isEmpty || node.names.contains { $0.fieldName.map(obstacles.contains) ?? false }
        }
        let promised = definition.promises.flatMap(\.stepClaims).compactMap(\.invariant)
        let claims = promised.filter { !$0.fields.isDisjoint(with: obstacles) }.prefix(Self.claimLimit)
        let induction = Induction(study, about: asked, claims: Array(claims), budget.part(2))
        let nothing = Dictionary(definition.states.map { ($0.name, [Invariant]()) }, uniquingKeysWith: { $1 })
        let found = induction.invariants() ?? Invariants(byState: nothing, met: [])
        let sure = found.adding(study.proved)
        return sure.byState.values.allSatisfy(\.isEmpty) ? nil : sure
    }

    private static let claimLimit = 12

    /// The promise is about the item that was led there.
    private func isShown(_ reach: Reach, _ position: Int) -> Bool {
        let item = study.player.situations[position].item
        guard item.state.map(reach.sources.contains) ?? false else { return false }
        return reach.condition.map { definition.truth(of: $0, on: item, before: item, in: .anyDay) == .holds } ?? true
    }

    /// An item that was seen and that surely nothing leads on from as far as it ought to.
    private func stuckItem(_ reach: Reach, tracking fields: [String]) -> Int? {
        let sources = reach.sources.subtracting(reach.targets).sorted()
        let seen = sources.flatMap { study.player.positions(at: $0).prefix(6) }
        for position in seen.prefix(24) + barred(sources) where isShown(reach, position) && !budget.isSpent {
            let item = study.player.situations[position].item
            let nothing = Invariants(byState: [:], met: [])
            let exploration = Exploration(
                study, tracking: fields, recordLimit: 300, invariants: nothing, budget.part(4))
            let record = AbstractRecord(state: item.state, values: fields.map { AbstractValue(item.fields[$0]) })
            if case .none = exploration.walk(from: record, { _, _, to, _ in reach.ends(at: to) }) { return position }
        }
        return nil
    }

    /// Items that are led to where what events ask of the record on the way on does not hold of it.
    private func barred(_ sources: [String]) -> [Int] {
        let events = definition.events.filter { !Set($0.from).isDisjoint(with: sources) }
        var seen: Set<ExpressionNode> = []
        let conditions = events.flatMap { event in
            study.rules(of: event).flatMap(\.conjuncts).filter { condition in
                // What the event itself writes is not on record yet.
                condition.isAboutTheRecord && !condition.root.names.isEmpty && seen.insert(condition.root).inserted
                    && !condition.root.names.contains { $0.fieldName.map(event.writes) ?? false }
            }
        }
        let budget = budget.part(4)
        return conditions.prefix(8).compactMap { condition in
            let claim = StepClaim(expression: condition, form: .holds, entering: Set(sources))
            return study.player.search(breaking: claim, budget)
        }
    }

    /// Looks for sure ways, with more and more of the fields that stand in their way; nil when there is one from
    /// everywhere, else what it came to, the fields looked at and those that stood in the way.
    private func unsure(
        _ reach: Reach, knowing sure: Invariants? = nil
    ) -> (String, tracked: [String], obstacles: Set<String>)? {
        var tracked = Array(fields.prefix(Exploration.fieldLimit))
        var met: Set<String> = []
        while true {
            let exploration = Exploration(
                study, tracking: tracked, recordLimit: Self.sureRecordLimit, invariants: sure, budget)
            switch exploration.surety(of: reach) {
            case .sure: return nil
            case .tooLarge:
                return (budget.isSpent ? "time was up" : "there are too many cases", fields, met)
            case .unsure(let path, let obstacles, let doubt):
                met.formUnion(obstacles)
                let next = obstacles.first { !tracked.contains($0) }
                guard let next, tracked.count < Exploration.fieldLimit else {
                    return (hurdles(path, obstacles, doubt), tracked, met)
                }
                tracked.append(next)
            }
        }
    }

    /// The most records that are asked for sure ways, which takes its time, and for any ways.
    private static let sureRecordLimit = 300
    private static let reachRecordLimit = 2_000

    private func hurdles(_ path: AbstractPath, _ obstacles: [String], _ doubt: SureSteps.Doubt?) -> String {
        guard let record = path.steps.last?.record else { return "no way is sure" }
        let state = record.state.map(definition.title(ofState:)) ?? "the start"
        let held = zip(path.tracked, record.values).compactMap { name, value in value.word.map { "\(name) is \($0)" } }
        let when = held.isEmpty ? "" : ", when \(Sentences.list(held.sorted(), "and"))"
        let titles = Set(obstacles).sorted().prefix(4).map { definition.field($0)?.title ?? $0 }
        let hanging = titles.isEmpty ? "" : "; ways on hang on \(Sentences.list(titles.map { "“\($0)”" }, "and"))"
        let nobody = record.state.map { nobodys(obstacles, at: $0) } ?? ""
        let conditions = definition.events.filter { record.state.map($0.from.contains) ?? false }.flatMap(study.rules)
        let about = Set(obstacles)
        let hard =
            Grounds(
                definition,
                conditions.map(\.root).filter { !about.isDisjoint(with: $0.fieldNames) }
            ).words.map { ", and on \($0)" } ?? ""
        let also = (hanging.isEmpty ? "" : hard) + nobody + (doubt.map(words) ?? "")
        return "at “\(state)”\(when) no way is sure\(hanging)\(also)"
    }

    private func words(_ doubt: SureSteps.Doubt) -> String {
        switch doubt {
        case .unclocked(let event):
            let title = definition.title(ofRole: Actor.system.person)
            return "; “\(event.title)” is for “\(title)” alone to cause, and no clock surely makes it"
        case .followed(let event):
            return "; what the effects of “\(event.title)” cause or want may refuse it or lead elsewhere"
        }
    }

    /// `; “Approver” may name “system”, as whom nobody acts`, of fields that have to name whoever acts next.
    private func nobodys(_ fields: [String], at state: String) -> String {
        let conditions = definition.events.filter { $0.isForPeople && $0.from.contains(state) }.flatMap { event in
            study.rules(of: event).flatMap(\.conjuncts).map(\.root)
        }
        let names = Set(fields).sorted().filter { name in
            let field = ExpressionNode.field(name)
            guard
                conditions.contains(where: {
                    [.compare(.equal, .person, field), .compare(.equal, field, .person)].contains($0)
                })
            else { return false }
            let host = ExpressionNode.compare(.equal, field, .literal(.text(Actor.system.person)))
            let isNobody = Invariant(host, .doesNotHold)
            let sure = Induction(study, about: [host], claims: [isNobody], budget.part(4)).invariants()
            return sure.map { !$0.of(state).contains(isNobody) } ?? false
        }
        if names.isEmpty { return "" }
        let titles = names.map { "“\(definition.field($0)?.title ?? $0)”" }
        return "; \(Sentences.list(titles, "and")) may name “\(Actor.system.person)”, as whom nobody acts"
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
}
