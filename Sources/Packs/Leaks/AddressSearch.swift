import Words

/// Where addresses and numbers stand in texts, in the ways people write them.
extension TextIndex {
    /// No further digits stand beside it.
    func isAlone(_ range: Range<Int>) -> Bool {
        let before =
            range.lowerBound > 0 && words[range.lowerBound].joinsCode
            && words[range.lowerBound - 1].isNumber
        let after =
            range.upperBound < words.count && words[range.upperBound].joinsCode
            && words[range.upperBound].isNumber
        return !before && !after
    }

    /// Words of an address, also with `at` and `dot` between.
    func spelled(_ hashes: [UInt64]) -> [Range<Int>] {
        guard let first = hashes.first else { return [] }
        var found: [Range<Int>] = []
        for entry in entries[first] ?? [] where entry.words.count == 1 {
            var place = entry.words.upperBound
            var matched = 1
            while matched < hashes.count, place < words.count, !words[place].gap.contains(.far) {
                if words[place].hash == hashes[matched] {
                    matched += 1
                } else if !Self.spokenSigns.contains(words[place].hash) {
                    break
                }
                place += 1
            }
            if matched == hashes.count { found.append(entry.words.lowerBound..<place) }
        }
        return found
    }

    private static let spokenSigns = Set(["at", "dot", "underscore", "dash", "hyphen"].map(TextWords.hash))

    /// A house's number with its street, whose kind may be short.
    func houses(_ hashes: [UInt64]) -> [Range<Int>] {
        guard let number = hashes.first else { return [] }
        var found: [Range<Int>] = []
        for start in words.indices where words[start].hash == number && words[start].isNumber {
            var place = start + 1
            var matched = 1
            while matched < hashes.count, place < words.count, !words[place].gap.contains(.far) {
                let word = words[place].hash
                if word == hashes[matched]
                    || SecretWords.streets[word].map({ $0 == SecretWords.streets[hashes[matched]] }) ?? false
                {
                    matched += 1
                } else if word != SecretWords.the {
                    break
                }
                place += 1
            }
            if matched == hashes.count { found.append(start..<place) }
        }
        return found
    }
}
