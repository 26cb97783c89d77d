import Workflow

/// Whether something ever happens.
enum Happening {
    /// It did, to an item at this position of the player's.
    case seen(Int)
    case never
    /// Neither was found out.
    case open
}

extension Happening {
    /// An event, to any item.
    static func of(_ event: Event, _ study: Study, _ budget: Budget) -> Happening {
        if let seen = study.player.happened[event.name]?.values.min() { return .seen(seen) }
        if event.by.isEmpty { return .never }
        if let seen = study.player.play(event) { return .seen(seen) }
        let nodes = study.rules(of: event).map(\.root) + event.targets.compactMap(\.condition?.root)
        var fields = nodes.flatMap(\.fieldNames)
        fields +=
            event.targets.compactMap(\.state).flatMap { study.definition[$0]?.needs ?? [] } + event.adds.keys.sorted()
        // What a number is set to may be more than it holds.
        let worked = event.sets.filter { assignment in
            if case .literal = assignment.expression.root { return false }
            if case .number? = study.definition.field(assignment.field)?.kind { return true }
            return fields.contains(assignment.field)
        }
        fields += worked.flatMap { [$0.field] + $0.expression.root.names.compactMap(\.fieldName).sorted() }
        // So that what these hold is looked at, though no rule reads it.
        let held = (worked.map(\.field) + event.adds.keys.sorted()).map { $0.isSetOrNot }
        let about = nodes + Set(fields).sorted().map { .isSet(.field($0)) }
        let search = Search(study: study, fields: fields, nodes: about, budget: budget)
        return search.happening(withStill: true, isWanted: { _, other, _ in other.name == event.name }) { sure in
            Induction.steps(study.definition).filter { $0.event.name == event.name }.allSatisfy { step in
                guard step.from.map(sure.met.contains) ?? true else { return true }
                return study.isImpossible(step, leaving: .init(state: step.to, holding: held), sure, budget)
            }
        }
    }

    /// An item at a state.
    static func of(_ state: String, _ study: Study, _ budget: Budget) -> Happening {
        if let seen = study.player.positions(at: state).first { return .seen(seen) }
        let events = study.definition.events.filter { event in event.targets.contains { $0.state == state } }
        let nodes = events.flatMap { study.rules(of: $0).map(\.root) + $0.targets.compactMap(\.condition?.root) }
        let fields = nodes.flatMap(\.fieldNames) + (study.definition[state]?.needs ?? [])
        let search = Search(study: study, fields: fields, nodes: nodes, budget: budget)
        return search.happening(isWanted: { _, _, to in to.state == state }) { !$0.met.contains(state) }
    }

    /// Looks for a way, plays it, and proves that there is none.
    ///
    /// A way that cannot be played is looked at again with what the events on it hang on, so that steps which only lay the
    /// ground for others come to be on it.
    private struct Search {
        let study: Study
        let fields: [String]
        let nodes: [ExpressionNode]
        let budget: Budget

        func happening(
            withStill: Bool = false, isWanted: (AbstractRecord, Event, AbstractRecord) -> Bool,
            isImpossible: (Invariants) -> Bool
        ) -> Happening {
            var seen: Set<String> = []
            let tracked = Array(fields.filter { seen.insert($0).inserted }.prefix(Exploration.fieldLimit))
            let refinement = Refinement(study: study, budget: budget)
            for count in Set([0, min(2, tracked.count), tracked.count]).sorted() {
                let outcome = refinement.outcome(
                    tracking: Array(tracked.prefix(count)), recordLimit: Self.recordLimit,
                    then: {
                        $0.walk(isOfEachEvent: true, withStill: withStill) { from, event, to, _ in
                            isWanted(from, event, to)
                        }
                    })
                switch outcome {
                case .none: return .never
                case .found(let position): return .seen(position)
                case .lost: break
                }
            }
            let sure = Induction(study, about: nodes, claims: [], budget).invariants()
            guard let sure else { return .open }
            if isImpossible(sure) { return .never }
            let close = Exploration(
                study, tracking: tracked, recordLimit: Self.closeLimit, invariants: sure, budget)
            switch close.walk(
                isOfEachEvent: true, withStill: withStill, { from, event, to, _ in isWanted(from, event, to) })
            {
            case .none: return .never
            case .path(let path): return study.player.follow(path).map { .seen($0) } ?? .open
            case .tooLarge: return .open
            }
        }

        private static let recordLimit = 4_000
        private static let closeLimit = 800
    }
}

extension String {
    /// What holds of a field of that name whatever it holds, as long as it can hold it.
    var isSetOrNot: ExpressionNode { .or(.isSet(.field(self)), .not(.isSet(.field(self)))) }
}
