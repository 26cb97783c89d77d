import Workflow

/// The fields that surely have a value in each state, whatever way an item came there.
struct OnRecord {
    private let definition: Definition
    private var byState: [String: Set<String>]

    /// None is known of when time is up before all that is.
    init(_ definition: Definition, _ budget: Budget = .unlimited) {
        self.definition = definition
        let all = Set(definition.fields.map(\.name))
        byState = Dictionary(definition.states.map { ($0.name, all) }, uniquingKeysWith: { first, _ in first })
        // What is known before an event bounds what is known after it, from the start onwards.
        var queue: [String?] = [nil]
        var queued: Set<String> = []
        var position = 0
        var met: Set<String> = []
        let events = Dictionary(
            grouping: definition.events.flatMap { event in
                event.begins ? [(String?.none, event)] : event.from.map { ($0, event) }
            }
        ) { $0.0 }
        while position < queue.count {
            let source = queue[position]
            position += 1
            if let source { queued.remove(source) }
            for (_, event) in events[source] ?? [] {
                if budget.isSpent {
                    byState = [:]
                    return
                }
                let kept = after(event, from: source)
                for target in event.targets {
                    guard let state = target.state ?? source, let known = byState[state] else { continue }
                    let narrowed = known.intersection(kept.union(definition[state]?.needs ?? []))
                    byState[state] = narrowed
                    guard met.insert(state).inserted || narrowed.count < known.count else { continue }
                    if queued.insert(state).inserted { queue.append(state) }
                }
            }
        }
    }

    /// In a state; nothing before an item begins.
    func fields(in state: String?) -> Set<String> {
        state.flatMap { byState[$0] } ?? []
    }

    /// After an event that happens in a state.
    func after(_ event: Event, from state: String?) -> Set<String> {
        var known = fields(in: state)
        for ask in event.asks where ask.isFresh { known.remove(ask.field) }
        for ask in event.asks where ask.requirement == .required { known.insert(ask.field) }
        for ask in event.asks where !ask.isConditional {
            if let fallback = ask.fallback, fallback.hasValue(knowing: known) { known.insert(ask.field) }
        }
        for assignment in event.sets {
            if assignment.expression.hasValue(knowing: known) {
                known.insert(assignment.field)
            } else {
                known.remove(assignment.field)
            }
        }
        known.subtract(event.clears)
        known.formUnion(event.adds.keys)
        guard !event.erases.isEmpty else { return known }
        return known.filter { definition.field($0)?.section.map(event.erases.contains) != true }
    }
}

extension Expression {
    /// It surely has a value as long as some fields have one.
    fileprivate func hasValue(knowing fields: Set<String>) -> Bool {
        facts.isEmpty && self.fields.allSatisfy(fields.contains) && !root.readsBefore
    }
}

extension ExpressionNode {
    /// It reads what was on record before the event, or the state, of which there is none at the beginning.
    fileprivate var readsBefore: Bool {
        switch self {
        case .before, .state: true
        default: children.contains(where: \.readsBefore)
        }
    }
}
