/// How likely and how grave something is, each from 1 to 5: worked out, never typed. Where the colours begin is our default.
public struct RiskScore: Hashable, Sendable, Codable {
    public enum Band: String, Hashable, Sendable, Codable {
        case green, amber, red

        /// A sign beside the word, so that nothing hangs on a colour.
        public var sign: String {
            switch self {
            case .green: "[ ]"
            case .amber: "[!]"
            case .red: "[!!]"
            }
        }
    }

    public let likelihood: Int
    public let impact: Int

    /// Nil where either is not known.
    public init?(_ likelihood: Int?, _ impact: Int?) {
        guard let likelihood, let impact else { return nil }
        self.likelihood = likelihood
        self.impact = impact
    }

    /// From 1 to 25.
    public var value: Int { likelihood * impact }

    public var band: Band {
        switch value {
        case 15...: .red
        case 8..<15: .amber
        default: .green
        }
    }

    /// `16 (4 × 4), red [!!]`: likelihood first.
    public var words: String { "\(value) (\(likelihood) × \(impact)), \(band.rawValue) \(band.sign)" }
}
