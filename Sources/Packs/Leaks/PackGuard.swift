/// What a pack is searched for, and what is known of it.
public struct PackGuard: Sendable {
    /// What no paper may hold.
    public var secrets: [Secret]
    var knowledge: PersonalSearch.Knowledge
    /// Words that somebody has looked at.
    public var released: Set<ReleasedWord>
    /// The texts of some issues' open fields: what they say is no secret. Asked only when a sentence was found.
    public var openTexts: @Sendable (Set<String>) throws -> [String: [String]]

    public init(
        secrets: [Secret], knowledge: PersonalSearch.Knowledge, released: Set<ReleasedWord> = [],
        openTexts: @escaping @Sendable (Set<String>) throws -> [String: [String]] = { _ in [:] }
    ) {
        self.secrets = secrets
        self.knowledge = knowledge
        self.released = released
        self.openTexts = openTexts
    }
}

extension PackGuard {
    /// What is known with what the papers of a pack print on purpose: how to reach the partnership, and where it meets. What
    /// belongs to a family is never meant so, wherever it stands.
    func knowing(_ pack: Pack) -> PersonalSearch.Knowledge {
        let theirs = PersonalSearch(pack.published.map { SearchedText("", $0) }, knowledge).findings(
            of: secrets.filter { !pack.isReader($0.ref) }
        ).filter { $0.weight == .hard }.map(\.text)
        var all = knowledge
        all.published += pack.published.filter { !theirs.contains($0) }
        // Where people meet is no name of a family's; unless it is, and then it is looked at like any other text.
        let named = PersonalSearch(pack.places.map { SearchedText("", $0) }, knowledge).findings(of: secrets)
        all.ordinary = knowledge.ordinary.adding(pack.places.filter { place in !named.contains { $0.text == place } })
        all.issues = pack.issues
        return all
    }

    /// What is suspect in a pack and was not released.
    ///
    /// - Parameter edition: only in what it prints; nil for any.
    public func suspects(in pack: Pack, for edition: Edition? = nil) -> [PersonalFinding] {
        let typed = edition.map(pack.typed(in:)) ?? pack.typed
        let search = PersonalSearch(typed.map(SearchedText.init), knowing(pack))
        let found =
            search.findings(of: secrets, withPatterns: true, belonging: pack.belonging)
            + search.memberFindings(belonging: pack.belonging) + search.privateItemFindings()
        return found.filter { $0.weight == .suspect && !isReleased($0, in: pack) }
    }

    /// What an edition of a pack prints and nothing can let stand there.
    public func stops(_ pack: Pack, for edition: Edition) throws -> [PersonalFinding] {
        try PackSearch(pack: pack, edition: edition, knowledge: self).typedFindings()
    }

    /// What is a detail for certain in written texts and in none that they were made of.
    func additions(in written: [WrittenText], to own: [WrittenText]) -> [PersonalFinding] {
        func details(_ texts: [WrittenText], withPatterns: Bool = true) -> [PersonalFinding] {
            PersonalSearch(texts.flatMap(\.pages), knowledge).findings(of: secrets, withPatterns: withPatterns)
                .filter { $0.weight == .hard }
        }
        let found =
            details(written.filter { !$0.isOfOthers }) + details(written.filter(\.isOfOthers), withPatterns: false)
        guard !found.isEmpty else { return [] }
        let said = Set(details(own).map { [$0.issue, $0.kind, $0.issue == nil ? $0.words : nil] })
        return found.filter { !said.contains([$0.issue, $0.kind, $0.issue == nil ? $0.words : nil]) }
    }

    func isReleased(_ finding: PersonalFinding, in pack: Pack) -> Bool {
        released.contains(
            ReleasedWord(
                paper: pack.subject, words: finding.words, text: finding.text, reference: finding.reference,
                field: finding.place))
    }

    /// What is a detail for certain in what people typed in a pack, in whatever edition.
    public func details(in pack: Pack) -> [PersonalFinding] {
        PersonalSearch(pack.typed.map(SearchedText.init), knowing(pack))
            .findings(of: secrets, withPatterns: true).filter { $0.weight == .hard && !$0.isSentence }
    }

    /// Which of its secrets about private matters a text tells of by words of theirs that stand near one another.
    public func told(in text: String) -> [Secret] {
        PersonalSearch([SearchedText("", text)], knowledge).told(of: secrets)
    }

    /// What of its secrets stands in texts that people typed, and what looks like somebody's number or address.
    public func findings(in texts: [SoughtText]) -> [PersonalFinding] {
        let search = PersonalSearch(
            texts.map { SearchedText($0.field, reference: $0.reference, $0.text) }, knowledge)
        return search.findings(of: secrets, withPatterns: true).filter { $0.issue != nil || $0.weight == .hard }
    }
}

/// A text that somebody typed, and where.
public struct SoughtText: Sendable {
    /// Of what holds it: `N-7`, a meeting.
    public let reference: String
    /// `Summary`.
    public let field: String
    public let text: String

    public init(in reference: String, _ field: String, _ text: String) {
        self.reference = reference
        self.field = field
        self.text = text
    }
}

extension SearchedText {
    init(_ typed: TypedText) {
        self.init(
            typed.field, reference: typed.reference, issue: typed.issue, isMinutes: typed.isMinutes, typed.text)
    }
}

/// Words that may stand in one text of one paper, and there in one place alone, until that text changes.
public struct ReleasedWord: Hashable, Sendable {
    /// A meeting, or the issue of a letter.
    public let paper: String
    /// In plain letters.
    public let words: String
    /// The whole text.
    public let text: String
    /// Of what holds it: an item, a meeting.
    public let reference: String?
    /// `item 8.1, discussed`.
    public let field: String

    public init(paper: String, words: String, text: String, reference: String?, field: String) {
        self.paper = paper
        self.words = words
        self.text = text
        self.reference = reference
        self.field = field
    }
}

extension ReleasedWord: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { paper }
    public var debugDescription: String { paper }
    public var customMirror: Mirror { Mirror(self, children: ["paper": paper]) }
}
