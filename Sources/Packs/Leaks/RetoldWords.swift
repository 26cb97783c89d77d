import Words

/// What somebody told, with whoever it is about taken for anybody: `Toby hides under the stairs` is the same as `He hides under
/// the stairs`.
struct RetoldWords {
    /// So many words in a row tell it again.
    static let length = 6
    /// So many of them have to say something.
    private static let telling = 2
    /// The same of a whole sentence, and so many letters.
    private static let sentence = (words: 3, letters: 20)

    /// A number for each word: the same for whatever may stand for somebody.
    private let marks: [UInt64]
    private let words: ArraySlice<TextWords.Word>

    init(_ read: TextWords, _ ordinary: OrdinaryWords) {
        words = SecretWords.withoutLeadIn(read.words)
        marks = words.map { Self.mark($0, isOrdinary: !$0.isCapital || ordinary.contains(read.plain($0))) }
    }

    /// A word, or what stands in place of all that may stand for somebody: pronouns, and what begins with a capital and is no
    /// everyday word.
    static func mark(_ word: TextWords.Word, isOrdinary: Bool) -> UInt64 {
        pronouns.contains(word.hash) || !isOrdinary && !word.isNumber ? somebody : word.hash
    }

    /// One number for so many words in a row; nil where there are fewer, or a text ends between them.
    static func run(_ marks: ArraySlice<UInt64>, _ words: ArraySlice<TextWords.Word>) -> UInt64? {
        guard marks.count == length, !words.dropFirst().contains(where: { $0.gap.contains(.far) }) else { return nil }
        return marks.reduce(TextWords.seed) { ($0 ^ $1) &* 0x100_0000_01B3 }
    }

    /// Where it is told again, as many words in a row as stand in both; certain where that is a whole sentence of it.
    func places(in index: TextIndex) -> [(words: Range<Int>, isSentence: Bool)] {
        var found: [(words: Range<Int>, here: Range<Int>)] = []
        for start in marks.indices.dropLast(Self.length - 1) {
            let here = start..<(start + Self.length)
            let first = words.startIndex + start
            guard let run = Self.run(marks[here], words[first..<(first + Self.length)]) else { continue }
            for place in index.retold[run] ?? [] {
                let words = place..<(place + Self.length)
                if let last = found.lastIndex(where: {
                    $0.words.upperBound == words.upperBound - 1 && $0.here.upperBound == here.upperBound - 1
                }) {
                    found[last] = (
                        found[last].words.lowerBound..<words.upperBound, found[last].here.lowerBound..<here.upperBound
                    )
                } else {
                    found.append((words, here))
                }
            }
        }
        return found.compactMap { words, here in
            let telling = says(here)
            guard telling.words >= Self.telling else { return nil }
            let whole = sentences.filter { here.lowerBound <= $0.lowerBound && $0.upperBound <= here.upperBound }.map(
                says)
            return (words, whole.contains { $0.words >= Self.sentence.words && $0.letters >= Self.sentence.letters })
        }
    }

    /// How many words say something, and how many letters there are, besides who it is about.
    private func says(_ here: Range<Int>) -> (words: Int, letters: Int) {
        let own = here.filter(isOwn).map { words[words.startIndex + $0] }
        return (
            own.count { !StandardWords.contains($0.hash) && !$0.isNumber }, own.reduce(0) { $0 + $1.plain.count }
        )
    }

    /// Whole sentences, by their places, without whoever they begin or end with.
    private var sentences: [Range<Int>] {
        let starts = marks.indices.filter { place in
            place == 0 || !words[words.startIndex + place].gap.isDisjoint(with: [.sentence, .far])
        }
        return zip(starts, starts.dropFirst() + [marks.count]).compactMap { start, end in
            guard let first = (start..<end).first(where: isOwn), let last = (start..<end).last(where: isOwn) else {
                return nil
            }
            return first..<(last + 1)
        }
    }

    private func isOwn(_ place: Int) -> Bool { marks[place] != Self.somebody }

    private static let somebody = TextWords.hash("somebody")
    private static let pronouns = Set(
        """
        he she they it him her them his hers their theirs its himself herself themself themselves i me my mine myself we us our
        ours you your yours somebody someone
        """.split { $0 == " " || $0 == "\n" }.map { TextWords.hash($0.utf8) })
}
