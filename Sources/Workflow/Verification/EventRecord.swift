/// What is certain of the record on which the rules of an event are read.
struct EventRecord {
    let definition: Definition
    let event: Event
    let onRecord: OnRecord
    /// What is known of the record before the event, and after it.
    var before: AbstractRecord?
    var proposed: AbstractRecord?

    /// Whether no record that the event can propose lets some conditions hold and others not.
    func isImpossible(holding: [Expression] = [], failing: [Expression] = []) -> Bool {
        if case .impossible = answer(holding, failing) { true } else { false }
    }

    /// Whether some record that the event can propose lets some conditions hold and others fail, whatever the hidden names
    /// stand for.
    func isPossible(holding: [Expression], failing: [Expression], hiding hidden: Set<ExpressionNode>) -> Bool {
        var reader = ConditionReader(definition, writing: written, hiding: hidden)
        let asked = holding.map { reader.holds($0.root) } + failing.map { reader.fails($0.root) }
        if case .possible = answer(asked, &reader) { return true }
        return false
    }

    /// Whether every record that the event can propose, and of which something more holds, lets a condition hold.
    func isSure(_ condition: Expression, when more: ExpressionNode) -> Bool {
        var reader = ConditionReader(definition, writing: written)
        let asked = [reader.holds(more), .not(reader.holds(condition.root))]
        if case .impossible = answer(asked, &reader) { return true }
        return false
    }

    /// A record that the event can propose, in words that follow a sentence; nil when none is sure.
    func example(holding: [Expression], failing: [Expression] = [], about conditions: [Expression]) -> String? {
        guard case .possible(let witness) = answer(holding, failing) else { return nil }
        return witness.words(for: conditions).map { ", as when \($0)" } ?? ""
    }

    private func answer(_ holding: [Expression], _ failing: [Expression]) -> CubeSearch.Answer {
        var reader = ConditionReader(definition, writing: written)
        let asked = holding.map { reader.holds($0.root) } + failing.map { .not(reader.holds($0.root)) }
        return answer(asked, &reader)
    }

    private func answer(_ asked: [Formula], _ reader: inout ConditionReader) -> CubeSearch.Answer {
        let old = before?.values.map { reader.agrees(.before($0), with: $1) } ?? []
        let new = proposed?.values.map { reader.agrees(.field($0), with: $1) } ?? []
        return CubeSearch.answer(asked + old + new + formulas(&reader), reader.vocabulary)
    }

    /// The fields that the event may change.
    private var written: Set<String> {
        Set(event.asks.map(\.field) + event.sets.map(\.field) + event.clears).union(event.adds.keys)
    }

    /// As far as it matters to the names that a reader has met so far.
    private func formulas(_ reader: inout ConditionReader) -> [Formula] {
        var formulas: [Formula] = []
        var done = 0
        // What is said of one name can bring in others.
        while done < reader.vocabulary.variables.count {
            let node = reader.vocabulary.variables[done].node
            done += 1
            switch node {
            case .field(let name) where written.contains(name): formulas += changed(name, &reader)
            case .before, .field: if event.begins { formulas.append(.not(reader.isSet(node))) }
            case .roles: formulas.append(.any(event.by.map { reader.holds(.element(.literal(.text($0)), of: .roles)) }))
            case .state: if event.begins { formulas.append(.not(reader.isSet(.state))) }
            default: break
            }
        }
        if !event.begins { formulas.append(origin(&reader)) }
        return formulas
    }

    /// The states it can happen in, with what each needs.
    private func origin(_ reader: inout ConditionReader) -> Formula {
        let nodes = reader.vocabulary.variables.map(\.node)
        let asksForState = nodes.contains(.state)
        var cases: [Formula] = []
        for state in event.from where before.map({ $0.state == state }) ?? true {
            let known = onRecord.fields(in: state)
            var facts: [Formula] = []
            if asksForState {
                facts = [reader.isSet(.state), reader.holds(.compare(.equal, .state, .literal(.text(state))))]
            }
            for node in nodes {
                switch node {
                case .before(let name) where known.contains(name): facts.append(reader.isSet(node))
                case .field(let name) where known.contains(name) && !written.contains(name):
                    facts.append(reader.isSet(node))
                default: break
                }
            }
            if !cases.contains(.all(facts)) { cases.append(.all(facts)) }
        }
        return .any(cases)
    }

    private func changed(_ name: String, _ reader: inout ConditionReader) -> [Formula] {
        let field = ExpressionNode.field(name)
        let isSet = reader.isSet(field)
        if let step = event.adds[name] { return [isSet, sum(name, step, &reader)].compactMap(\.self) }
        if event.clears.contains(name) { return [.not(isSet)] }
        if let index = event.sets.lastIndex(where: { $0.field == name }) {
            let expression = event.sets[index].expression.root
            let later = Set(event.sets[index...].map(\.field) + event.clears).union(event.adds.keys)
            guard later.isDisjoint(with: expression.mentions) else { return [] }
            return [reader.equals(name, expression)].compactMap(\.self)
        }
        guard let ask = event.ask(name) else { return [] }
        return asked(ask, isSet, &reader)
    }

    /// A number that is added to: nothing counts as 0.
    private func sum(_ name: String, _ step: Int, _ reader: inout ConditionReader) -> Formula? {
        let sum = { (start: ExpressionNode) in
            ExpressionNode.compare(.equal, .field(name), .add(start, .literal(.number(step))))
        }
        if event.clears.contains(name) { return reader.holds(sum(.literal(.number(0)))) }
        guard !event.sets.contains(where: { $0.field == name }), event.ask(name) == nil else { return nil }
        let before = ExpressionNode.before(name)
        return .any([
            .all([.not(reader.isSet(before)), reader.holds(sum(.literal(.number(0))))]), reader.holds(sum(before)),
        ])
    }

    private func asked(_ ask: Ask, _ isSet: Formula, _ reader: inout ConditionReader) -> [Formula] {
        var formulas: [Formula] = []
        let later = Set(event.sets.map(\.field) + event.clears).union(event.adds.keys)
        switch ask.requirement {
        case .required: return [isSet]
        case .requiredWhen(let condition, _) where later.isDisjoint(with: condition.root.mentions):
            formulas.append(.any([isSet, .not(reader.holds(condition.root))]))
        default: break
        }
        if !ask.isFresh { formulas.append(.any([isSet, .not(reader.isSet(.before(ask.field)))])) }
        if let fallback = ask.fallback?.root {
            // Defaults are taken in order, so that those further on are not on record yet.
            let index = event.asks.firstIndex { $0.field == ask.field } ?? 0
            let open = later.union(event.asks[index...].filter { $0.fallback != nil }.map(\.field))
            if open.isDisjoint(with: fallback.mentions), let value = reader.hasValue(fallback) {
                formulas.append(.any([isSet, .not(value)]))
            }
        }
        return formulas
    }
}

extension ConditionReader {
    fileprivate mutating func agrees(_ name: ExpressionNode, with value: AbstractValue) -> Formula {
        switch value {
        case .unset: .not(isSet(name))
        case .vague: isSet(name)
        case .exact(let value): holds(.compare(.equal, name, .literal(value)))
        }
    }
}
