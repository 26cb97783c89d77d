/// A field that an event takes.
public struct Ask: Hashable, Sendable {
    public enum Requirement: Hashable, Sendable {
        case required
        case optional
        /// Required when the condition holds on the proposed record; `because` is a sentence that says why.
        case requiredWhen(Expression, because: String?)
    }

    public let field: String
    public let requirement: Requirement
    /// The value taken when none is given; unknown gives none. Of what is required under a condition it is taken only where that
    /// holds on what was given and fallen back on before it.
    public let fallback: Expression?
    /// Only a value given with this very event counts: what an earlier event left in the field is cleared. A reason is
    /// always asked anew; a fact about the issue, required but not fresh, is asked only while it is not on record.
    public let isFresh: Bool
    /// When a form asks for it although nothing need be answered, as a condition on what was given; nil for never.
    public let offered: Expression?

    /// It is required under a condition.
    public var isConditional: Bool {
        if case .requiredWhen = requirement { true } else { false }
    }

    public init(
        field: String, requirement: Requirement = .required, fallback: Expression? = nil, isFresh: Bool = true,
        offered: Expression? = nil
    ) {
        self.offered = offered
        self.field = field
        self.requirement = requirement
        self.fallback = fallback
        self.isFresh = isFresh
    }
}
