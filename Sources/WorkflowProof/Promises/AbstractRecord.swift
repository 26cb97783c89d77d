import Workflow

/// A state, and what the tracked fields hold in it, in their order.
struct AbstractRecord: Hashable {
    /// nil before the item begins.
    var state: String?
    var values: [AbstractValue]

    func with(_ value: AbstractValue, at position: Int) -> AbstractRecord {
        var record = self
        record.values[position] = value
        return record
    }
}
