import Workflow

/// Finds out which of some conditions are sure of every record at rest in a state: those that every event keeps or brings
/// about, as far as its rules and what was sure before it tell. Conditions are supposed of every state at first, and dropped
/// where some event may leave them behind broken, until nothing more has to be dropped.
struct Induction {
    private let study: Study
    private let budget: Budget
    private let candidates: [Invariant]
    private let steps: [String?: [Step]]

    /// One way in which an event can lead.
    struct Step {
        let event: Event
        let from: String?
        let target: Int
        let to: String
    }

    /// - Parameter nodes: what is to be proved in the end, to which the candidates are chosen.
    init(
        _ study: Study, about nodes: [ExpressionNode], claims: [Invariant],
        avoiding avoided: Set<Promise.Waypoint> = [],
        _ budget: Budget
    ) {
        self.study = study
        self.budget = budget
        let steps = Self.steps(study.definition).filter {
            !avoided.contains(.event($0.event.name)) && !avoided.contains(.state($0.to))
        }
        self.steps = Dictionary(grouping: steps) { $0.from }
        let chosen = Candidates(study, about: nodes).invariants
        var seen: Set<Invariant> = []
        candidates = (claims + chosen).filter { seen.insert($0).inserted }
    }

    static func steps(_ definition: Definition) -> [Step] {
        definition.events.filter { !$0.by.isEmpty }.flatMap { event -> [Step] in
            let sources: [String?] = event.begins ? [nil] : event.from
            return sources.flatMap { source in
                event.targets.indices.compactMap { index in
                    (event.targets[index].state ?? source).map {
                        Step(event: event, from: source, target: index, to: $0)
                    }
                }
            }
        }
    }

    /// nil when time is up.
    func invariants() -> Invariants? {
        // What an item that was seen there contradicts is not supposed at all.
        var kept: [String: [Invariant]] = [:]
        let conditions = candidates.map { Expression(text: "", type: .flag, root: $0.node) }
        for state in study.definition.states {
            guard !budget.isSpent else { return nil }
            let items = Array(study.player.items(at: state.name).prefix(Self.itemLimit))
            let truths = study.definition.truths(of: conditions, on: items, in: .anyDay)
            kept[state.name] = candidates.indices.filter { index in
                truths.allSatisfy { candidates[index].isSo($0[index]) }
            }.map { candidates[$0] }
        }
        var queue: [String?] = [nil]
        var met: Set<String> = []
        while let source = queue.popLast() {
            let sure = Invariants(byState: kept, met: met)
            for step in steps[source] ?? [] {
                guard !budget.isSpent else { return nil }
                if !met.contains(step.to), study.isImpossible(step, leaving: .init(state: step.to), sure, budget) {
                    continue
                }
                var left: [Invariant] = []
                for candidate in kept[step.to] ?? [] {
                    guard !budget.isSpent else { return nil }
                    if keeps(step, candidate, sure) { left.append(candidate) }
                }
                let hasShrunk = left.count < kept[step.to]?.count ?? 0
                kept[step.to] = left
                guard met.insert(step.to).inserted || hasShrunk else { continue }
                if !queue.contains(step.to) { queue.insert(step.to, at: 0) }
                // What was supposed of the state that it leads on from is no longer sure.
                if step.to == source, hasShrunk { break }
            }
        }
        return Invariants(byState: kept, met: met)
    }

    /// Items that are asked at most before anything is proved.
    private static let itemLimit = 12

    private func keeps(_ step: Step, _ candidate: Invariant, _ sure: Invariants) -> Bool {
        let readsState = candidate.node.names.contains(.state)
        let isTouched = candidate.fields.contains { step.event.written.contains($0) || study.erases(step.event, $0) }
        if let from = step.from, !isTouched, !readsState || from == step.to, sure.of(from).contains(candidate) {
            return true
        }
        return study.isImpossible(step, leaving: candidate.broken(at: step.to), sure, budget)
    }

    /// Whether a claim about steps is proved.
    static func proves(_ claim: StepClaim, _ study: Study, _ sure: Invariants, _ budget: Budget) -> Bool {
        let form: Invariant.Form = claim.form == .holds ? .holds : .doesNotHold
        let invariant = Invariant(claim.node, form)
        let fields = claim.fields
        return steps(study.definition).allSatisfy { step in
            guard claim.isAbout(from: step.from, to: step.to), step.from.map(sure.met.contains) ?? true else {
                return true
            }
            if claim.isKeptByStandingStill {
                let isTouched = fields.contains { step.event.writes($0) || study.erases(step.event, $0) }
                if !isTouched { return true }
            }
            if claim.isAboutTheRecord, sure.of(step.to).contains(invariant) { return true }
            return !budget.isSpent && study.isImpossible(step, leaving: claim.broken(at: step.to), sure, budget)
        }
    }
}

extension Study {
    func erases(_ event: Event, _ field: String) -> Bool {
        definition.field(field)?.section.map(event.erases.contains) ?? false
    }

    /// Whether an event cannot lead that way and leave behind a record like that.
    func isImpossible(
        _ step: Induction.Step, leaving: EventRecord.Aftermath, _ sure: Invariants, _ budget: Budget
    ) -> Bool {
        var record = record(of: step.event, budget)
        if let from = step.from { record.states = [from] }
        record.invariants = sure
        let passed = step.event.targets[..<step.target].map { $0.condition?.root ?? .literal(.flag(true)) }
        let taken = step.event.targets[step.target].condition.map { [$0.root] } ?? []
        let answer = record.answer(
            holding: rules(of: step.event).map(\.root) + taken, failing: passed, leaving: leaving)
        if case .impossible = answer { return true }
        return false
    }
}

/// Conditions that may be sure of records, and that what is to be proved may hang on.
private struct Candidates {
    private(set) var invariants: [Invariant] = []
    private let study: Study
    private let isAboutPeople: Bool

    private static let limit = 40

    init(_ study: Study, about nodes: [ExpressionNode]) {
        self.study = study
        isAboutPeople = nodes.contains { $0.names.contains(.person) }
        var fields = Set(nodes.flatMap(\.names).compactMap(\.fieldName))
        let conditions = Self.conditions(study.definition)
        var chosen: [ExpressionNode] = []
        // What is said of the same fields, and once more of the fields that this brings in.
        for _ in 0..<2 {
            chosen = conditions.filter { condition in
                let names = Set(condition.names.compactMap(\.fieldName))
                return !names.isEmpty && !names.isDisjoint(with: fields)
            }
            let further = Set(chosen.flatMap(\.names).compactMap(\.fieldName))
            if further.count > 8 { break }
            fields.formUnion(further)
        }
        let parts = nodes.flatMap(\.parts).filter { $0.isAboutTheRecord && !$0.names.isEmpty }
        for node in parts {
            add([Invariant(node, .holds), Invariant(node, .doesNotFail), Invariant(node, .doesNotHold)])
        }
        let numbers = (nodes + chosen).reduce(into: Set<Int>()) { $0.formUnion($1.numbers) }
        for name in fields.sorted() { add(about: name, numbers) }
        for node in chosen { add([Invariant(node, .holds), Invariant(node, .doesNotFail)]) }
    }

    private mutating func add(_ more: [Invariant]) {
        for invariant in more where invariants.count < Self.limit && !invariants.contains(invariant) {
            invariants.append(invariant)
        }
    }

    private mutating func add(about name: String, _ numbers: Set<Int>) {
        guard let field = study.definition.field(name) else { return }
        let node = ExpressionNode.field(name)
        add([Invariant(.not(.isSet(node)), .holds)])
        switch field.kind {
        case .flag: add([Invariant(node, .doesNotHold), Invariant(node, .doesNotFail)])
        case .choice(let choices) where choices.count <= 6:
            for choice in choices {
                add([Invariant(.compare(.equal, node, .literal(.text(choice.name))), .doesNotHold)])
            }
        case .number(let range):
            let most = range.upperBound < 1_000 ? [range.upperBound] : []
            let put = study.definition.events.flatMap(\.sets).filter { $0.field == name }.compactMap {
                assignment -> Int? in
                if case .literal(.number(let number)) = assignment.expression.root { number } else { nil }
            }
            let named = numbers.union([0]).filter(range.contains).sorted().prefix(6)
            for number in Set(named + most + put.sorted().prefix(3)).sorted() {
                let bound = ExpressionNode.literal(.number(number))
                add([
                    Invariant(.compare(.atMost, node, bound), .doesNotFail),
                    Invariant(.compare(.atLeast, node, bound), .doesNotFail),
                ])
            }
        case .line, .text, .reference:
            // Where the host acts itself, or it matters who acts, what people put there is not its name.
            guard isAboutPeople || study.definition.events.contains(where: { $0.by.contains(Actor.system.person) })
            else { break }
            let host = ExpressionNode.literal(.text(Actor.system.person))
            add([Invariant(.compare(.equal, node, host), .doesNotHold)])
            // Where the host alone puts whoever acts, it is always itself.
            let isPutByHost = study.definition.events.contains { event in
                event.by.contains(Actor.system.person)
                    && event.sets.contains { $0.field == name && $0.expression.root == .person }
            }
            if isPutByHost { add([Invariant(.compare(.equal, node, host), .holds)]) }
        default: break
        }
    }

    /// The conditions about the record that rules and targets name.
    private static func conditions(_ definition: Definition) -> [ExpressionNode] {
        var found: [ExpressionNode] = []
        for event in definition.events {
            let conditions = event.rules.map(\.condition) + event.targets.compactMap(\.condition)
            found += conditions.flatMap(\.conjuncts).map(\.root)
        }
        found += definition.rules.flatMap(\.condition.conjuncts).map(\.root)
        for event in definition.events { found += left(by: event, definition) }
        var seen: Set<ExpressionNode> = []
        return found.filter { $0.isAboutTheRecord && !$0.names.isEmpty && seen.insert($0).inserted }
    }
}

extension Candidates {
    /// What an event leaves behind: that a field holds what was worked out for it, and what its rules say of the actor, the day
    /// and facts, of the fields that it puts these into.
    private static func left(by event: Event, _ definition: Definition) -> [ExpressionNode] {
        var nodes: [ExpressionNode] = []
        var copies: [ExpressionNode: ExpressionNode] = [:]
        for assignment in event.sets {
            let (field, value) = (ExpressionNode.field(assignment.field), assignment.expression.root)
            if value.isFleeting { copies[value] = field }
            guard value.isAboutTheRecord, !value.names.isEmpty, !value.names.contains(field) else { continue }
            switch definition.field(assignment.field)?.kind {
            case .number, .day, .reference, .line, .text, .choice: nodes.append(.compare(.equal, field, value))
            default: break
            }
        }
        guard !copies.isEmpty else { return nodes }
        let rules = event.rules + definition.rules.filter { !$0.except.contains(event.name) }
        for condition in rules.flatMap(\.condition.conjuncts).map(\.root) where !condition.isAboutTheRecord {
            nodes.append(condition.replacing { copies[$0] })
        }
        return nodes
    }
}

extension ExpressionNode {
    /// It stands for something else whenever an event happens.
    fileprivate var isFleeting: Bool {
        switch self {
        case .today, .person, .fact: true
        default: false
        }
    }

    var isAboutTheRecord: Bool {
        switch self {
        case .before, .fact, .today, .person, .roles: false
        default: children.allSatisfy(\.isAboutTheRecord)
        }
    }

    /// Itself and what it joins.
    fileprivate var parts: [ExpressionNode] {
        switch self {
        case .and(let left, let right), .or(let left, let right): [self] + left.parts + right.parts
        case .not(let inner): [self] + inner.parts
        default: [self]
        }
    }
}
