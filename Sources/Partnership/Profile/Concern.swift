/// One of the numbered concerns that the inspection left the partnership with.
public struct Concern: Hashable, Sendable {
    public let number: Int
    /// The published words.
    public let text: String
    /// References of the plan actions that answer it, `IP-3.5`.
    public let planActions: [String]
    /// Whether it was still to improve when inspectors came back.
    public let improving: Bool

    public init(number: Int, text: String, planActions: [String] = [], improving: Bool = false) {
        self.number = number
        self.text = text
        self.planActions = planActions
        self.improving = improving
    }
}
