import Partnership
import Register
import Workflow

/// A typed, numbered decision of a meeting.
public struct DecisionAnswer: Sendable, Codable {
    /// `D-north-2020-3`.
    public let ref: String
    /// `noted`, `agreed`, `deferred`, `referred` …; nil when it is not for the asker.
    public let kind: String?
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
    /// What came of a report, as in `report`, or the meeting at which it comes back.
    public let followUp: String?
    /// How it stands where it was delegated or referred; nil for what was not, or is not for the asker.
    public let report: Report?
    /// Where it comes back; nil for what was not put off, is about an issue, or is not for the asker.
    public let comesBack: Return?
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

    /// That somebody is to report on it.
    public struct Report: Sendable, Codable {
        public let from: String
        /// By when.
        public let by: Day?
        /// `awaited`, `dropped` or `given`.
        public let outcome: String
        /// The day on which it was given.
        public let on: Day?
        /// The commitment by which it is followed up.
        public let commitment: String
        /// How it stands.
        public let sentence: String

        init(_ report: DecisionLine.Report) {
            from = report.from ?? report.person.name
            by = report.by
            commitment = report.commitment
            sentence = report.sentence(naming: report.person.name)
            switch report.outcome {
            case .awaited: (outcome, on) = ("awaited", nil)
            case .dropped: (outcome, on) = ("dropped", nil)
            case .given(let day, _): (outcome, on) = ("given", day)
            }
        }
    }

    /// That it comes before the body again.
    public struct Return: Sendable, Codable {
        public let matter: String
        /// Nil for the next meeting that there will be.
        public let meeting: String?
        /// It was to come back, and somebody took it off.
        public let isWithdrawn: Bool
        public let sentence: String

        init(_ comesBack: DecisionLine.Return) {
            isWithdrawn = comesBack.isWithdrawn
            matter = comesBack.matter
            meeting = comesBack.meeting
            sentence = comesBack.sentence
        }
    }

    init(_ decision: StoredDecision) {
        self.init(decision, issue: decision.issue, wording: decision.wording, vote: decision.vote, isShown: true)
    }

    /// That it was taken, and nothing of what it is about.
    init(_ decision: StoredDecision, hiddenBehind wording: String) {
        self.init(decision, issue: nil, wording: wording, vote: nil, isShown: false)
    }

    private init(
        _ decision: StoredDecision, issue: String?, wording: String, vote: Vote?, isShown: Bool
    ) {
        ref = decision.reference
        kind = isShown ? decision.kind : nil
        meeting = decision.meeting
        self.issue = issue
        provisional = decision.isProvisional
        self.wording = wording
        self.vote = vote
        principle = isShown ? decision.principle.map(Principle.init) : nil
        inPrinciple = principle?.outcome
        report = isShown ? decision.report.map(Report.init) : nil
        comesBack = isShown ? decision.comesBack.map(Return.init) : nil
        followUp = report?.outcome ?? comesBack.map { $0.isWithdrawn ? "withdrawn" : $0.meeting ?? "next" }
    }
}
