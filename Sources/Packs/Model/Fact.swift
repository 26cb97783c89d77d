/// A label with its value.
public struct Fact: Codable, Hashable, Sendable {
    public var label: String
    public var text: String
    /// Where the text leads, when it is an address: `mailto:dco.north@example.org`.
    public var link: String?

    public init(_ label: String, _ text: String, link: String? = nil) {
        self.label = label
        self.text = text.oneLine
        self.link = link
    }

    /// Nil when there is nothing to say.
    public init?(_ label: String, optional text: String?) {
        guard let text, !text.oneLine.isEmpty else { return nil }
        self.init(label, text)
    }
}

/// Labels with values, set as one block.
public struct FactList: Codable, Hashable, Sendable {
    public var items: [Fact]

    public init(_ items: [Fact]) {
        self.items = items
    }
}
