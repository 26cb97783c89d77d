/// A piece of a strict YAML document, with its place. Scalars are text, whatever they look like: types come from whoever
/// reads them.
public struct YAMLNode: Sendable {
    public indirect enum Content: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    public struct Entry: Sendable {
        public let key: String
        public let place: Place
        public let value: YAMLNode
    }

    public let content: Content
    public let place: Place

    public init(content: Content, place: Place) {
        self.content = content
        self.place = place
    }

    /// For messages: `a list`.
    var kind: String {
        switch content {
        case .scalar(let text): text.isEmpty ? "nothing" : "text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}
