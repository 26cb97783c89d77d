/// Something set apart from the text around it.
public struct Notice: Codable, Hashable, Sendable {
    public enum Tone: String, Codable, Hashable, Sendable {
        /// Something is not as it should be.
        case warning
        /// Good to know.
        case note
        /// What a body is asked to decide.
        case ask
    }

    public var tone: Tone
    /// Whether it warns, said in words too, because colour alone says nothing.
    public var title: String
    public var text: String

    public init(_ tone: Tone, title: String, text: String) {
        self.tone = tone
        self.title = title
        self.text = text.oneLine
    }
}
