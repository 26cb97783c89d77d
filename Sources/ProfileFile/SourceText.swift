/// A file's text, and what to call the file in problems. Whoever gives it has read the file.
public struct SourceText: Hashable, Sendable {
    public let name: String
    public let text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
