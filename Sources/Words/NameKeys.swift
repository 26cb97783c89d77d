/// Numbers by which a name can be looked up that may stand in a text: of each of its words, of a few read as one, and of the
/// ends of numbers that were written beside it. Two names may share one: who finds a name by it still has to read it.
public enum NameKeys {
    /// So many words are read as one at most.
    private static let joined = 4
    /// So many of the last letters and digits of a number make its key, however it is grouped and begun.
    private static let end = 4

    /// Those of a name, as somebody wrote it down.
    public static func of(_ name: String) -> Set<Int> {
        let read = TextWords(name)
        let hasNumber = name.utf8.contains(0x40) || name.utf8.count { (0x30...0x39).contains($0) } > end
        var keys: Set<Int> = []
        for place in read.words.indices {
            let word = read.words[place]
            guard !word.isNumber, !titles.contains(word.hash) else {
                if hasNumber, word.plain.count <= end { keys.insert(key(word.hash)) }
                continue
            }
            if word.plain.count > 1 { keys.insert(key(word.hash)) }
            var hash = word.hash
            for next in read.words[(place + 1)...].prefix(joined - 1) {
                guard !next.isNumber, !titles.contains(next.hash) else { break }
                hash = TextWords.hash(read.plain(next), from: hash)
                keys.insert(key(hash))
            }
        }
        for word in read.words where hasNumber && mayEndNumber(word) {
            keys.insert(numberKey(endingAt: word.plain.upperBound, in: read.bytes))
        }
        return keys
    }

    /// That of a word, or of a few read as one, by its hash.
    public static func key(_ hash: UInt64) -> Int { Int(Int32(truncatingIfNeeded: hash ^ hash >> 32)) }

    /// Whether a number, with the letters that belong to it, may end with a word.
    public static func mayEndNumber(_ word: TextWords.Word) -> Bool { word.isNumber || word.plain.count < 3 }

    /// That of a number, with whatever letters belong to it.
    ///
    /// - Parameter bytes: plain letters and digits without what parts them.
    public static func numberKey(endingAt place: Int, in bytes: [UInt8]) -> Int {
        key(TextWords.hash(bytes[max(0, place - end)..<place].map(TextWords.digitLike), from: TextWords.seed ^ 1))
    }

    /// What stands before most names and is nobody's.
    private static let titles = Set(["mr", "mrs", "ms", "mx", "dr"].map { TextWords.hash($0) })
}
