import Workflow

/// A state, and what the tracked fields hold in it, in their order.
struct AbstractRecord: Hashable {
    /// nil before the item begins.
    var state: String?
    var values: [AbstractValue]

    /// What mostly tells records apart, as many are put into sets.
    func hash(into hasher: inout Hasher) {
        var mixed = state?.utf8.reduce(5_381) { $0 &* 33 &+ Int($1) } ?? 0
        for value in values { mixed = mixed &* 31 &+ value.mark }
        hasher.combine(mixed)
    }

    func with(_ value: AbstractValue, at position: Int) -> AbstractRecord {
        var record = self
        record.values[position] = value
        return record
    }
}
