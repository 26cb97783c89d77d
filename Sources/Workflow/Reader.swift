/// A role that may read a section of an item's record.
public struct Reader: Hashable, Sendable {
    /// The word for whoever holds any role.
    public static let anyone = "anyone"

    public let role: String
    /// It may read while this holds on the item's record; nil always holds. Knows the item's own fields and its state.
    public let condition: Expression?

    public init(role: String, condition: Expression? = nil) {
        self.role = role
        self.condition = condition
    }
}
