import Ledger
import Partnership
import Workflow

/// Words in a text of a paper that somebody has looked at, and that may stand in that place until the text changes.
public struct StoredRelease: Hashable, Sendable {
    /// In plain letters.
    public let words: String
    public let text: String
    /// Of what holds the text: an item, a meeting.
    public let reference: String?
    /// `item 8.1, discussed`.
    public let field: String

    public init(words: String, text: String, reference: String?, field: String) {
        self.words = words
        self.text = text
        self.reference = reference
        self.field = field
    }
}

extension Operation {
    /// Lets words stand in a text of a paper. What is kept of it lies with the issue that the text is about, and is erased
    /// with it.
    ///
    /// - Parameters:
    ///   - paper: a meeting, or the issue of a letter.
    ///   - reference: of what the text stands in or is about.
    public func release(_ release: StoredRelease, in paper: StoredItem, about reference: String?) throws {
        let owner = try reference.flatMap { try view.existing($0) } ?? paper.id
        let json = JSON.object([
            "words": .string(release.words), "text": .string(release.text), "field": .string(release.field),
            "reference": release.reference.map(JSON.string) ?? .null,
        ])
        let section = try view.item(id: owner).definition.sections.first(where: \.takesText)?.name ?? "narrative"
        let seal = try seal(json.text, of: .item(owner), section: section, field: BesideField.releasedWords.rawValue)
        _ = try insert(.releasedWord, [.integer(paper.id), .text(seal.text)])
    }
}

extension View {
    /// The words that may stand in a paper.
    public func releases(in paper: StoredItem) throws -> Set<StoredRelease> {
        Set(try storedReleases(in: paper).map(\.release))
    }

    /// The words that may stand in the papers of other meetings of a meeting's body, in texts that are no meeting's own: what
    /// an action or an issue says stays looked at as long as it says the same.
    public func releases(atBodyOf meeting: StoredItem) throws -> Set<StoredRelease> {
        guard let body = meeting.text("body"), meeting.workflow == "meeting" else { return [] }
        let others = try releases(
            """
            JOIN item ON item.id = released_word.paper
            WHERE item.body = ? AND item.workflow = 'meeting' AND item.id <> ?
            """, [.text(body), .integer(meeting.id)])
        return Set(
            others.map(\.release).filter { release in
                release.reference.map { if case .meeting? = Reference($0) { false } else { true } } ?? false
            })
    }

    /// The words that may stand in a paper, each with the key of its row.
    func storedReleases(in paper: StoredItem) throws -> [(id: Int, release: StoredRelease)] {
        try releases("WHERE paper = ?", [.integer(paper.id)])
    }

    private func releases(_ condition: String, _ arguments: [SQLValue]) throws -> [(id: Int, release: StoredRelease)] {
        try connection.rows("SELECT released_word.id, words FROM released_word \(condition)", arguments).compactMap {
            guard let text = try open(text: $0.word("words")) else { return nil }
            let json = try ItemCoding.parse(text)
            guard let words = json["words"]?.string, let text = json["text"]?.string, let field = json["field"]?.string
            else { return nil }
            return (
                $0.count("id"),
                StoredRelease(words: words, text: text, reference: json["reference"]?.string, field: field)
            )
        }
    }

    fileprivate func existing(_ reference: String) throws -> Int? {
        if let row = try connection.row("SELECT id FROM item WHERE reference = ?", [.text(reference)]) {
            return row.count("id")
        }
        return try connection.row(
            "SELECT coalesce(issue, meeting) AS id FROM decision WHERE reference = ?", [.text(reference)])?.integer(
                "id")
    }
}
