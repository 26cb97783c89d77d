/// An event with every name in it resolved.
final class CompiledEvent: Sendable {
    let event: Event
    let name: String
    let by: [String]
    /// By position of a state: whether it can happen there.
    let happensIn: [Bool]
    /// What is asked, in order.
    let asks: [CompiledAsk]
    /// By field: the position among the asks; nil when it is not asked.
    let askOfField: [Int?]
    /// Fields in which only what is given with this very event counts.
    let fresh: [Int]
    /// Asks with a value to fall back on.
    let fallbacks: [(field: Int, code: Code)]
    /// Asks that can be required.
    let demands: [CompiledAsk]
    /// The event's own rules, then those of the whole workflow that apply.
    let rules: [Rule]
    /// The conditions of the rules, one each.
    let conditions: [Code]
    let targets: [CompiledTarget]
    let sets: [CompiledAssignment]
    let clears: [Int]
    let adds: [(field: Int, step: Int)]
    /// Fields in the sections that it erases.
    let erases: [Int]
    let effects: [(name: String, arguments: [(name: String, code: Code)])]

    init(_ event: Event, rules: [Rule], _ layout: Layout) {
        self.event = event
        name = event.name
        by = event.by
        var happensIn = Array(repeating: false, count: layout.statePositionCount)
        for state in event.from { happensIn[layout.state(state)] = true }
        happensIn[layout.start] = event.begins
        happensIn[layout.unknown] = false
        self.happensIn = happensIn

        let asks = event.asks.compactMap { CompiledAsk($0, layout) }
        self.asks = asks
        var askOfField: [Int?] = Array(repeating: nil, count: layout.fields.count)
        for (position, ask) in asks.enumerated() { askOfField[ask.field] = position }
        self.askOfField = askOfField
        fresh = asks.filter(\.ask.isFresh).map(\.field)
        fallbacks = asks.compactMap { ask in
            ask.ask.fallback.map { (ask.field, Code($0, layout)) }
        }
        demands = asks.filter { $0.ask.requirement != .optional }

        self.rules = event.rules + rules.filter { !$0.except.contains(event.name) }
        conditions = self.rules.map { Code($0.condition, layout) }
        targets = event.targets.map { CompiledTarget($0, layout) }
        sets = event.sets.compactMap { CompiledAssignment($0, layout) }
        clears = event.clears.compactMap(layout.field)
        adds = event.adds.sorted { $0.key < $1.key }.compactMap { name, step in layout.field(name).map { ($0, step) } }
        erases = layout.fields.indices.filter { position in
            layout.fields[position].section.map(event.erases.contains) ?? false
        }
        effects = event.effects.map { effect in
            let arguments = effect.arguments.sorted { $0.key < $1.key }
            return (effect.name, arguments.map { ($0.key, Code($0.value, layout)) })
        }
    }
}

extension CompiledEvent {
    /// The position of the first of its roles that an actor holds; nil when the actor holds none.
    func role(of actor: Actor) -> Int? {
        for index in by.indices where actor.roles.contains(by[index]) { return index }
        return nil
    }
}

/// Where an event leads, resolved.
struct CompiledTarget: Sendable {
    /// nil to stay.
    private let state: Int?
    let condition: Code?

    init(_ target: Target, _ layout: Layout) {
        state = target.state.map(layout.state)
        condition = target.condition.map { Code($0, layout) }
    }

    func state(from present: Int) -> Int { state ?? present }
}

/// A value that an event works out itself, resolved.
struct CompiledAssignment: Sendable {
    let field: Int
    let code: Code
    /// What it always gives, where the field can hold that.
    let constant: Value?

    /// nil when the layout has no such field.
    init?(_ assignment: Assignment, _ layout: Layout) {
        guard let field = layout.field(assignment.field) else { return nil }
        self.field = field
        code = Code(assignment.expression, layout)
        if case .literal(let value) = assignment.expression.root, layout.fields[field].problem(with: value) == nil {
            constant = value
        } else {
            constant = nil
        }
    }
}

/// A field that an event asks for, resolved.
struct CompiledAsk: Sendable {
    let ask: Ask
    let field: Int
    /// Of a requirement that depends on a condition.
    let condition: Code?

    /// nil when the layout has no such field.
    init?(_ ask: Ask, _ layout: Layout) {
        guard let field = layout.field(ask.field) else { return nil }
        self.ask = ask
        self.field = field
        if case .requiredWhen(let condition, _) = ask.requirement {
            self.condition = Code(condition, layout)
        } else {
            condition = nil
        }
    }
}
