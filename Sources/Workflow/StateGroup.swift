/// A name for several states, for those who ask for them by it: `open`.
public struct StateGroup: Hashable, Sendable {
    public let name: String
    /// Groups in it spelled out.
    public let states: [String]

    public init(name: String, states: [String]) {
        self.name = name
        self.states = states
    }
}
