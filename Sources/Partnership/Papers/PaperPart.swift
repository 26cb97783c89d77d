/// Whether an item is taken with the public present, or without it (rule R10).
public enum PaperPart: Hashable, Sendable {
    case one
    /// Why, and the id of the body that takes it so: only its own papers may ever show more.
    case two(PrivateGround, by: String)
    /// With the public present; and another body has taken its issue in private since. The body's own papers show its members
    /// what was said before them; what is public says nothing more of it.
    case closedSince

    public var isTwo: Bool {
        if case .two = self { true } else { false }
    }
}
