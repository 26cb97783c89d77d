/// Where each name of a definition stands: the position of a field, a fact or a state, which the kernel counts in instead
/// of comparing names.
final class Layout: Sendable {
    let fields: [Field]
    let facts: [Field]
    /// Names as values, for the expression `state`. One more position stands for an item that has not begun, and a last
    /// one for a state that the definition does not know.
    private let stateValues: [Value?]
    private let fieldPositions: NameTable
    private let factPositions: NameTable
    private let statePositions: NameTable
    /// By fact: the field whose value the host looks the fact up with, as `meeting` for `meeting.date`; nil for others.
    private let keys: [Int?]

    init(fields: [Field], facts: [Field], states: [State]) {
        self.fields = fields
        self.facts = facts
        stateValues = states.map { .text($0.name) } + [nil, nil]
        let fieldPositions = NameTable(fields.map(\.name))
        self.fieldPositions = fieldPositions
        factPositions = NameTable(facts.map(\.name))
        statePositions = NameTable(states.map(\.name))
        keys = facts.map { fact in
            fact.name.split(separator: ".", maxSplits: 1).first.flatMap { fieldPositions[String($0)] }
        }
    }

    func field(_ name: String) -> Int? { fieldPositions[name] }
    func fact(_ name: String) -> Int? { factPositions[name] }
    func key(ofFact position: Int) -> Int? { keys[position] }

    /// How many positions a state can have: one for each state, then `start` and `unknown`.
    var statePositionCount: Int { stateValues.count }
    /// Not begun.
    var start: Int { stateValues.count - 2 }
    /// At a state that the definition does not have.
    var unknown: Int { stateValues.count - 1 }

    func state(_ name: String?) -> Int {
        guard let name else { return start }
        return statePositions[name] ?? unknown
    }

    /// The state's name as a value; nil for the last two positions.
    func stateValue(_ position: Int) -> Value? { stateValues[position] }

    func stateName(_ position: Int) -> String? {
        if case .text(let name)? = stateValues[position] { name } else { nil }
    }

    /// A row of values, one place for each field; values of fields that it does not have are left out.
    func record(_ values: [String: Value]) -> [Slot] {
        var record = Array(repeating: Slot(), count: fields.count)
        for (name, value) in values {
            if let field = field(name) { record[field].value = value }
        }
        return record
    }
}
