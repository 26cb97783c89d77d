import Words

/// The words of a name as somebody says it, in any order. Accents, letter case, hyphens and apostrophes do not matter, nor does how the
/// name is parted into words; a longer word may be one letter off, an initial stands for a name.
struct SoughtName: Sendable {
    private struct Word: Sendable {
        let letters: [UInt8]
        let isNumber: Bool
        /// Whatever begins with it is meant.
        let isBeginning: Bool

        /// No initial, and no number of a house.
        var isName: Bool { !isNumber && letters.count > 1 }

        /// How a kept word, or several read as one, is this one; nil when it is not.
        func likeness(of kept: ArraySlice<UInt8>) -> Sought.Likeness? {
            if isBeginning { return kept.starts(with: letters) ? .written : nil }
            if kept.elementsEqual(letters) { return .written }
            // Another number is another house, and no misspelling.
            let hasDigits = letters.contains { (0x30...0x39).contains($0) }
            return !hasDigits && Misspellings.areAlike(letters[...], kept) ? .misspelt : nil
        }
    }

    /// So many words in a row are read as one: `O Brien`, `de la Cruz`.
    private static let mostJoined = 3

    /// Titles that nobody is called.
    private static let neverNames = Set(
        ["mr", "mrs", "miss", "ms", "mx", "dr", "prof", "professor", "rev"].map { TextWords.hash(Array($0.utf8)) })

    private let words: [Word]
    var count: Int { words.count }

    /// There is a name in it, and not only initials and numbers of houses.
    var isTelling: Bool { words.contains(where: \.isName) }
    var isNumber: Bool { words.contains(where: \.isNumber) }

    init(_ written: [Substring]) {
        let words = written.flatMap { token -> [Word] in
            let read = TextWords(String(token))
            return read.words.enumerated().map { place, word in
                Word(
                    letters: Array(read.plain(word)), isNumber: word.isNumber,
                    isBeginning: token.hasSuffix("*") && place == read.words.count - 1)
            }
        }
        // `Mrs Farnworth` is kept by her name, and so is `Mrs Begum`, whose name is a title too.
        let names = words.filter { !PersonName.titles.contains(TextWords.hash($0.letters)) }
        let last = words.suffix(1).filter { $0.isName && !Self.neverNames.contains(TextWords.hash($0.letters)) }
        self.words = names.contains(where: \.isName) ? names : names + last
    }

    /// Which of some values hold all of it, or hold it together; nil when they do not.
    func places(in values: [String]) -> [Int: Sought.Likeness]? {
        let kept = values.map { TextWords(Self.withoutHosts($0)) }
        let whole = kept.indices.compactMap { place in
            matched(from: 0, in: [kept[place]]).map { (place, $0.worst) }
        }
        if !whole.isEmpty { return Dictionary(uniqueKeysWithValues: whole) }
        guard kept.count > 1, words.count > 1, let match = matched(from: 0, in: kept) else { return nil }
        return match.places
    }

    /// Of an e-mail address only what stands before the sign is somebody's.
    private static func withoutHosts(_ text: String) -> String {
        guard text.utf8.contains(0x40) else { return text }
        return text.split(whereSeparator: \.isWhitespace).map { $0.prefix { $0 != "@" } }.joined(separator: " ")
    }

    private struct Match {
        /// By where they stand.
        var places: [Int: Sought.Likeness] = [:]
        var hasName = false
        var worst: Sought.Likeness { places.values.max() ?? .written }
    }

    /// All the words from one on.
    private func matched(from start: Int, in kept: [TextWords]) -> Match? {
        guard start < words.count else { return Match() }
        var best: Match?
        for length in 1...min(Self.mostJoined, words.count - start) {
            let these = Array(words[start..<(start + length)])
            guard var rest = stands(these, in: kept), let more = matched(from: start + length, in: kept) else {
                continue
            }
            rest.places.merge(more.places) { max($0, $1) }
            rest.hasName = rest.hasName || more.hasName
            if best.map({ rest.worst < $0.worst }) ?? true { best = rest }
        }
        return start > 0 || best?.hasName ?? false ? best : nil
    }

    /// Where some words, read as one, stand.
    private func stands(_ these: [Word], in kept: [TextWords]) -> Match? {
        let joined = Word(
            letters: these.flatMap(\.letters), isNumber: these.allSatisfy(\.isNumber),
            isBeginning: these.last?.isBeginning ?? false)
        var match = Match()
        for (place, text) in kept.enumerated() {
            guard let likeness = Self.likeness(of: text, to: joined) else { continue }
            match.places[place] = likeness
            match.hasName = match.hasName || !joined.isNumber
        }
        if let best = match.places.values.min() {
            match.places = match.places.filter { $0.value == best }
            return match
        }
        // `J` stands for Jane, and Jane for `J`.
        guard these.count == 1, !joined.isNumber, let first = joined.letters.first else { return nil }
        for (place, text) in kept.enumerated() {
            let isInitial = text.words.contains { word in
                !word.isNumber && (joined.letters.count == 1 || word.plain.count == 1)
                    && text.plain(word).first == first
            }
            if isInitial { match.places[place] = .written }
        }
        return match.places.isEmpty ? nil : match
    }

    private static func likeness(of text: TextWords, to word: Word) -> Sought.Likeness? {
        var best: Sought.Likeness?
        for start in text.words.indices {
            var end = start
            while end < text.words.count, end - start < mostJoined {
                let next = text.words[end]
                if end > start, !next.gap.isSubset(of: [.space, .hyphen, .dot]) || next.gap.contains(.far) { break }
                let letters = text.bytes[text.words[start].plain.lowerBound..<next.plain.upperBound]
                if let likeness = word.likeness(of: letters) {
                    if likeness == .written { return .written }
                    best = likeness
                }
                end += 1
            }
        }
        return best
    }
}
