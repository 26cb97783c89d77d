import Words

/// Words of a private matter's title, or of what was said of it, that tell of it where several of them stand near one another,
/// in whatever order: a word that is not everyday English with any other that says something, a less common one with another that
/// meetings about these services do not always use, three of the commonest, or all that a sentence of it says.
struct NearWords {
    /// They stand among so many words.
    static let reach = 10
    /// The two words of a short sentence stand among so many.
    private static let phrase = 5
    /// What they have to weigh together.
    private static let telling = 5

    private enum Weight {
        static let rare = 4
        static let ordinary = 3
        static let common = 2
        static let field = 1
    }

    /// By the stem of each.
    private let weights: [UInt64: Int]
    /// The words of each sentence that says enough to be known by all of them.
    private let sentences: [Set<UInt64>]

    init(_ text: String, _ ordinary: OrdinaryWords) {
        let read = TextWords(text)
        var weights: [UInt64: Int] = [:]
        var sentences: [Set<UInt64>] = [[]]
        for word in SecretWords.withoutLeadIn(read.words) {
            if !word.gap.isDisjoint(with: [.sentence, .far]) { sentences.append([]) }
            let plain = read.plain(word)
            guard !word.isNumber, plain.count > 2, !StandardWords.contains(word.hash) else { continue }
            let stem = WordStem(plain).hash
            guard !StandardWords.contains(stem) else { continue }
            let isRare = !ordinary.contains(plain) && !ordinary.towns.contains(word.hash)
            let weight =
                if ordinary.field.contains(stem) { Weight.field } else if isRare { Weight.rare } else {
                    ordinary.isCommon(plain) ? Weight.common : Weight.ordinary
                }
            weights[stem] = max(weights[stem] ?? 0, weight)
            sentences[sentences.count - 1].insert(stem)
        }
        self.weights = weights
        self.sentences = sentences.filter { $0.count > 1 && $0.contains { weights[$0] != Weight.field } }
    }

    /// Where they stand near one another, without overlapping.
    func places(in index: TextIndex) -> [Range<Int>] {
        guard !sentences.isEmpty || weights.values.reduce(0, +) >= Self.telling else { return [] }
        let places = weights.keys.flatMap { stem in (index.stems[stem] ?? []).map { (place: $0, stem: stem) } }
            .sorted { $0.place < $1.place }
        var found: [Range<Int>] = []
        for (start, first) in places.enumerated() where found.last.map({ $0.upperBound <= first.place }) ?? true {
            var weighed: [UInt64: Int] = [:]
            for next in places[start...] {
                guard next.place - first.place < Self.reach, index.text(of: next.place) == index.text(of: first.place)
                else { break }
                weighed[next.stem] = weights[next.stem]
                let isClose = next.place - first.place < Self.phrase
                let isWhole = {
                    sentences.contains { ($0.count > 2 || isClose) && $0.allSatisfy { weighed[$0] != nil } }
                }
                guard weighed.values.reduce(0, +) >= Self.telling || isWhole() else { continue }
                found.append(first.place..<(next.place + 1))
                break
            }
        }
        return found
    }
}
