/// Whether an item is taken with the public present, or without it (rule R10).
public enum PaperPart: Hashable, Sendable {
    case one
    /// Why, and the id of the body that takes it so: only its own papers may ever show more.
    case two(PrivateGround, by: String)

    public var isTwo: Bool {
        if case .two = self { true } else { false }
    }
}
