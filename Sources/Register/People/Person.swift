/// Somebody who acts in the partnership, or answers for an action. Never a raiser.
public struct Person: Hashable, Sendable {
    /// Lower-case words joined by hyphens, from the name they came with: `dco-north`.
    public let id: String
    public let name: String
    public let email: String?

    public init(id: String, name: String, email: String? = nil) {
        self.id = id
        self.name = name
        self.email = email
    }

    /// Reads `Name <mail@example.org>` or a bare name. Nil when there is no name, or what stands in the brackets is no
    /// address.
    public init?(written text: String) {
        var name = Substring(text)
        var email: String?
        if text.hasSuffix(">"), let bracket = text.lastIndex(of: "<") {
            let address = text[text.index(after: bracket)..<text.index(before: text.endIndex)]
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else { return nil }
            email = String(address)
            name = text[..<bracket]
        }
        let words = name.split(whereSeparator: \.isWhitespace)
        let id = Person.identifier(from: name)
        guard !words.isEmpty, !id.isEmpty, !name.contains("<"), !name.contains(">") else { return nil }
        self.init(id: id, name: words.joined(separator: " "), email: email)
    }

    private static func identifier(from name: Substring) -> String {
        name.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }
}
