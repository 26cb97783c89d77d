import Workflow

/// Why an event never happens, as far as one rule or field can be named for it.
struct WhyNever {
    let study: Study
    let event: Event
    /// What is sure where it could happen.
    private let sure: Invariants
    private let steps: [Induction.Step]

    private var definition: Definition { study.definition }
    private var rules: [Expression] { study.rules(of: event) }

    init(study: Study, event: Event, _ budget: Budget) {
        self.study = study
        self.event = event
        let conditions = study.rules(of: event).map(\.root) + event.targets.compactMap(\.condition?.root)
        let needs = event.targets.compactMap(\.state).flatMap { study.definition[$0]?.needs ?? [] }
        let counts = event.adds.keys.sorted().map { ExpressionNode.isSet(.field($0)) }
        let worked = event.sets.flatMap(\.expression.root.orderedNames).filter { $0.fieldName != nil }
        let nodes = conditions + worked.map(ExpressionNode.isSet) + needs.map { .isSet(.field($0)) } + counts
        let found = Induction(study, about: nodes, claims: [], budget).invariants()
        sure = found ?? Invariants(byState: [:], met: Set(study.graph.paths.keys))
        let met = sure.met
        steps = Induction.steps(study.definition).filter { step in
            step.event.name == event.name && (step.from.map(met.contains) ?? true)
        }
    }

    /// The rest of a sentence that begins `“Close” can never happen`.
    var words: String {
        if steps.isEmpty { return "nothing that can happen leads to \(places)" }
        for rule in rules where never(holding: [rule]) { return "“\(rule.text)” never holds \(there)" }
        if let words = fields { return words }
        if rules.count > 1, never(holding: rules) { return "its rules never hold together \(there)" }
        let names = Set((rules + event.targets.compactMap(\.condition)).flatMap(\.root.names).compactMap(\.fieldName))
        let needed = event.targets.compactMap(\.state).flatMap { definition[$0]?.needs ?? [] }
        let all = names.union(needed).union(event.adds.keys).sorted().prefix(4).map(title)
        let hanging = all.isEmpty ? "" : ", which hangs on \(Sentences.list(all, "and"))"
        return "no item comes to where it is let\(hanging)"
    }

    /// A field that it cannot write, or that its state needs.
    private var fields: String? {
        for (name, count) in event.adds.sorted(by: { $0.key < $1.key }) {
            let isSet = Expression(text: name, type: .flag, root: .isSet(.field(name)))
            if never(holding: [isSet]) { return "\(title(name)) never has room for \(count) more \(there)" }
        }
        for assignment in event.sets where never(writing: assignment) {
            return "\(title(assignment.field)) cannot hold “\(assignment.expression.text)” \(there)"
        }
        let needed = event.targets.map { target in
            Set(event.begins && target.state == nil ? [] : target.state.flatMap { definition[$0]?.needs } ?? [])
        }
        guard let first = needed.first else { return nil }
        for name in needed.dropFirst().reduce(first, { $0.intersection($1) }).sorted() {
            let isSet = Expression(text: name, type: .flag, root: .isSet(.field(name)))
            let isErased = study.erases(event, name)
            if isErased || event.clears.contains(name) && event.adds[name] == nil {
                let places = Set(event.targets.compactMap(\.state)).sorted().map {
                    "“\(definition.title(ofState: $0))”"
                }
                return
                    "it \(isErased ? "erases" : "clears") \(title(name)) itself, which \(Sentences.list(places, "and")) needs"
            }
            if never(holding: [isSet]) { return "\(title(name)) is needed, and is never on record \(there)" }
        }
        return nil
    }

    /// None of its steps can leave a field with the value that it works out.
    private func never(writing assignment: Assignment) -> Bool {
        guard case .number? = definition.field(assignment.field)?.kind else { return false }
        return never(holding: [Expression(text: "", type: .flag, root: assignment.field.isSetOrNot)])
    }

    /// None of its steps can propose a record of which these hold, whatever else the event needs.
    private func never(holding conditions: [Expression]) -> Bool {
        steps.allSatisfy { step in
            var record = study.record(of: event)
            if let from = step.from { record.states = [from] }
            record.invariants = sure
            return record.isImpossible(holding: conditions)
        }
    }

    private var places: String { Sentences.list(event.from.map { "“\(definition.title(ofState: $0))”" }, "or") }
    private var there: String { event.begins ? "at the beginning" : "at \(places)" }

    private func title(_ name: String) -> String { "“\(definition.field(name)?.title ?? name)”" }
}
