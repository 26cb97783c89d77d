/// A definition as the kernel runs it: names resolved to positions and expressions to code, once, when it is made.
final class Program: Sendable {
    let layout: Layout
    /// In the order of the definition, as are states, which a layout's positions of states count.
    let events: [CompiledEvent]
    let clocks: [CompiledClock]
    /// By state: the fields it needs.
    let needs: [[Int]]
    let stateTitles: [String]
    /// By state: the clocks that run or pause in it, in order.
    let clocksIn: [[Int]]
    /// By state: what the host is to do when an event enters it; nil when that is nothing.
    let entries: [CompiledEntry?]
    private let eventPositions: NameTable
    private let sections: [String: CompiledSection]

    init(
        fields: [Field], facts: [Field], sections: [Section], states: [State], events: [Event], rules: [Rule],
        clocks: [Definition.Clock]
    ) {
        let layout = Layout(fields: fields, facts: facts, states: states)
        self.layout = layout
        let hasEffects = states.map { !$0.effects.isEmpty }
        self.events = events.enumerated().map {
            CompiledEvent($1, at: $0, rules: rules, entries: hasEffects, layout)
        }
        let compiled = clocks.map { CompiledClock($0, events, layout) }
        self.clocks = compiled
        stateTitles = states.map(\.title)
        needs = states.map { $0.needs.compactMap(layout.field) }
        entries = states.map { $0.effects.isEmpty ? nil : CompiledEntry($0.effects, layout) }
        clocksIn = states.indices.map { state in
            compiled.indices.filter { compiled[$0].activity[state] != .none }
        }
        eventPositions = NameTable(events.map(\.name))
        self.sections = Dictionary(
            sections.map { ($0.name, CompiledSection($0, layout)) }, uniquingKeysWith: { first, _ in first })
    }

    func section(_ name: String) -> CompiledSection? { sections[name] }

    func event(_ name: String) -> CompiledEvent? {
        eventPositions[name].map { events[$0] }
    }
}
