import Words

/// A person's name in its parts, however it was written down: `Mrs Jane Farnworth`, `van der Merwe, Ilse`,
/// `Jane and Toby Farnworth` (two people), `Mr & Mrs T. Scoffingham`, `Jane Hartley (grandmother)`.
struct PersonName {
    struct Part {
        /// Of all its letters joined: `delacruz`.
        let hash: UInt64
        /// Its first letter.
        let initial: UInt8
        /// It is written as several words, so that they may stand apart.
        let isCompound: Bool
        /// What it is outside of particles and hyphens is ordinary: a word, a place, a role.
        let isOrdinary: Bool
        /// It is what the family is called, or may be.
        let isFamily: Bool
        /// Where it stands in the name; halves of a hyphenated part stand where the whole does.
        let place: Int
        let letters: [UInt8]
        /// It is not on record as theirs, but as that of those who raised it for them.
        var isBorrowed = false
        var length: Int { letters.count }
    }

    let titles: Set<UInt64>
    let parts: [Part]

    /// Everybody that a field names; nobody when it names a role or a body.
    static func people(in text: String, _ ordinary: OrdinaryWords) -> [PersonName] {
        var text = text[...]
        var besides: [Substring] = []
        while let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") {
            besides.append(text[open..<close].dropFirst())
            text = (text[..<open] + " " + text[close...].dropFirst())[...]
        }
        let whole = TextWords(String(text))
        guard !whole.words.contains(where: { ordinary.bodies.contains($0.hash) }) else { return [] }
        let people = text.split { "&+/;\n".contains($0) }.flatMap { $0.split(separator: " and ") }.map(String.init)
            .flatMap { told($0, ordinary) }
        var found = people.compactMap { PersonName($0, ordinary) }
        // `Jane and Toby Farnworth`: who has no family name of their own has the last one's.
        if let last = found.last, found.count > 1 {
            let family = last.parts.filter(\.isFamily)
            found = found.map { name in
                name.parts.count == 1 && last.parts.count > 1
                    ? PersonName(
                        titles: name.titles, parts: name.parts.map { $0.given } + family.map { $0.moved(by: 1) }) : name
            }
        } else if people.count > 1, let only = found.first {
            let titles = people.flatMap { TextWords($0).words.map(\.hash).filter(PersonName.titles.contains) }
            found = [PersonName(titles: only.titles.union(titles), parts: only.parts)]
        }
        return found + besides.compactMap { nickname($0, of: found.last, ordinary) }
    }

    /// Who is named where a field tells rather what somebody is: nobody in `Parent of a child in Year 5`, the child in
    /// `Mother of Zofia Lacka`.
    private static func told(_ text: String, _ ordinary: OrdinaryWords) -> [String] {
        let read = TextWords(text)
        guard let first = read.words.first, ordinary.roles.contains(first.hash),
            read.words.contains(where: { !$0.isCapital && telling.contains($0.hash) })
        else { return [text] }
        let runs = read.words.dropFirst().split { !$0.isCapital || $0.isNumber }
        return runs.filter { run in
            run.count > 1 || run.contains { !ordinary.contains(read.plain($0)) && !ordinary.roles.contains($0.hash) }
        }.map { $0.map(read.text).joined(separator: " ") }
    }

    private static let telling = Set(
        ["of", "a", "in", "at", "for", "with", "from", "by", "to", "the", "two", "three"].map(TextWords.hash))

    /// Whoever is named beside an organisation that raised an issue: `Jane Farnworth, Moorside School`, `Mrs Farnworth of
    /// Mencap`; nobody in `St Mary’s Primary School`, `Dallas Road`.
    static func named(beside text: String, _ ordinary: OrdinaryWords) -> [String] {
        var found: [String] = []
        for piece in text.split(whereSeparator: { ",()/;&\n".contains($0) }) {
            let read = TextWords(String(piece))
            let bytes = Array(piece.utf8)
            for words in read.words.split(whereSeparator: { !$0.isCapital && telling.contains($0.hash) }) {
                guard words.count > 1, let first = words.first, let last = words.last,
                    !ordinary.contains(read.plain(last)), !ordinary.towns.contains(last.hash),
                    !words.contains(where: { ordinary.bodies.contains($0.hash) || saints.contains($0.hash) })
                else { continue }
                found.append(String(decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self))
            }
        }
        return found
    }

    private static let saints = Set(["st", "saint", "the", "our"].map(TextWords.hash))

    /// What else somebody is called, `Gurpreet (Gigi)`, with their family name; nil where brackets tell who they are,
    /// `(grandmother)`.
    private static func nickname(
        _ text: Substring, of person: PersonName?, _ ordinary: OrdinaryWords
    ) -> PersonName? {
        let read = TextWords(String(text))
        let words = read.words.filter { !$0.isNumber && !ordinary.contains(read.plain($0)) }
        guard !words.isEmpty, !words.contains(where: { ordinary.bodies.contains($0.hash) }),
            let name = PersonName(words.map(read.text).joined(separator: " "), ordinary)
        else { return nil }
        guard let person, person.parts.count > 1 else { return name }
        return PersonName(
            titles: person.titles,
            parts: name.parts.map(\.given) + person.parts.filter(\.isFamily).map { $0.moved(by: 1) })
    }

    /// Who is on record by a first name alone, with the family names of those who raised it: `Grace`, for Ms Ann Chorley.
    func called(after parents: [PersonName]) -> PersonName {
        let families = parents.map { $0.parts.filter(\.isFamily) }
        guard parts.count == 1, let name = parts.first, !families.isEmpty else { return self }
        let borrowed = families.enumerated().flatMap { place, family in family.map { $0.borrowed(at: place + 1) } }
        return PersonName(titles: titles, parts: [name.given] + borrowed.filter { $0.hash != name.hash })
    }

    private init(titles: Set<UInt64>, parts: [Part]) {
        self.titles = titles
        self.parts = parts
    }

    private init?(_ text: String, _ ordinary: OrdinaryWords) {
        var text = text
        // `van der Merwe, Ilse`; but not `Jane Farnworth, MBE`.
        let halves = text.split(separator: ",", maxSplits: 1).map(String.init)
        if halves.count == 2 {
            let after = TextWords(halves[1]).words
            let isName =
                !after.isEmpty && after.count < 4
                && !after.contains {
                    Self.suffixes.contains($0.hash) || ordinary.contains(TextWords(halves[1]).plain($0))
                }
            text = isName ? "\(halves[1]) \(halves[0])" : halves[0]
        }
        let read = TextWords(text)
        var titles: Set<UInt64> = []
        var words = read.words
        while let first = words.first, Self.titles.contains(first.hash) {
            titles.insert(first.hash)
            words.removeFirst()
        }
        while let last = words.last, words.count > 1, Self.suffixes.contains(last.hash) { words.removeLast() }
        words.removeAll { $0.isNumber }
        guard words.contains(where: { $0.plain.count > 1 && !ordinary.roles.contains($0.hash) }) else { return nil }
        // `Educational psychologist`, `Foster carers`: everyday words of which the last tells what somebody is.
        if titles.isEmpty, let last = words.last, ordinary.roles.contains(last.hash),
            words.allSatisfy({
                (ordinary.contains(read.plain($0)) || Self.kinds.contains($0.hash)) && !ordinary.isFirstName($0.hash)
            })
        {
            return nil
        }
        // Particles go with what follows; hyphens join.
        var groups: [[TextWords.Word]] = []
        var isOpen = false
        for (place, word) in words.enumerated() {
            let isJoined = place > 0 && (isOpen || word.gap == [.hyphen] || word.gap.isEmpty)
            if isJoined { groups[groups.count - 1].append(word) } else { groups.append([word]) }
            isOpen = Self.particles.contains(word.hash) && place + 1 < words.count && (place > 0 || words.count > 1)
        }
        guard !groups.isEmpty else { return nil }
        var parts: [Part] = []
        for (place, group) in groups.enumerated() {
            let isFamily = place == groups.count - 1
            func add(_ words: ArraySlice<TextWords.Word>) {
                guard !words.isEmpty else { return }
                let letters = words.flatMap { read.plain($0) }
                let main = words.filter { !Self.particles.contains($0.hash) }
                parts.append(
                    Part(
                        hash: TextWords.hash(letters), initial: letters.first ?? 0, isCompound: words.count > 1,
                        isOrdinary: main.allSatisfy { ordinary.contains(read.plain($0)) } || letters.count < 3,
                        isFamily: isFamily, place: place, letters: letters))
            }
            add(group[...])
            guard group.count > 1 else { continue }
            // The halves of `Blezzard-Holme`, the end of `de la Cruz`.
            let halves = group.split(whereSeparator: { Self.particles.contains($0.hash) })
            for half in halves where half.count < group.count {
                add(half)
                if half.count > 1 { for word in half.indices { add(half[word...word]) } }
            }
            if halves.count == 1, halves[0].count == group.count {
                for word in group.indices { add(group[word...word]) }
            }
            // `St. Clair-Ffoulkes`: the particle with the first half.
            if let hyphen = group.indices.dropFirst().first(where: { group[$0].gap == [.hyphen] }), hyphen > 1 {
                add(group[..<hyphen])
            }
        }
        self.init(titles: titles, parts: parts)
    }

    static let titles = Set(
        [
            "mr", "mrs", "ms", "miss", "mx", "master", "dr", "doctor", "prof", "professor", "sir", "dame", "lady",
            "lord",
            "rev", "revd", "reverend", "fr", "father", "sister", "brother", "cllr", "councillor", "hon", "madam", "pan",
            "pani", "senor", "senora", "senorita", "sr", "sra", "mme", "mlle", "monsieur", "madame", "frau", "herr",
            "begum", "imam", "rabbi", "pastor", "canon", "nurse", "auntie", "aunt", "uncle",
        ].map(TextWords.hash))

    /// Titles that anybody may have.
    static let common = Set(
        ["mr", "mrs", "ms", "miss", "mx", "master", "pan", "pani", "senor", "senora", "mme", "madame", "monsieur"].map(
            TextWords.hash))

    /// Titles that no child has.
    static let grownUp = Set(
        [
            "mr", "mrs", "ms", "dr", "doctor", "prof", "professor", "sir", "dame", "lady", "lord", "rev", "revd",
            "reverend",
            "cllr", "councillor", "hon", "madam",
        ].map(TextWords.hash))

    /// What tells of a role which.
    private static let kinds = Set(["foster", "kinship", "adoptive", "portage"].map(TextWords.hash))

    private static let suffixes = Set(
        [
            "mbe", "obe", "cbe", "bem", "phd", "msc", "ba", "bsc", "ma", "md", "jr", "jnr", "snr", "esq", "rn", "qc",
            "kc",
            "jp", "frcp", "dl", "ret",
        ].map(TextWords.hash))

    private static let particles = Set(
        [
            "de", "la", "las", "los", "del", "della", "di", "da", "das", "dos", "do", "du", "des", "le", "van", "von",
            "der",
            "den", "ten", "ter", "te", "zu", "al", "el", "bin", "binti", "bint", "ibn", "abu", "ap", "ab", "nic", "ni",
            "mac", "mc", "o", "ua", "st", "saint", "af", "av", "ould",
        ].map(TextWords.hash))
}

extension PersonName.Part {
    fileprivate var given: PersonName.Part {
        PersonName.Part(
            hash: hash, initial: initial, isCompound: isCompound, isOrdinary: isOrdinary, isFamily: false, place: 0,
            letters: letters)
    }

    fileprivate func borrowed(at place: Int) -> PersonName.Part {
        PersonName.Part(
            hash: hash, initial: initial, isCompound: isCompound, isOrdinary: isOrdinary, isFamily: isFamily,
            place: place, letters: letters, isBorrowed: true)
    }

    fileprivate func moved(by step: Int) -> PersonName.Part {
        PersonName.Part(
            hash: hash, initial: initial, isCompound: isCompound, isOrdinary: isOrdinary, isFamily: isFamily,
            place: place + step, letters: letters)
    }
}
