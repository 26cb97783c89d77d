/// Somebody who acts in the partnership, or answers for an action. Never a raiser.
public struct Person: Hashable, Sendable {
    /// A random key, which says nothing of who they are and stays when the name changes.
    public let id: String
    public let name: String
    public let email: String?

    public init(id: String, name: String, email: String? = nil) {
        self.id = id
        self.name = name
        self.email = email
    }

    /// Reads `Name <mail@example.org>` or a bare name, with a new key. Nil when there is no name, or what stands in the
    /// brackets is no address.
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
        guard words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }),
            !name.contains(where: {
                "<>".contains($0)
                    || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } && !$0.isWhitespace
            })
        else { return nil }
        self.init(id: Person.newKey(), name: words.joined(separator: " "), email: email)
    }

    /// `p-3k7x9q2mzt`: 50 random bits.
    static func newKey() -> String {
        let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
        return "p-" + String((0..<10).map { _ in digits[Int.random(in: 0..<32)] })
    }

    /// Whether a name or an address, as somebody wrote it, is this person's: letter case and the spaces between words do
    /// not matter.
    func isCalled(_ written: String) -> Bool {
        let wanted = Person.folded(written)
        return id == written || Person.folded(name) == wanted || email.map(Person.folded) == wanted
    }

    static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
