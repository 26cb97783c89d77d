import Words

/// The names of those who hold seats, and where texts name them.
struct MemberNames {
    private(set) var families: Set<UInt64> = []
    /// Of each initial with the family name behind it.
    private(set) var initials: Set<UInt64> = []
    /// The whole names, part by part.
    private(set) var names: Set<[UInt64]> = []
    /// The words of all names.
    private(set) var words: Set<UInt64> = []
    /// Of each word of the texts, whether a member is named there.
    private(set) var isThere: [Bool]
    /// Where a member is named by the full name.
    let places: [Place]

    struct Place {
        let words: Range<Int>
        /// Those who are so called, and whose whole name it is: their first name and family name at least.
        var fullNames: Set<String>
    }

    init(_ members: [String], in index: TextIndex, _ ordinary: OrdinaryWords) {
        isThere = Array(repeating: false, count: index.words.count)
        var here: [Range<Int>: Set<String>] = [:]
        let people = Set(members).flatMap { name in PersonName.people(in: name, ordinary).map { (name, $0) } }
        for (name, person) in people {
            names.insert(person.parts.map(\.hash))
            words.formUnion(person.parts.map(\.hash))
            for part in person.parts where part.isFamily {
                families.insert(part.hash)
                for other in person.parts where other.place != part.place {
                    initials.insert(TextWords.hash([other.initial], from: part.hash))
                }
                for entry in index.entries[part.hash] ?? [] {
                    let start = entry.words.lowerBound
                    guard start > 0, !index.words[start].gap.contains(.far) else { continue }
                    let before = index.words[start - 1]
                    let isFull = person.parts.contains { $0.place != part.place && $0.hash == before.hash }
                    let isInitial =
                        before.plain.count == 1
                        && person.parts.contains {
                            $0.place != part.place && $0.initial == index.plain(start - 1).first
                        }
                    let isTitled = person.titles.contains(before.hash)
                    guard isFull || isInitial || isTitled else { continue }
                    for place in (start - 1)..<entry.words.upperBound { isThere[place] = true }
                    // A name of nothing but everyday words is often just that: `social care`.
                    let isName = person.parts.contains { !$0.isOrdinary }
                    if isFull, isName, before.isCapital, index.words[start].isCapital {
                        let words = (start - 1)..<entry.words.upperBound
                        here[words, default: []].formUnion(person.isWhole(before: start, in: index) ? [name] : [])
                    }
                }
            }
        }
        places = here.map { Place(words: $0.key, fullNames: $0.value) }
            .sorted { ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound) }
    }
}

extension PersonName {
    /// Whether what stands before its family name is the first name, or all the names there are from the first on.
    fileprivate func isWhole(before family: Int, in index: TextIndex) -> Bool {
        let last = parts.map(\.place).max() ?? 0
        for (step, place) in stride(from: last - 1, through: 0, by: -1).enumerated() {
            let word = family - 1 - step
            guard word >= 0, step == 0 || !index.words[word + 1].gap.contains(.far) else { return false }
            let hash = index.words[word].hash
            if step == 0, parts.contains(where: { $0.place == 0 && $0.hash == hash }) { return true }
            guard parts.contains(where: { $0.place == place && $0.hash == hash }) else { return false }
        }
        return true
    }
}
