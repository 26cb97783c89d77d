/// Why a text is no expression.
public struct ExpressionProblem: Error, Hashable, Sendable {
    /// Bytes of UTF-8 in the text before the place.
    public let offset: Int
    public let sentence: String
    public let hint: String?

    public init(offset: Int, sentence: String, hint: String? = nil) {
        self.offset = offset
        self.sentence = sentence
        self.hint = hint
    }
}
