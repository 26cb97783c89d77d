/// Why a text or a value is not one that a field takes. Never holds the value itself, which may be personal.
public struct FieldProblem: Error, Hashable, Sendable {
    public let sentence: String
    public let hint: String?

    public init(_ sentence: String, hint: String? = nil) {
        self.sentence = sentence
        self.hint = hint
    }
}
