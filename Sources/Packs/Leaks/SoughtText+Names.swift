import Words

extension SoughtText {
    /// The keys (`NameKeys`) of the names that may stand for certain in some texts. Everyday words in small letters are
    /// nobody's name by themselves.
    public static func nameKeys(of texts: [SoughtText], _ ordinary: OrdinaryWords) -> Set<Int> {
        let index = TextIndex(texts.map { SearchedText($0.field, $0.text) }, ordinary)
        let hasAddress = index.words.contains { $0.gap.contains(.at) }
        func isWorth(_ place: Int) -> Bool { hasAddress || index.words[place].isCapital || !index.isOrdinary[place] }
        var keys: Set<Int> = []
        for (hash, entries) in index.entries where entries.contains(where: { $0.words.contains(where: isWorth) }) {
            keys.insert(NameKeys.key(hash))
        }
        for hash in index.within.keys { keys.insert(NameKeys.key(hash)) }
        for word in index.words where word.isNumber { keys.insert(NameKeys.key(word.hash)) }
        for range in index.codes.values.joined() {
            let last = index.words[range.upperBound - 1]
            guard NameKeys.mayEndNumber(last) else { continue }
            keys.insert(NameKeys.numberKey(endingAt: last.plain.upperBound, in: index.bytes))
        }
        return keys
    }
}
