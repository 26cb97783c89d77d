import Workflow

/// What agendas and lists read of a risk.
public struct RiskReader: ItemReader {
    public enum Field: String, CaseIterable, Sendable {
        case body, cause, effect, likelihood, impact, mitigation, owner, issues, actions
        case targetLikelihood = "target-likelihood"
        case targetImpact = "target-impact"
        case reviewOn = "review-on"
    }

    public static let contract = Contract.risk
    public let item: Item
    public let definition: Definition

    public init(_ item: Item, _ definition: Definition) {
        self.item = item
        self.definition = definition
    }

    /// The id of the body whose risk it is.
    public var body: String? { text(.body) }
    public var cause: String? { text(.cause) }
    public var effect: String? { text(.effect) }
    public var mitigation: String? { text(.mitigation) }
    /// The key of whoever sees to it.
    public var owner: String? { text(.owner) }
    /// When it is looked at again.
    public var reviewOn: Day? { day(.reviewOn) }
    /// The references of the issues that it is about.
    public var issues: [String] { list(.issues) }
    /// The references of the actions that are to lessen it.
    public var actions: [String] { list(.actions) }
    /// As it is now.
    public var score: RiskScore? { RiskScore(number(.likelihood), number(.impact)) }
    /// As it should become.
    public var target: RiskScore? { RiskScore(number(.targetLikelihood), number(.targetImpact)) }
}
