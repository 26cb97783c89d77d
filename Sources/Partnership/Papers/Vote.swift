/// How a vote was counted.
public struct Vote: Hashable, Sendable, Codable {
    public let inFavour: Int
    public let against: Int
    public let abstained: Int
    /// The votes were equal, and the chair's second vote decided.
    public let isCasting: Bool

    public init(inFavour: Int, against: Int, abstained: Int = 0, isCasting: Bool = false) {
        self.inFavour = inFavour
        self.against = against
        self.abstained = abstained
        self.isCasting = isCasting
    }

    public var total: Int { inFavour + against + abstained }
}
