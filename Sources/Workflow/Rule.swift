/// A condition that must hold on the proposed record for an event to be accepted.
public struct Rule: Hashable, Sendable {
    public let condition: Expression
    /// The sentence a person reads when it does not hold.
    public let otherwise: String
    /// What would help.
    public let remedies: [Remedy]
    /// The rule's published number, `R7`.
    public let code: String?
    /// For a rule of the whole workflow: the events it does not apply to.
    public let except: [String]

    public init(
        condition: Expression, otherwise: String, remedies: [Remedy] = [], code: String? = nil, except: [String] = []
    ) {
        self.condition = condition
        self.otherwise = otherwise
        self.remedies = remedies
        self.code = code
        self.except = except
    }
}
