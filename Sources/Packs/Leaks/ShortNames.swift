import Words

/// Short forms of names in some texts: how children are called, `Zeb` for Zebedee, and dotted initials, `N.O.B.`.
struct ShortNames {
    /// A short form has so many letters.
    private static let lengths = 3...5

    /// By the hash of the letters.
    private var beginnings: [UInt64: [Int]] = [:]
    private var initials: [UInt64: [Range<Int>]] = [:]
    /// Words that are forms of some first name, by their hash.
    private var variants: [UInt64: [Int]] = [:]
    private let ordinary: OrdinaryWords

    /// Of the words that begin with a capital and are none of the ordinary ones, no place and nobody's title.
    ///
    /// - Parameter known: words that are names of those who hold seats.
    init(_ index: TextIndex, _ ordinary: OrdinaryWords, known: Set<UInt64>) {
        self.ordinary = ordinary
        for (place, word) in index.words.enumerated() where word.isCapital && !word.isNumber {
            let plain = index.plain(place)
            if plain.count == 1 { addInitials(at: place, in: index) }
            if ordinary.variants[word.hash] != nil, !known.contains(word.hash), !ordinary.towns.contains(word.hash) {
                variants[word.hash, default: []].append(place)
            }
            guard Self.lengths.contains(plain.count), !index.isOrdinary[place], !known.contains(word.hash),
                !ordinary.towns.contains(word.hash), !ordinary.bodies.contains(word.hash),
                !StandardWords.contains(word.hash), !PersonName.titles.contains(word.hash)
            else { continue }
            beginnings[word.hash, default: []].append(place)
        }
    }

    private mutating func addInitials(at place: Int, in index: TextIndex) {
        guard place == 0 || index.words[place - 1].plain.count > 1 || !index.words[place].gap.contains(.dot) else {
            return
        }
        var end = place + 1
        var hash = index.words[place].hash
        while end < index.words.count, index.words[end].plain.count == 1, index.words[end].isCapital,
            index.words[end].gap.contains(.dot), !index.words[end].gap.contains(.far)
        {
            hash = TextWords.hash(index.plain(end), from: hash)
            end += 1
        }
        // Of two, that are no more than `e.g.`, nothing parts the second from the first dot.
        let isTight = index.words[(place + 1)..<end].allSatisfy { $0.gap == .dot }
        if end - place > 2 || end - place == 2 && isTight && !Self.usual.contains(hash) {
            initials[hash, default: []].append(place..<end)
        }
    }

    /// Two letters with dots that are no one's.
    private static let usual = Set(
        ["am", "pm", "eg", "ie", "uk", "us", "eu", "un", "pe", "ps", "pa", "nb", "it", "hr", "qc", "kc", "tv"].map(
            TextWords.hash))

    var isEmpty: Bool { beginnings.isEmpty && initials.isEmpty && variants.isEmpty }

    /// Where a name stands in such a form.
    ///
    /// - Parameter isChild: it is a child's.
    func places(of name: TextWords, isChild: Bool) -> [Range<Int>] {
        guard !initials.isEmpty || isChild && !(beginnings.isEmpty && variants.isEmpty) else { return [] }
        let words = name.words.filter { !$0.isNumber && !PersonName.titles.contains($0.hash) }
        var found: [Range<Int>] = []
        if words.count > 1, !initials.isEmpty {
            found += initials[words.reduce(TextWords.seed) { TextWords.hash(name.plain($1).prefix(1), from: $0) }] ?? []
        }
        if isChild, !variants.isEmpty {
            for word in words {
                for other in ordinary.variants[word.hash] ?? [] {
                    found += (variants[other] ?? []).map { $0..<($0 + 1) }
                }
            }
        }
        if isChild, !beginnings.isEmpty, let first = words.first {
            let plain = name.plain(first)
            for length in Self.lengths where length + 2 < plain.count {
                found += (beginnings[TextWords.hash(plain.prefix(length))] ?? []).map { $0..<($0 + 1) }
            }
        }
        return found
    }
}
