/// One thing that stands in the way of an event, and what would help.
public struct Reason: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable {
        case unknownEvent
        /// The event cannot happen where the item is.
        case state
        /// The actor holds none of the roles.
        case role
        /// A field the event asks was not given.
        case missing
        /// A given field is unknown, unasked or of a value it cannot hold.
        case value
        /// A rule of the event or of the workflow does not hold.
        case rule
        /// None of the conditions holds under which the event leads somewhere.
        case target
        /// The state entered needs a field that has no value.
        case stateNeeds
    }

    public let kind: Kind
    /// The field it is about, where it is about one.
    public let field: String?
    public let sentence: String
    public let remedies: [Remedy]
    /// The published number of the rule, `R7`.
    public let code: String?

    public init(
        kind: Kind, field: String? = nil, sentence: String, remedies: [Remedy] = [], code: String? = nil
    ) {
        self.kind = kind
        self.field = field
        self.sentence = sentence
        self.remedies = remedies
        self.code = code
    }
}
