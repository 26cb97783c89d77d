/// Why an item is taken without the public (rule R10).
public struct PrivateGround: Hashable, Sendable {
    /// The paragraph of Schedule 12A to the Local Government Act 1972, at a body that follows it; nil at any other.
    public var paragraph: Schedule12A?
    /// In words: the reason, or at a body that follows Schedule 12A why the public interest lies in keeping it private.
    public var reason: String?

    public init(paragraph: Schedule12A? = nil, reason: String? = nil) {
        self.paragraph = paragraph
        self.reason = reason
    }

    /// Another body took it so: its title.
    public init(takenBy body: String, paragraph: Schedule12A? = nil) {
        self.init(paragraph: paragraph, reason: "The \(body)\(Self.byAnother)")
    }

    /// How the reason ends that the register itself gives.
    public static let byAnother = " took it in private"

    /// What those who are not entitled to it read in its place.
    public var neutralTitle: String {
        paragraph == nil ? "A private item" : "An item taken without the press and public"
    }

    /// That it was private, and why: no Act is named at a body that has not adopted its rules.
    public var sentence: String {
        guard let paragraph else { return "Taken in private" + (reason.map { ": " + $0.endedAsSentence } ?? ".") }
        let words = reason.map { " " + $0.endedAsSentence } ?? ""
        let text = paragraph.text.prefix(1).lowercased() + paragraph.text.dropFirst()
        return "Taken without the press and public (Part II). Schedule 12A to the Local Government Act 1972, paragraph "
            + "\(paragraph.rawValue): \(text)" + words
    }
}
