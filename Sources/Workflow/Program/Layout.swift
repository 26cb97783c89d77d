/// Where each name of a definition stands: the position of a field, a fact or a state, which the kernel counts in instead
/// of comparing names, and of every text that a choice or the state can be.
final class Layout: Sendable {
    let fields: [Field]
    let facts: [Field]
    let factKeys: [NameKey]
    /// By field.
    let shapes: [Shape]
    /// The names that each field of choices takes, one field after another.
    let choices: [Int32]
    private let names: NameTable
    private let fieldPositions: NameTable
    private let factPositions: NameTable
    private let statePositions: NameTable
    /// By fact: the field whose value the host looks the fact up with, as `meeting` for `meeting.date`; nil for others.
    private let keys: [Int?]

    init(fields: [Field], facts: [Field], states: [State]) {
        self.fields = fields
        self.facts = facts
        factKeys = facts.map { NameKey($0.name) }
        let fieldPositions = NameTable(fields.map(\.name))
        self.fieldPositions = fieldPositions
        factPositions = NameTable(facts.map(\.name))
        statePositions = NameTable(states.map(\.name))
        // States come first, so that the position of a state is the position of its name.
        let names = NameTable(states.map(\.name) + (fields + facts).flatMap(\.kind.choiceNames))
        self.names = names
        var choices: [Int32] = []
        shapes = fields.map { field in
            let start = Int32(choices.count)
            choices += field.kind.choiceNames.compactMap { names[$0].map(Int32.init) }
            return Shape(field, choices: start..<Int32(choices.count))
        }
        self.choices = choices
        keys = facts.map { fact in
            fact.name.split(separator: ".", maxSplits: 1).first.flatMap { fieldPositions[String($0)] }
        }
    }

    func field(_ name: String) -> Int? { fieldPositions[name] }
    func fact(_ name: String) -> Int? { factPositions[name] }
    /// What the host tells of a fact; nil when it is unknown.
    func told(_ fact: Int, in setting: Setting) -> Value? { setting.fact(facts[fact].name, factKeys[fact]) }
    func key(ofFact position: Int) -> Int? { keys[position] }

    /// The position of a name; nil when the definition does not have it.
    func name(_ text: String) -> Int32? { names[text].map(Int32.init) }
    func name(at position: Int32) -> String { names.names[Int(position)] }

    /// How many positions a state can have: one for each state, one for an item that has not begun, and a last one for a
    /// state that the definition does not know.
    var statePositionCount: Int { statePositions.names.count + 2 }
    /// Not begun.
    var start: Int { statePositions.names.count }
    /// At a state that the definition does not have.
    var unknown: Int { statePositions.names.count + 1 }

    func state(_ name: String?) -> Int {
        guard let name else { return start }
        return statePositions[name] ?? unknown
    }

    /// The state's name as a value; empty for the last two positions.
    func stateCell(_ position: Int) -> Cell { position < start ? .name(Int32(position)) : .empty }

    func stateName(_ position: Int) -> String? { position < start ? statePositions.names[position] : nil }
}
