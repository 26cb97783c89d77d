/// What a check found: every problem counted, the first ones kept.
public struct Findings: Sendable, Equatable {
    /// How many are kept in words.
    static let kept = 50

    public private(set) var count = 0
    /// Each a sentence that names a place, never a value.
    public private(set) var first: [String] = []

    public init() {}

    public mutating func tell(_ sentence: String) {
        count += 1
        if first.count < Findings.kept { first.append(sentence) }
    }
}
