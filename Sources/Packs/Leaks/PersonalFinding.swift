import Words

/// Words that should not be there, or that somebody should look at. What it was found by is never told: the words are
/// masked, and only those around them can be read.
public struct PersonalFinding: Hashable, Sendable, Codable {
    public enum Weight: String, Hashable, Sendable, Codable {
        /// A personal detail: nothing that holds it is written.
        case hard
        /// It may be one: nothing that holds it is issued before somebody has looked at it.
        case suspect
    }

    public let weight: Weight
    /// Whose it is, `N-7`; nil when no record explains it.
    public private(set) var issue: String?
    /// What it is: `contact`, `an NHS number`.
    public private(set) var kind: String
    /// Where it stands, in the words of the papers: `item 8.1, discussed`.
    public let place: String
    /// What holds it: an item, a meeting; nil when only the written file tells.
    public let reference: String?
    /// The page of the PDF, where there is one.
    public var page: Int?
    /// The words around, with what was found masked: `… the M••• twins …`.
    public let around: String
    /// What was found, in plain letters: what a release names. Never told.
    let words: String
    /// The same as it stands there, in one line: only for whoever may take it out.
    public let written: String
    /// The text that it stands in.
    let text: String
    /// A whole sentence of what was told: no leak where an open field of its issue says it too.
    public let isSentence: Bool
    /// The issue that the text is about.
    let about: String?
    /// The text tells what was said and decided at a meeting.
    let isMinuted: Bool

    /// A number, an address or a postcode that no record explains.
    var mayBeAnOffices: Bool {
        weight == .hard && issue == nil && ["a telephone number", "an e-mail address", "a postcode"].contains(kind)
    }

    private enum CodingKeys: String, CodingKey { case weight, issue, kind, place, reference, page, around }

    init(
        _ weight: Weight, issue: String?, kind: String, place: String, reference: String?, around: String,
        words: String, written: String, text: String, isSentence: Bool = false, about: String? = nil,
        isMinuted: Bool = false
    ) {
        self.about = about
        self.isMinuted = isMinuted
        self.isSentence = isSentence
        self.weight = weight
        self.issue = issue
        self.kind = kind
        self.place = place
        self.reference = reference
        self.around = around
        self.words = words
        self.written = written
        self.text = text
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        weight = try values.decode(Weight.self, forKey: .weight)
        issue = try values.decodeIfPresent(String.self, forKey: .issue)
        kind = try values.decode(String.self, forKey: .kind)
        place = try values.decode(String.self, forKey: .place)
        reference = try values.decodeIfPresent(String.self, forKey: .reference)
        page = try values.decodeIfPresent(Int.self, forKey: .page)
        around = try values.decode(String.self, forKey: .around)
        words = ""
        written = ""
        text = ""
        isSentence = false
        about = nil
        isMinuted = false
    }

    /// Whether somebody means it by some words.
    public func isFound(by words: String) -> Bool {
        let read = TextWords(words)
        return !read.words.isEmpty && read.words.map(read.text).joined(separator: " ") == self.words
    }

    /// It names a matter that was taken in private, or that nothing is written about, by more than a word or two; or it is what
    /// was said there.
    public internal(set) var namesMatter = false

    /// What a release of it keeps: its words and the text.
    public var released: (words: String, text: String) { (words, text) }
    /// What it is, for somebody who may not know whose: `a name`.
    var general = ""

    /// The same for somebody who may not know whose it is: to ask of a paper must not tell which family a name belongs to.
    public var ofNobody: PersonalFinding {
        var finding = self
        guard issue != nil else { return finding }
        finding.issue = nil
        finding.kind = general
        return finding
    }

    /// What its text stands in or is about: with that it is erased.
    public var owner: String? { about ?? reference }
    /// Where it stands, as a release names it: `north-2020-01-14, item 8.1, discussed`.
    public var whole: String { [reference, place].compactMap(\.self).joined(separator: ", ") }

    /// Whether somebody means its place by some words: all of it, or without what holds it.
    public func stands(at words: String) -> Bool {
        let said = words.lowercased().split(separator: " ").joined(separator: " ")
        return [whole, place].contains { $0.lowercased() == said }
    }

    public var sentence: String { sentence(at: [standing]) }

    /// Where it stands, and on which page.
    fileprivate var standing: String { whole + (page.map { ", page \($0)" } ?? "") }

    fileprivate func sentence(at places: [String]) -> String {
        let what = [issue, kind].compactMap(\.self).joined(separator: ", ")
        return "\(what) (\(places.joined(separator: "; "))): “\(around)”"
    }

    /// One and the same, wherever it stands.
    fileprivate struct Hit: Hashable {
        let weight: Weight
        let issue: String?
        let kind: String
        let words: String
        let around: String
    }

    fileprivate var hit: Hit { Hit(weight: weight, issue: issue, kind: kind, words: words, around: around) }
}

extension [PersonalFinding] {
    /// A sentence for each, and one alone for what stands in several places in the same words.
    public var sentences: [String] {
        let standing = Dictionary(grouping: self, by: \.hit).mapValues { $0.map(\.standing) }
        var told: Set<PersonalFinding.Hit> = []
        return compactMap { finding in
            guard told.insert(finding.hit).inserted else { return nil }
            var places: Set<String> = []
            return finding.sentence(at: (standing[finding.hit] ?? []).filter { places.insert($0).inserted })
        }
    }
}

extension PersonalFinding: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { sentence }
    public var debugDescription: String { sentence }
    public var customMirror: Mirror { Mirror(self, children: ["finding": sentence]) }
}
