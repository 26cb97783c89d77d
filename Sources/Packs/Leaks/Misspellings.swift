/// The words of some texts that may be somebody's name, misspelt: each can be asked for by the right spelling.
///
/// A word is kept under itself and under what is left of it without one of its letters. Two spellings that are one letter apart
/// have one of these in common, so that to look a name up costs as much as it has letters, however long the texts are.
struct Misspellings {
    /// A name has as many letters at least: of two shorter ones that are alike, both are somebody's.
    static let length = 5

    private struct Candidate {
        let letters: [Unicode.Scalar]
        /// Where it stands.
        var places: [Int]
    }

    private let candidates: [Candidate]
    /// By the hash of a word, or of one without a letter.
    private let keys: [UInt64: [Int]]
    /// How words begin and end: where one letter differs, the first two or the last two are the same.
    private let ends: Set<UInt32>

    /// Of the words that begin with a capital and are none of the ordinary or standard ones, no place and nobody's title.
    ///
    /// - Parameter known: words that are names of those who hold seats.
    init(_ index: TextIndex, _ ordinary: OrdinaryWords, known: Set<UInt64>) {
        var numbers: [UInt64: Int] = [:]
        var candidates: [Candidate] = []
        var keys: [UInt64: [Int]] = [:]
        var ends: Set<UInt32> = []
        func isAnybodys(_ plain: ArraySlice<UInt8>) -> Bool {
            let hash = TextWords.hash(plain)
            return known.contains(hash) || ordinary.contains(plain) || ordinary.towns.contains(hash)
                || ordinary.bodies.contains(hash) || StandardWords.contains(hash) || PersonName.titles.contains(hash)
        }
        for (place, word) in index.words.enumerated() where word.isCapital && !word.isNumber && !index.isOrdinary[place]
        {
            let plain = index.plain(place)
            guard plain.count >= Self.length - 1, !isAnybodys(plain) else { continue }
            // `The Whittakers`.
            var spellings = [plain]
            if plain.last == 0x73, plain.count > Self.length, !isAnybodys(plain.dropLast()) {
                spellings.append(plain.dropLast())
            }
            for spelling in spellings {
                let hash = TextWords.hash(spelling)
                if let number = numbers[hash] {
                    candidates[number].places.append(place)
                    continue
                }
                numbers[hash] = candidates.count
                let letters = Array(String(decoding: spelling, as: UTF8.self).unicodeScalars)
                ends.formUnion([Self.beginning(of: spelling), Self.end(of: spelling)])
                for key in Self.keys(of: spelling) { keys[key, default: []].append(candidates.count) }
                candidates.append(Candidate(letters: letters, places: [place]))
            }
        }
        self.candidates = candidates
        self.keys = keys
        self.ends = ends
    }

    var isEmpty: Bool { candidates.isEmpty }

    /// Where words stand that are one letter away from a name: one more, one less, another, or two changed about.
    ///
    /// - Parameter name: its plain letters.
    func places(of name: ArraySlice<UInt8>) -> Set<Int> {
        guard name.count >= Self.length, ends.contains(Self.beginning(of: name)) || ends.contains(Self.end(of: name))
        else {
            return []
        }
        var numbers: Set<Int> = []
        for key in Self.keys(of: name) { for number in keys[key] ?? [] { numbers.insert(number) } }
        guard !numbers.isEmpty else { return [] }
        let letters = Array(String(decoding: name, as: UTF8.self).unicodeScalars)
        guard letters.count >= Self.length else { return [] }
        let near = numbers.filter { Self.areOneApart(candidates[$0].letters, letters) }
        return Set(near.flatMap { candidates[$0].places })
    }

    private static func beginning(of word: ArraySlice<UInt8>) -> UInt32 {
        UInt32(word[word.startIndex]) << 8 | UInt32(word[word.startIndex + 1])
    }

    private static func end(of word: ArraySlice<UInt8>) -> UInt32 {
        1 << 16 | UInt32(word[word.endIndex - 2]) << 8 | UInt32(word[word.endIndex - 1])
    }

    /// Of the word, and of what is left without each of its letters.
    private static func keys(of word: ArraySlice<UInt8>) -> [UInt64] {
        var keys = [TextWords.hash(word)]
        var before = TextWords.seed
        var place = word.startIndex
        while place < word.endIndex {
            var next = place + 1
            while next < word.endIndex, word[next] & 0xC0 == 0x80 { next += 1 }
            var key = before
            for later in next..<word.endIndex { key = (key ^ UInt64(word[later])) &* 0x100_0000_01B3 }
            keys.append(key)
            for byte in place..<next { before = (before ^ UInt64(word[byte])) &* 0x100_0000_01B3 }
            place = next
        }
        return keys
    }

    private static func areOneApart(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        guard abs(one.count - other.count) < 2 else { return false }
        let start = zip(one, other).prefix { $0 == $1 }.count
        let (mine, theirs) = (one[start...], other[start...])
        let end = zip(mine.reversed(), theirs.reversed()).prefix { $0 == $1 }.count
        let (left, right) = (Array(mine.dropLast(end)), Array(theirs.dropLast(end)))
        return switch (left.count, right.count) {
        case (0, 1), (1, 0), (1, 1): true
        case (2, 2): left[0] == right[1] && left[1] == right[0]
        default: false
        }
    }
}
