import Partnership
import Register
import Workflow

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
    /// How it stands where it was agreed in principle; nil for what the meeting decided itself, or is not for the asker.
    public let principle: Principle?
    /// What came of that, as in `principle`.
    public let inPrinciple: String?
    /// What follows "Resolved:"; something neutral when it is not for the asker.
    public let wording: String

    /// What was agreed in principle, because it is somebody else's to decide.
    public struct Principle: Sendable, Codable {
        public let subjectTo: String
        /// By when.
        public let by: Day?
        /// `awaited`, `sought` (and no longer), `confirmed` or `refused`.
        public let outcome: String
        /// The day of their decision, and their minute.
        public let on: Day?
        public let minute: String?
        /// The commitment by which it is chased.
        public let commitment: String
        /// How it stands.
        public let sentence: String

        init(_ principle: DecisionLine.Principle) {
            subjectTo = principle.subjectTo
            by = principle.by
            commitment = principle.commitment
            sentence = principle.sentence
            switch principle.outcome {
            case .awaited: (outcome, on, minute) = ("awaited", nil, nil)
            case .sought: (outcome, on, minute) = ("sought", nil, nil)
            case .confirmed(let day, let theirs): (outcome, on, minute) = ("confirmed", day, theirs)
            case .refused(let day, let theirs, _): (outcome, on, minute) = ("refused", day, theirs)
            }
        }
    }

    init(_ decision: StoredDecision) {
        self.init(decision, issue: decision.issue, wording: decision.wording, vote: decision.vote, decision.principle)
    }

    /// That it was taken, and nothing of what it is about.
    init(_ decision: StoredDecision, hiddenBehind wording: String) {
        self.init(decision, issue: nil, wording: wording, vote: nil, nil)
    }

    private init(
        _ decision: StoredDecision, issue: String?, wording: String, vote: Vote?,
        _ principle: DecisionLine.Principle?
    ) {
        ref = decision.reference
        kind = decision.kind
        meeting = decision.meeting
        self.issue = issue
        provisional = decision.isProvisional
        self.wording = wording
        self.vote = vote
        self.principle = principle.map(Principle.init)
        inPrinciple = self.principle?.outcome
    }
}
