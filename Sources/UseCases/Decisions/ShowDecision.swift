import Register

/// One decision.
public struct ShowDecision: Question {
    /// `D-north-2020-3`.
    public let reference: String

    public init(_ reference: String) { self.reference = reference }

    public func answer(from view: View, as standing: Standing) throws -> DecisionAnswer {
        let decision = try view.decision(reference)
        try MeetingReading(of: decision.meeting, from: view, as: standing).must(decision)
        return DecisionAnswer(decision)
    }
}
