/// Words of a private matter's title, or of what was said of it, that tell of it where several of them stand near one another,
/// in whatever order: two that are not everyday English, or one of these with another that says something.
struct NearWords {
    /// They stand among so many words.
    static let reach = 8
    /// What they have to weigh together: a rare word two, any other that says something one.
    private static let telling = 3

    /// By the stem of each.
    private let weights: [UInt64: Int]

    init(_ text: String, _ ordinary: OrdinaryWords) {
        let read = TextWords(text)
        var weights: [UInt64: Int] = [:]
        for word in SecretWords.withoutLeadIn(read.words) {
            let plain = read.plain(word)
            guard !word.isNumber, plain.count > 2, !StandardWords.contains(word.hash) else { continue }
            let stem = Self.stem(plain)
            guard !StandardWords.contains(stem) else { continue }
            let isRare = !ordinary.contains(plain) && !ordinary.towns.contains(word.hash)
            weights[stem] = max(weights[stem] ?? 0, isRare ? 2 : 1)
        }
        self.weights = weights
    }

    /// Where they stand near one another, without overlapping.
    func places(in index: TextIndex) -> [Range<Int>] {
        guard weights.count > 1, weights.values.contains(2) else { return [] }
        let places = weights.keys.flatMap { stem in (index.stems[stem] ?? []).map { (place: $0, stem: stem) } }
            .sorted { $0.place < $1.place }
        var found: [Range<Int>] = []
        for (start, first) in places.enumerated() where found.last.map({ $0.upperBound <= first.place }) ?? true {
            var weighed: [UInt64: Int] = [:]
            for next in places[start...] {
                guard next.place - first.place < Self.reach, index.text(of: next.place) == index.text(of: first.place)
                else { break }
                weighed[next.stem] = weights[next.stem]
                guard weighed.count > 1, weighed.values.contains(2), weighed.values.reduce(0, +) >= Self.telling else {
                    continue
                }
                found.append(first.place..<(next.place + 1))
                break
            }
        }
        return found
    }

    /// What regular forms of a word have in common: `refus` of `refused` and `refuses`, `gantry` of `gantries`.
    static func stem(_ plain: ArraySlice<UInt8>) -> UInt64 {
        if plain.count > 5, plain.suffix(3).elementsEqual("ies".utf8) {
            return TextWords.hash(CollectionOfOne(UInt8(ascii: "y")), from: TextWords.hash(plain.dropLast(3)))
        }
        var stem = plain
        for ending in endings where stem.count > ending.count + 2 && stem.suffix(ending.count) == ending {
            stem = stem.dropLast(ending.count)
            break
        }
        if stem.count > 3, stem.last == 0x65 { stem = stem.dropLast() }
        return TextWords.hash(stem)
    }

    private static let endings: [ArraySlice<UInt8>] = ["ing", "ed", "es", "s"].map { Array($0.utf8)[...] }
}
