import Workflow

/// One way in which a later definition differs from an earlier one in what it means.
public struct Difference: Hashable, Sendable {
    public enum Effect: String, Hashable, Sendable {
        /// More can happen, or sooner, or with less.
        case looser
        /// Less can happen, or later, or with more.
        case tighter
        /// Neither, or both.
        case other
    }

    public let subject: Subject
    public let effect: Effect
    public let sentence: String

    init(_ subject: Subject, _ effect: Effect, _ sentence: String) {
        self.subject = subject
        self.effect = effect
        self.sentence = sentence
    }
}

extension Definition {
    /// What a later definition changes, in the order of its file, removals last. Titles and help do not count. Conditions that
    /// were not compared within the budget count as changed, and the last difference says so.
    public func differences(to later: Definition, _ budget: Budget = .usual) -> [Difference] {
        let comparison = Comparison(old: self, new: later, budget: budget)
        return comparison.differences() + comparison.late.differences
    }
}
