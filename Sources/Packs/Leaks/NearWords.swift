/// Words of a private matter's title, or of what was said of it, that tell of it where several of them stand near one another,
/// in whatever order: a word that is not everyday English with any other that says something, or three everyday words that
/// meetings about these services do not always use.
struct NearWords {
    /// They stand among so many words.
    static let reach = 10
    /// What they have to weigh together.
    private static let telling = 5

    private enum Weight {
        static let rare = 4
        static let ordinary = 2
        static let field = 1
    }

    /// By the stem of each.
    private let weights: [UInt64: Int]

    init(_ text: String, _ ordinary: OrdinaryWords) {
        let read = TextWords(text)
        var weights: [UInt64: Int] = [:]
        for word in SecretWords.withoutLeadIn(read.words) {
            let plain = read.plain(word)
            guard !word.isNumber, plain.count > 2, !StandardWords.contains(word.hash) else { continue }
            let stem = WordStem(plain).hash
            guard !StandardWords.contains(stem) else { continue }
            let isRare = !ordinary.contains(plain) && !ordinary.towns.contains(word.hash)
            let weight =
                ordinary.field.contains(stem) ? Weight.field : isRare ? Weight.rare : Weight.ordinary
            weights[stem] = max(weights[stem] ?? 0, weight)
        }
        self.weights = weights
    }

    /// Where they stand near one another, without overlapping.
    func places(in index: TextIndex) -> [Range<Int>] {
        guard weights.values.reduce(0, +) >= Self.telling else { return [] }
        let places = weights.keys.flatMap { stem in (index.stems[stem] ?? []).map { (place: $0, stem: stem) } }
            .sorted { $0.place < $1.place }
        var found: [Range<Int>] = []
        for (start, first) in places.enumerated() where found.last.map({ $0.upperBound <= first.place }) ?? true {
            var weighed: [UInt64: Int] = [:]
            for next in places[start...] {
                guard next.place - first.place < Self.reach, index.text(of: next.place) == index.text(of: first.place)
                else { break }
                weighed[next.stem] = weights[next.stem]
                guard weighed.values.reduce(0, +) >= Self.telling else { continue }
                found.append(first.place..<(next.place + 1))
                break
            }
        }
        return found
    }
}
