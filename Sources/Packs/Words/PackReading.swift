/// How what people typed in a pack reads to those who are outside the trade.
public struct PackReading: Codable, Hashable, Sendable {
    public struct Sentence: Codable, Hashable, Sendable {
        /// Of what holds it: `N-7`, a meeting.
        public let reference: String
        /// `item 8.1, note`.
        public let place: String
        public let text: String
        /// The age at which somebody at an English school reads it with ease.
        public let age: Int
    }

    /// The same of all of it; nil where there is too little to tell.
    public let age: Int?
    /// The hardest sentences, the hardest first.
    public let hardest: [Sentence]
    /// Short forms that packs do not explain.
    public let unexplained: [String]

    /// Fewer words tell nothing.
    private static let fewest = 8
    /// Above this age a sentence is shown.
    private static let hard = 14

    init(_ texts: [TypedText], _ acronyms: Acronyms) {
        let said = texts.flatMap { typed in Self.sentences(typed.text).map { (typed, ReadWords($0), $0) } }
            .filter { $0.1.words >= Self.fewest }
        let all = said.reduce(ReadWords()) { $0 + $1.1 }
        age = all.words > 0 ? all.age : nil
        var seen: Set<String> = []
        hardest = said.filter { $0.1.age >= Self.hard && seen.insert($0.2).inserted }.sorted { $0.1.age > $1.1.age }
            .prefix(5).map { Sentence(reference: $0.0.reference, place: $0.0.field, text: $0.2, age: $0.1.age) }
        let short = texts.flatMap { $0.text.matches(of: /\b([A-Z]{2,6})s?\b(?!-?\d)/).map { String($0.1) } }
        unexplained = Set(short).filter { word in
            acronyms.meanings[word] == nil && acronyms.meanings["\(word)s"] == nil && word != "LAP"
                && !word.allSatisfy("IVX".contains)
        }.sorted()
    }

    private static func sentences(_ text: String) -> [String] {
        text.split(separator: /[.!?]+(\s+|$)|\n+/).map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
            .filter { !$0.isEmpty }
    }
}

/// Words counted for how hard they are to read, as Flesch and Kincaid weigh them.
private struct ReadWords {
    var words = 0
    var sentences = 0
    var syllables = 0

    init() {}

    init(_ sentence: String) {
        let all = sentence.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
        (words, sentences) = (all.count, 1)
        syllables = all.reduce(0) { $0 + Self.syllables(of: $1.lowercased()) }
    }

    /// The school year, and five for the age at which the first begins.
    var age: Int {
        guard words > 0, sentences > 0 else { return 0 }
        let (words, sentences) = (Double(words), Double(sentences))
        return Int((0.39 * words / sentences + 11.8 * Double(syllables) / words - 15.59 + 5).rounded())
    }

    static func + (left: ReadWords, right: ReadWords) -> ReadWords {
        var sum = left
        sum.words += right.words
        sum.sentences += right.sentences
        sum.syllables += right.syllables
        return sum
    }

    /// Groups of vowels; an e at the end is silent, but for that of "table".
    private static func syllables(of word: String) -> Int {
        var count = 0
        var wasVowel = false
        for letter in word {
            let isVowel = "aeiouy".contains(letter)
            if isVowel && !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        if word.hasSuffix("e"), !word.hasSuffix("le"), count > 1 { count -= 1 }
        return max(count, 1)
    }
}

extension PackWriter {
    /// How what an edition of a pack prints reads, but for texts in which something was found.
    public func reading(
        of pack: Pack, for edition: Edition, besides found: [PersonalFinding]
    ) throws(PackProblem) -> PackReading {
        let acronyms = try acronyms()
        let texts = pack.cut(for: edition).typed.filter { typed in
            !found.contains { $0.reference == typed.reference && $0.place == typed.field }
        }
        return PackReading(texts, acronyms)
    }
}
