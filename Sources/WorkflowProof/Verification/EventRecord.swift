import Workflow

/// What is certain of the record on which the rules of an event are read, and of the one that it leaves behind.
struct EventRecord {
    let definition: Definition
    let event: Event
    let onRecord: OnRecord
    let causes: Causes
    var budget = Budget.unlimited
    /// The fields that the event may change before its rules are read.
    private let written: Set<String>
    /// Nothing is given with it, whoever causes it.
    let isGivenNothing: Bool
    /// The states it happens in.
    var states: [String]
    /// What is known of fields before the event, and of the record on which its rules are read.
    var before: [String: AbstractValue] = [:]
    var proposed: [String: AbstractValue] = [:]
    /// What else is sure of every record in a state.
    var invariants: Invariants?
    /// Why it happens.
    enum Reason {
        case any
        /// The host itself causes it, giving nothing, as a clock was missed.
        case missed(Definition.Clock)
        /// The same as it follows from another event.
        case following

        var isHosts: Bool { if case .any = self { false } else { true } }
    }

    var reason = Reason.any
    /// A day that lies behind.
    var passed: Day?
    /// The clock that was missed was due the day before, where it is known when that was.
    var isPunctual = false
    /// It is to be tried on an item, by somebody or by the clock that was missed.
    var isTried = false

    init(definition: Definition, event: Event, onRecord: OnRecord, causes: Causes, budget: Budget = .unlimited) {
        self.definition = definition
        self.event = event
        self.onRecord = onRecord
        self.causes = causes
        self.budget = budget
        states = event.from
        written = event.written
        isGivenNothing = causes.isGivenNothing(event)
    }

    /// Whether no record that the event can propose lets some conditions hold and others not.
    func isImpossible(holding: [Expression] = [], failing: [Expression] = []) -> Bool {
        if case .impossible = answer(holding: holding.map(\.root), failing: failing.map(\.root)) { true } else { false }
    }

    /// Whether some record that the event can propose lets some conditions hold and others fail, whatever the hidden names
    /// stand for.
    func isPossible(holding: [Expression], failing: [Expression], hiding hidden: Set<ExpressionNode>) -> Bool {
        var reader = ConditionReader(definition, writing: written, hiding: hidden)
        var asked: [Formula] = []
        for condition in holding {
            asked.append(reader.holds(condition.root))
            if asked.last?.isPlainlyNever == true { return false }
        }
        asked += failing.map { reader.fails($0.root) }
        if case .possible = answer(asked, &reader) { return true }
        return false
    }

    /// Whether every record that the event can propose, and of which something more holds, lets a condition hold.
    func isSure(_ condition: Expression, when more: ExpressionNode = .literal(.flag(true))) -> Bool {
        var reader = ConditionReader(definition, writing: written)
        let asked = [reader.holds(more), .not(reader.holds(condition.root))]
        if case .impossible = answer(asked, &reader) { return true }
        return false
    }

    /// Looks for a record that the event can propose.
    ///
    /// - Parameters:
    ///   - holding: conditions that hold of it.
    ///   - failing: conditions that fail or are unknown.
    ///   - leaving: what is to be of the record that the event leaves behind.
    func answer(
        holding: [ExpressionNode] = [], failing: [ExpressionNode] = [], leaving: Aftermath? = nil
    ) -> CubeSearch.Answer {
        if budget.isSpent { return .undecided(nil) }
        var reader = ConditionReader(definition, writing: written)
        var asked = holding.map { reader.holds($0) } + failing.map { .not(reader.holds($0)) }
        if let leaving { asked += formulas(leaving, &reader) }
        return answer(asked, &reader)
    }

    /// What is to be of the record that an event leaves behind.
    struct Aftermath {
        /// The state it enters, or stays in.
        let state: String
        var holding: [ExpressionNode] = []
        /// What does not hold, as it fails or is unknown.
        var failing: [ExpressionNode] = []
        /// What does not fail.
        var notFailing: [ExpressionNode] = []
        var values: [String: AbstractValue] = [:]
        /// What follows may refuse it.
        var isOfRefused = false
    }

    private func formulas(_ leaving: Aftermath, _ reader: inout ConditionReader) -> [Formula] {
        func left(_ node: ExpressionNode) -> ExpressionNode {
            node.replacing { name in
                switch name {
                case .state: .literal(.text(leaving.state))
                case .field(let field) where isErased(field): reader.moment("\(field)@erased", of: field)
                default: nil
                }
            }
        }
        var formulas: [Formula] = []
        for node in leaving.holding { formulas.append(reader.holds(left(node))) }
        for node in leaving.failing { formulas.append(.not(reader.holds(left(node)))) }
        for node in leaving.notFailing { formulas.append(.not(reader.fails(left(node)))) }
        // What follows in some of its states follows in all.
        let from = states.first { $0 == leaving.state } ?? states.first
        let barriers =
            leaving.isOfRefused
            ? []
            : causes.laterBarriers(
                of: event, from: from, to: leaving.state, isGivenNothing: reason.isHosts || isGivenNothing)
        for barrier in barriers {
            let unmet =
                barrier.holding.map { Formula.not(reader.holds(left($0))) }
                + barrier.failing.map { reader.holds(left($0)) }
            formulas.append(.any(unmet))
        }
        for name in definition[leaving.state]?.needs ?? [] { formulas.append(reader.isSet(left(.field(name)))) }
        for (name, value) in leaving.values.sorted(by: { $0.key < $1.key }) {
            formulas.append(reader.agrees(left(.field(name)), with: value))
        }
        return formulas
    }

    private func isErased(_ field: String) -> Bool {
        definition.field(field)?.section.map(event.erases.contains) ?? false
    }

    private func answer(_ asked: [Formula], _ reader: inout ConditionReader) -> CubeSearch.Answer {
        if asked.contains(where: \.isPlainlyNever) { return .impossible }
        if budget.isSpent { return .undecided(nil) }
        var asked = asked + due(&reader)
        if let passed { asked.append(reader.holds(.compare(.more, .today, .literal(.day(passed))))) }
        let formulas = asked + formulas(&reader)
        return CubeSearch.answer(formulas, reader.vocabulary, budget)
    }

    /// The clock was missed, or where nothing but clocks causes it, one of them.
    private func due(_ reader: inout ConditionReader) -> [Formula] {
        switch reason {
        case .missed(let clock): return onRecord(whenMissed: clock, &reader)
        case .following: return []
        case .any: break
        }
        guard causes.isLeftToHost(event) else { return [] }
        var cases: [Formula] = []
        for state in states {
            guard let clocks = causes.clocks(causing: event, at: state) else { return [] }
            cases += clocks.map { clock in
                let isThere = reader.holds(.compare(.equal, .state, .literal(.text(state))))
                return .all(onRecord(whenMissed: clock, &reader) + (states.count > 1 ? [isThere] : []))
            }
        }
        return [.any(cases)]
    }

    // MARK: - As far as it matters to the names that a reader has met so far

    private func formulas(_ reader: inout ConditionReader) -> [Formula] {
        var formulas: [Formula] = []
        var done = 0
        // What is said of one name can bring in others.
        while done < reader.vocabulary.variables.count {
            let node = reader.vocabulary.variables[done].node
            done += 1
            formulas += known(node, &reader)
        }
        guard !event.begins else { return formulas }
        formulas.append(origin(&reader))
        while done < reader.vocabulary.variables.count {
            let node = reader.vocabulary.variables[done].node
            done += 1
            formulas += known(node, &reader)
        }
        return formulas
    }

    private func known(_ node: ExpressionNode, _ reader: inout ConditionReader) -> [Formula] {
        var formulas: [Formula] = []
        switch node {
        case .field(let name):
            if written.contains(name), let last = moments(of: name).last {
                formulas += wrote(name, at: last, node, &reader)
            } else if event.begins {
                formulas.append(.not(reader.isSet(node)))
            } else if let value = before[name] {
                formulas.append(reader.agrees(node, with: value))
            }
            if let value = proposed[name] { formulas.append(reader.agrees(node, with: value)) }
        case .before(let name):
            if event.begins {
                formulas.append(.not(reader.isSet(node)))
            } else if let value = before[name] {
                formulas.append(reader.agrees(node, with: value))
            }
        case .fact(let name):
            let parts = name.split(separator: "@")
            guard parts.count == 2 else { break }
            if let moment = Int(parts[1]) {
                formulas += wrote(String(parts[0]), at: moment, node, &reader)
            } else {
                formulas.append(.not(reader.isSet(node)))
            }
        case .roles: formulas.append(roles(&reader))
        case .person: formulas.append(person(&reader))
        case .state: if event.begins { formulas.append(.not(reader.isSet(.state))) }
        default: break
        }
        return formulas
    }

    /// The states it can happen in, with what each needs.
    private func origin(_ reader: inout ConditionReader) -> Formula {
        let nodes = reader.vocabulary.variables.map(\.node)
        let asksForState = nodes.contains(.state)
        let names = Set(nodes.compactMap(\.fieldName))
        var cases: [Formula] = []
        for state in states {
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
            for invariant in invariants?.of(state) ?? [] where !invariant.fields.isDisjoint(with: names) {
                facts.append(invariant.formula(before: state, &reader))
            }
            if !cases.contains(.all(facts)) { cases.append(.all(facts)) }
        }
        return .any(cases)
    }
}

extension Event {
    /// The fields that it may change before its rules are read.
    var written: Set<String> {
        Set(asks.map(\.field) + sets.map(\.field) + clears).union(adds.keys)
    }

    /// It may change the field before its rules are read.
    func writes(_ field: String) -> Bool {
        adds[field] != nil || clears.contains(field) || asks.contains { $0.field == field }
            || sets.contains { $0.field == field }
    }

    /// A field's value that was given stands, as nothing else is written over it.
    func keepsWhatIsGiven(_ field: String) -> Bool {
        !clears.contains(field) && adds[field] == nil && !sets.contains { $0.field == field }
    }
}

extension ExpressionNode {
    /// Of a field, before the event or after it.
    var fieldName: String? {
        switch self {
        case .field(let name), .before(let name): name
        default: nil
        }
    }
}
