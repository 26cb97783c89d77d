/// A list of sentences or phrases.
public struct ItemList: Codable, Hashable, Sendable {
    public var items: [String]

    public init(_ items: [String]) {
        self.items = items.map(\.oneLine)
    }
}
