/// A long text as a key: its length parts it from nearly all others, and only one of the same length is compared with it.
public struct WholeText: Hashable, Sendable {
    private let text: String

    public init(_ text: String) { self.text = text }

    public func hash(into hasher: inout Hasher) { hasher.combine(text.utf8.count) }
}
