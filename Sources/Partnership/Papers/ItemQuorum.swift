/// Whether a meeting could decide one item of its agenda.
public struct ItemQuorum: Hashable, Sendable {
    /// The item's number, `8.1`.
    public var number: String
    /// Who was in the room.
    public var there: QuorumFinding
    /// The same without those who withdrew from the item.
    public var deciding: QuorumFinding

    public init(number: String, there: QuorumFinding, deciding: QuorumFinding) {
        self.number = number
        self.there = there
        self.deciding = deciding
    }
}
