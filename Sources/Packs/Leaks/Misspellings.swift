import Words

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
    /// The first and the last letter of the long ones.
    private let wideEnds: Set<UInt16>

    /// Of the words that begin with a capital and are none of the ordinary or standard ones, no place and nobody's title.
    ///
    /// - Parameter known: words that are names of those who hold seats.
    init(_ index: TextIndex, _ ordinary: OrdinaryWords, known: Set<UInt64>) {
        var numbers: [UInt64: Int] = [:]
        var candidates: [Candidate] = []
        var keys: [UInt64: [Int]] = [:]
        var ends: Set<UInt32> = []
        var wideEnds: Set<UInt16> = []
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
                if spelling.count >= Self.wide - 1 {
                    wideEnds.insert(
                        UInt16(spelling[spelling.startIndex]) << 8 | UInt16(spelling[spelling.endIndex - 1]))
                }
                for key in Self.keys(of: spelling) + Self.wideKeys(of: spelling) {
                    keys[key, default: []].append(candidates.count)
                }
                candidates.append(Candidate(letters: letters, places: [place]))
            }
        }
        self.candidates = candidates
        self.keys = keys
        self.ends = ends
        self.wideEnds = wideEnds
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
        let isWide = name.first.map { wideEnds.contains(UInt16($0) << 8 | UInt16(name[name.endIndex - 1])) } ?? false
        for key in Self.keys(of: name) + Self.wideKeys(of: name, isWide: isWide) {
            for number in keys[key] ?? [] { numbers.insert(number) }
        }
        guard !numbers.isEmpty else { return [] }
        let letters = Array(String(decoding: name, as: UTF8.self).unicodeScalars)
        guard letters.count >= Self.length else { return [] }
        let near = numbers.filter { number in
            let other = candidates[number].letters
            return Self.areAlike(other, letters)
        }
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

    /// So long a name may be two steps away.
    private static let wide = 8

    /// What it looks like, and for a long one its letters in order, and what is left of them without one: two spellings of
    /// which the one has a letter more and another two changed about have one of these in common.
    private static func wideKeys(of word: ArraySlice<UInt8>, isWide: Bool = true) -> [UInt64] {
        var keys: [UInt64] = []
        let seen = looks(word)
        if seen.count != word.count || word.contains(UInt8(ascii: "m")) || word.contains(UInt8(ascii: "w")) {
            keys.append(TextWords.hash(seen, from: TextWords.seed ^ 1))
        }
        guard isWide, word.count >= wide - 1 else { return keys }
        let sorted = word.sorted()
        let seed = TextWords.seed ^ 2
        keys.append(TextWords.hash(sorted, from: seed))
        for place in sorted.indices where place == 0 || sorted[place] != sorted[place - 1] {
            keys.append(TextWords.hash(sorted[..<place] + sorted[(place + 1)...], from: seed))
        }
        return keys
    }

    /// `rn` reads as `m`, `vv` as `w`.
    private static func looks(_ word: ArraySlice<UInt8>) -> [UInt8] {
        var seen: [UInt8] = []
        for byte in word {
            if byte == UInt8(ascii: "n"), seen.last == UInt8(ascii: "r") {
                seen[seen.count - 1] = UInt8(ascii: "m")
            } else if byte == UInt8(ascii: "v"), seen.last == UInt8(ascii: "v") {
                seen[seen.count - 1] = UInt8(ascii: "w")
            } else {
                seen.append(byte)
            }
        }
        return seen
    }

    private static func lookAlike(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        func seen(_ letters: [Unicode.Scalar]) -> [UInt8] {
            looks(Array(letters.map { UInt8(truncatingIfNeeded: $0.value) })[...])
        }
        return one != other && seen(one) == seen(other)
    }

    /// A long name with one letter more, less or other, and two changed about.
    private static func areTwoApart(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        guard max(one.count, other.count) >= wide, one.first == other.first, one.last == other.last,
            abs(one.count - other.count) < 2
        else { return false }
        // Each with two neighbours changed about.
        return one.indices.dropLast().contains { place in
            guard one[place] != one[place + 1] else { return false }
            var changed = one
            changed.swapAt(place, place + 1)
            return areOneApart(changed, other)
        }
    }

    /// Whether two long words are so alike that one may be the other, misspelt.
    static func areAlike(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        guard min(one.count, other.count) >= length, abs(one.count - other.count) < 4,
            one.first == other.first || one.last == other.last
        else { return false }
        func letters(_ word: ArraySlice<UInt8>) -> [Unicode.Scalar] {
            Array(String(decoding: word, as: UTF8.self).unicodeScalars)
        }
        return areAlike(letters(one), letters(other))
    }

    private static func areAlike(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        areOneApart(one, other) || lookAlike(one, other) || areTwoApart(one, other)
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
