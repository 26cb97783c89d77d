/// An event with every name in it resolved.
final class CompiledEvent: Sendable {
    let event: Event
    /// Among the events of the definition.
    let position: Int
    let by: [String]
    /// By position of a state: whether it can happen there.
    let happensIn: [Bool]
    /// All its expressions; the terms below lie in it.
    let code: Code
    /// What is asked, in order.
    let asks: [CompiledAsk]
    /// By field.
    let isAsked: [Bool]
    /// Fields in which only what is given with this very event counts.
    let fresh: [Int]
    /// Values to fall back on, each with the condition under which its field is asked for at all.
    let fallbacks: [(value: CompiledAssignment, condition: Code.Term?)]
    /// Fields that can be required.
    let demands: [Demand]
    /// The event's own rules, then those of the whole workflow that apply.
    let rules: [Rule]
    /// The conditions of the rules, one each.
    let conditions: [Code.Term]
    let targets: [CompiledTarget]
    let sets: [CompiledAssignment]
    let clears: [Int]
    let adds: [(field: Int, step: Int)]
    /// Fields in the sections that it erases.
    let erases: [Int]
    let effects: [CompiledEffect]
    /// It, or a state that it may enter, has effects.
    let mayHaveEffects: Bool
    /// Nothing is asked or worked out.
    let leavesTheRecord: Bool
    /// By position of a state: where it leads from there, where the state alone decides that; else -1.
    let leadsTo: [Int]

    /// - Parameter entries: by state, whether entering it has effects.
    init(_ event: Event, at position: Int, rules: [Rule], entries: [Bool], _ layout: Layout) {
        self.event = event
        self.position = position
        by = event.by
        var happensIn = Array(repeating: false, count: layout.statePositionCount)
        for state in event.from { happensIn[layout.state(state)] = true }
        happensIn[layout.start] = event.begins
        happensIn[layout.unknown] = false
        self.happensIn = happensIn

        var writer = CodeWriter(layout)
        let asks = event.asks.compactMap { ask in layout.field(ask.field).map { CompiledAsk(ask, of: $0, &writer) } }
        self.asks = asks
        var isAsked = Array(repeating: false, count: layout.fields.count)
        for ask in asks { isAsked[ask.field] = true }
        self.isAsked = isAsked
        fresh = asks.filter(\.ask.isFresh).map(\.field)
        fallbacks = asks.compactMap { ask in
            ask.ask.fallback.map { (CompiledAssignment($0, to: ask.field, &writer, layout), ask.condition) }
        }
        let demanding = asks.filter { $0.ask.requirement != .optional }
        demands = demanding.map { Demand(field: $0.field, condition: $0.condition) }

        self.rules = event.rules + rules.filter { !$0.except.contains(event.name) }
        conditions = self.rules.map { writer.write($0.condition) }
        // A state that the definition does not have is nowhere to go to.
        let known = event.targets.filter { target in target.state.map { layout.state($0) < layout.start } ?? true }
        targets = known.map { target in
            CompiledTarget(target.state.map(layout.state), condition: target.condition.map { writer.write($0) })
        }
        sets = event.sets.compactMap { assignment in
            layout.field(assignment.field).map { CompiledAssignment(assignment.expression, to: $0, &writer, layout) }
        }
        clears = event.clears.compactMap(layout.field)
        adds = event.adds.sorted { $0.key < $1.key }.compactMap { name, step in layout.field(name).map { ($0, step) } }
        erases = layout.fields.indices.filter { position in
            layout.fields[position].section.map(event.erases.contains) ?? false
        }
        effects = event.effects.map { CompiledEffect($0, &writer) }
        mayHaveEffects = !effects.isEmpty || known.contains { $0.state.map { entries[layout.state($0)] } ?? false }
        leavesTheRecord = asks.isEmpty && sets.isEmpty && clears.isEmpty && adds.isEmpty
        let code = Code(writer)
        self.code = code
        var leadsTo = Array(repeating: -1, count: happensIn.count)
        for state in happensIn.indices where happensIn[state] {
            leadsTo[state] = Self.lead(targets, from: state, code, layout)
        }
        self.leadsTo = leadsTo
    }

    /// Where it leads from a state if that is all that decides it; else -1.
    private static func lead(_ targets: [CompiledTarget], from state: Int, _ code: Code, _ layout: Layout) -> Int {
        for target in targets {
            guard let condition = target.condition else { return target.state(from: state) }
            guard case .isState(let wanted) = code.nodes[Int(condition.root)], state < layout.start else { return -1 }
            if state == Int(wanted) { return target.state(from: state) }
        }
        return -1
    }
}

/// Where an event leads, resolved.
struct CompiledTarget: BitwiseCopyable, Sendable {
    /// nil to stay.
    private let state: Int?
    let condition: Code.Term?

    init(_ state: Int?, condition: Code.Term?) {
        self.state = state
        self.condition = condition
    }

    func state(from present: Int) -> Int { state ?? present }
}

/// Something that the host is to do, resolved.
struct CompiledEffect: Sendable {
    let name: String
    let arguments: [(name: String, term: Code.Term)]
    let condition: Code.Term?

    init(_ effect: Effect, _ writer: inout CodeWriter) {
        name = effect.name
        arguments = effect.arguments.sorted { $0.key < $1.key }.map { ($0.key, writer.write($0.value)) }
        condition = effect.condition.map { writer.write($0) }
    }
}

/// What the host is to do when a state is entered, resolved.
final class CompiledEntry: Sendable {
    let code: Code
    let effects: [CompiledEffect]

    init(_ effects: [Effect], _ layout: Layout) {
        var writer = CodeWriter(layout)
        self.effects = effects.map { CompiledEffect($0, &writer) }
        code = Code(writer)
    }
}

/// A value that an event works out itself, resolved.
struct CompiledAssignment: BitwiseCopyable, Sendable {
    let field: Int
    let term: Code.Term
    /// What it always gives, where the field can hold that; else empty.
    let constant: Cell

    init(_ expression: Expression, to field: Int, _ writer: inout CodeWriter, _ layout: Layout) {
        self.field = field
        term = writer.write(expression)
        if case .literal(let value) = expression.root {
            constant = layout.cell(of: value, for: field) ?? .empty
        } else {
            constant = .empty
        }
    }
}

/// A field that an event asks for, resolved.
struct CompiledAsk: Sendable {
    let ask: Ask
    let field: Int
    /// Of a requirement that depends on a condition.
    let condition: Code.Term?

    init(_ ask: Ask, of field: Int, _ writer: inout CodeWriter) {
        self.ask = ask
        self.field = field
        if case .requiredWhen(let condition, _) = ask.requirement {
            self.condition = writer.write(condition)
        } else {
            condition = nil
        }
    }
}

/// A field that is required, always or under a condition.
struct Demand: BitwiseCopyable, Sendable {
    let field: Int
    let condition: Code.Term?
}
