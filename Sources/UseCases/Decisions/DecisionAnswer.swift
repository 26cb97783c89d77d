import Partnership
import Register

/// A typed, numbered decision of a meeting.
public struct DecisionAnswer: Sendable, Codable {
    /// `D-north-2020-3`.
    public let ref: String
    /// `noted`, `agreed`, `deferred`, `referred` …
    public let kind: String
    /// The meeting that took it.
    public let meeting: String
    public let issue: String?
    /// Taken without a quorum or a parent representative, and not confirmed since (rule R8).
    public let provisional: Bool
    /// How it was voted on; nil when it was agreed without a vote, or it is not for the asker.
    public let vote: Vote?
    /// What follows "Resolved:"; something neutral when it is not for the asker.
    public let wording: String

    init(_ decision: StoredDecision) {
        self.init(decision, issue: decision.issue, wording: decision.wording, vote: decision.vote)
    }

    /// That it was taken, and nothing of what it is about.
    init(_ decision: StoredDecision, hiddenBehind wording: String) {
        self.init(decision, issue: nil, wording: wording, vote: nil)
    }

    private init(_ decision: StoredDecision, issue: String?, wording: String, vote: Vote?) {
        ref = decision.reference
        kind = decision.kind
        meeting = decision.meeting
        self.issue = issue
        provisional = decision.isProvisional
        self.wording = wording
        self.vote = vote
    }
}
