/// Whether a meeting had its quorum.
public struct QuorumFinding: Hashable, Sendable {
    public var isMet: Bool
    /// What the rule asks for, in words: `chair`, `a parent carer representative`.
    public var needs: [String]
    /// Those of them that were missing.
    public var missing: [String]

    public init(isMet: Bool, needs: [String], missing: [String] = []) {
        self.isMet = isMet
        self.needs = needs
        self.missing = missing
    }
}
