import Workflow

/// A risk as agendas print it.
public struct RiskLine: Hashable, Sendable {
    /// `K-1`.
    public var ref: String
    public var cause: String
    public var effect: String
    public var mitigation: String
    public var score: RiskScore
    public var target: RiskScore
    public var owner: PapersPerson
    public var reviewOn: Day?
    /// The issues and the actions that it names.
    public var about: [PaperCitation]

    public init(
        ref: String, cause: String, effect: String, mitigation: String, score: RiskScore, target: RiskScore,
        owner: PapersPerson, reviewOn: Day? = nil, about: [PaperCitation] = []
    ) {
        self.ref = ref
        self.cause = cause
        self.effect = effect
        self.mitigation = mitigation
        self.score = score
        self.target = target
        self.owner = owner
        self.reviewOn = reviewOn
        self.about = about
    }
}
