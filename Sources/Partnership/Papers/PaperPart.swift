/// Whether an item is taken with the press and public present (Part I) or without them (Part II, rule R10).
public enum PaperPart: Hashable, Sendable {
    case one
    /// Why the public is excluded, and what the public agenda calls the item.
    case two(Schedule12A, neutralTitle: String)

    public var isTwo: Bool {
        if case .two = self { true } else { false }
    }
}
