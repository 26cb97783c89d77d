import Workflow

/// Searches texts for what must not be in them. The words of the texts are indexed once; then each secret is looked up, so
/// that a hundred thousand of them cost about a second.
///
/// Hard are: names in the ways people write them, the child's first name, what tells how to reach somebody, numbers and
/// addresses, whole sentences that were told in confidence, dates of birth told of somebody. Suspect are: a family name that
/// is also a word, a place or a member's; a word with a capital that is a letter away from a family name or a child's first
/// name; single words of what was told; a day that is also somebody's birthday; numbers that fail their check. Everything
/// else is let pass: roles, bodies, channels, places.
public struct PersonalSearch {
    private let index: TextIndex
    private let names: NameSearch
    private let patterns: PersonalPatterns
    private let ordinary: OrdinaryWords
    private let allowedCodes: Set<UInt64>
    private let allowedAddresses: Set<[UInt64]>

    /// What a search knows besides the secrets.
    public struct Knowledge: Sendable {
        var ordinary: OrdinaryWords
        /// The names of those who hold seats.
        var members: [String]
        /// E-mail addresses, telephone numbers, postcodes and addresses that are meant to be published.
        var published: [String]
        /// Phrases whose words are ordinary too: places, titles of bodies and roles.
        let words: [String]
        /// The issues that a paper is about: of no other does a child's first name alone tell for certain. Nil where the texts
        /// are no paper's.
        var issues: Set<String>?

        /// - Parameter words: phrases whose words are ordinary too: places, titles of bodies and roles.
        public init(_ ordinary: OrdinaryWords, words: [String] = [], members: [String] = [], published: [String] = []) {
            self.ordinary = ordinary.adding(words + published)
            self.words = words
            self.members = members
            self.published = published
        }

        /// With what the papers of a pack print on purpose: how to reach the partnership, and where it meets.
        func knowing(_ pack: Pack) -> Knowledge {
            var all = self
            all.published += pack.published
            all.ordinary = ordinary.adding(pack.places)
            all.issues = pack.issues
            return all
        }
    }

    init(_ texts: [SearchedText], _ knowledge: Knowledge) {
        ordinary = knowledge.ordinary
        index = TextIndex(texts, ordinary)
        names = NameSearch(
            index, members: knowledge.members, ordinary, phrases: knowledge.words, issues: knowledge.issues)
        var codes: Set<UInt64> = []
        var addresses: Set<[UInt64]> = []
        for text in knowledge.published {
            codes.formUnion(SecretWords(text, .contact, ordinary).codes)
            for address in SecretWords.addresses(in: TextWords(text)) {
                addresses.insert(address.local + address.domain)
            }
        }
        allowedCodes = codes
        allowedAddresses = addresses
        patterns = PersonalPatterns(index, allowedCodes: codes, allowedAddresses: addresses)
    }

    /// Wherever a secret stands, a name once and not again by its parts; and with the patterns what looks personal although no record explains it.
    func findings(of secrets: some Sequence<Secret>, withPatterns: Bool = false) -> [PersonalFinding] {
        var found: [PersonalFinding] = []
        let all = theirs(secrets.map { (secret: $0, hits: hits($0)) }.filter { !$0.hits.isEmpty })
        let patterns = withPatterns ? patterns.found() : []
        // One find must not show what another masks; but a whole sentence masks nothing of another find.
        let masked = Set(all.flatMap { $0.hits.filter { !$0.isWords }.flatMap(\.words) } + patterns.flatMap(\.words))
        for (secret, hits) in all {
            // The longest first: a name is told once, and not again by its parts.
            var certain: [Hit] = []
            for hit in hits.sorted(by: { $0.words.count > $1.words.count }) where hit.weight == .hard {
                guard !certain.contains(where: { $0.isWords == hit.isWords && $0.words.overlaps(hit.words) }) else {
                    continue
                }
                certain.append(hit)
            }
            certain.sort { $0.words.lowerBound < $1.words.lowerBound }
            found += certain.map { hit in
                var finding = finding(hit, issue: secret.ref, kind: secret.section, masking: masked)
                finding.general = secret.general
                return finding
            }
            let whole = hits.filter { !$0.isLoose }
            for hit in hits where hit.weight == .suspect && !certain.contains(where: { $0.words.overlaps(hit.words) }) {
                if hit.isLoose, whole.contains(where: { $0.words.overlaps(hit.words) }) { continue }
                var finding = finding(hit, issue: secret.ref, kind: secret.section, masking: masked)
                finding.general = secret.general
                if case .words(.mention, _) = secret.content { finding.namesMatter = hit.words.count > 2 }
                if secret.isOfPrivateMatter { finding.namesMatter = true }
                if hit.isLoose { finding.namesMatter = false }
                if !found.contains(finding) { found.append(finding) }
            }
        }
        return found
            + patterns.map { pattern in
                finding(
                    Hit(weight: pattern.weight, words: pattern.words), issue: nil, kind: pattern.kind, masking: masked)
            }
    }

    /// What was let be somebody else's name is nobody else's where the name behind it tells of the same issue.
    private func theirs(_ found: [(secret: Secret, hits: [Hit])]) -> [(secret: Secret, hits: [Hit])] {
        guard found.contains(where: { $0.hits.contains { $0.other != nil } }) else { return found }
        let told = Dictionary(grouping: found, by: \.secret.ref).mapValues { found in
            Set(found.flatMap { $0.hits.filter { !$0.isWords }.flatMap(\.words) })
        }
        return found.map { secret, hits in
            let hits = hits.map { hit in
                guard let other = hit.other, told[secret.ref]?.contains(other) ?? false else { return hit }
                return Hit(weight: .hard, words: hit.words)
            }
            return (secret, hits)
        }
    }

    /// Where secrets stand for certain, whole sentences apart: by the place of the text, in its bytes.
    func certain(_ secrets: some Sequence<Secret>) -> [Int: [Range<Int>]] {
        var places: [Int: [Range<Int>]] = [:]
        for hit in secrets.flatMap(hits) where hit.weight == .hard && !hit.isSentence {
            let bytes =
                index.words[hit.words.lowerBound].range
                .lowerBound..<index.words[hit.words.upperBound - 1].range.upperBound
            places[index.text(of: hit.words.lowerBound), default: []].append(bytes)
        }
        return places
    }

    /// The places of the texts in which any of some secrets stands, or may.
    func touched(by secrets: some Sequence<Secret>) -> Set<Int> {
        Set(secrets.flatMap(hits).map { index.text(of: $0.words.lowerBound) })
    }

    /// What looks personal although no record explains it.
    func patternFindings() -> [PersonalFinding] {
        patterns.found().map { found in
            finding(Hit(weight: found.weight, words: found.words), issue: nil, kind: found.kind)
        }
    }

    /// Names of members that stand in a text: whoever has a seat may also be a parent. In minutes, the full name of
    /// somebody who was there, or on record for the body, stands as a member's.
    ///
    /// - Parameter belonging: the names of those.
    func memberFindings(belonging: Set<String> = []) -> [PersonalFinding] {
        names.members.filter { member in
            let isMinutes = index.texts[index.text(of: member.words.lowerBound)].isMinutes
            return !(isMinutes && !member.fullNames.isDisjoint(with: belonging))
        }.map { finding(Hit(weight: .suspect, words: $0.words), issue: nil, kind: "a member’s name") }
    }

    private struct Hit {
        var weight: PersonalFinding.Weight
        let words: Range<Int>
        /// The place of the name by which it is somebody else's.
        var other: Int?
        /// It is a whole sentence of a text, and no name, number or address.
        var isSentence = false
        /// It is what somebody said or a matter is called, in however many words.
        var isWords = false
        /// Its words stand near one another, and are no more than that.
        var isLoose = false
    }

    private func hits(_ secret: Secret) -> [Hit] {
        switch secret.content {
        case .birth(let day): birth(day, isNear: secret.isNear)
        case .words(.name, let text), .words(.child, let text):
            names.matches(text, of: secret.ref, isChild: secret.isChild, isNear: secret.isNear).map {
                Hit(weight: $0.weight, words: $0.words, other: $0.other)
            }
                + (text.utf8.contains { (0x30...0x39).contains($0) || $0 == 0x40 }
                    ? words(text, .text, secret.isNear) : [])
        case .words(.said, let text): said(text) + near(text, of: secret)
        case .words(.mention, let text):
            // What is printed of it is its own, and cut where it may not be.
            words(text, .mention, secret.isNear).filter { !isOwn($0.words, of: secret) } + near(text, of: secret)
        case .words(let kind, let text):
            words(
                text, kind, secret.isNear,
                isToldAgain: !secret.isOfReader && !(secret.isOfPrivateMatter && secret.isNear))
                + (secret.isOfPrivateMatter && secret.isNear ? said(text) + near(text, of: secret) : [])
        }
    }

    /// Words of a private matter near one another, in whatever order.
    private func near(_ text: String, of secret: Secret) -> [Hit] {
        guard secret.isNear, secret.tellsByWords else { return [] }
        return NearWords(text, ordinary).places(in: index).filter { !isOwn($0, of: secret) }.map {
            Hit(weight: .suspect, words: $0, isWords: true, isLoose: true)
        }
    }

    /// Those of some secrets that the texts tell of by words of theirs near one another.
    func told(of secrets: some Sequence<Secret>) -> [Secret] {
        secrets.filter { secret in
            guard case .words(_, let text) = secret.content else { return false }
            return !near(text, of: secret).isEmpty
        }
    }

    /// The text is about the very issue that a secret is about.
    private func isOwn(_ words: Range<Int>, of secret: Secret) -> Bool {
        secret.about.map { index.texts[index.text(of: words.lowerBound)].issue == $0 } ?? false
    }

    /// Where minutes speak of private items as such: what they say there is for somebody to look at.
    func privateItemFindings() -> [PersonalFinding] {
        index.words.indices.dropLast().filter { place in
            index.words[place].hash == Self.private && Self.items.contains(index.words[place + 1].hash)
                && !index.words[place + 1].gap.contains(.far) && index.texts[index.text(of: place)].isMinutes
        }.map { finding(Hit(weight: .suspect, words: $0..<($0 + 2)), issue: nil, kind: "words about private items") }
    }

    private static let `private` = TextWords.hash("private")
    private static let items = Set(["item", "items"].map { TextWords.hash($0) })

    /// What repeats words of a text, unless they are anybody's.
    private func said(_ text: String) -> [Hit] {
        index.repeated(Array(SecretWords.withoutLeadIn(TextWords(text).words))).filter { range in
            range.count { !StandardWords.contains(index.words[$0].hash) && !index.words[$0].isNumber } > 1
        }.map { Hit(weight: .suspect, words: $0, isWords: true) }
    }

    private func birth(_ day: Day, isNear: Bool) -> [Hit] {
        var hits: [Hit] = []
        for date in (index.days[day] ?? []).map({ index.dates[$0] }) {
            let isTold = patterns.isOfSomebody(date.words)
            if isTold || isNear { hits.append(Hit(weight: isTold && isNear ? .hard : .suspect, words: date.words)) }
        }
        guard isNear else { return hits }
        let parts = day.parts
        for date in index.dates where date.days.isEmpty {
            guard let written = date.dayOfYear, written.month == parts.month, written.day == parts.day,
                patterns.isOfSomebody(date.words)
            else { continue }
            hits.append(Hit(weight: .suspect, words: date.words))
        }
        return hits
    }

    /// - Parameter isToldAgain: it counts too where it is said of anybody.
    private func words(
        _ text: String, _ kind: Secret.Kind, _ isNear: Bool, isToldAgain: Bool = false
    ) -> [Hit] {
        if kind == .mention {
            return index.all(TextWords(text).words.map(\.hash)).map {
                Hit(weight: .suspect, words: $0, isWords: $0.count > 2)
            }
        }
        let words = SecretWords(text, kind, ordinary)
        var hits: [Hit] = []
        if kind != .place {
            hits += words.sentences.flatMap(index.all).map {
                Hit(weight: .hard, words: $0, isSentence: kind != .passage, isWords: true)
            }
        }
        guard kind != .passage else { return hits }
        // What was told in confidence, of whomever it is said now.
        if kind == .text, isToldAgain, !index.retold.isEmpty {
            hits += RetoldWords(words.read, ordinary).places(in: index).map {
                Hit(weight: $0.isSentence ? .hard : .suspect, words: $0.words, isSentence: true, isWords: true)
            }
        }
        if kind != .place, text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 >= 0x80 }) {
            for code in words.codes where !allowedCodes.contains(code) {
                hits += (index.codes[code] ?? []).map { Hit(weight: .hard, words: $0) }
            }
            for code in words.localNumbers where !allowedCodes.contains(code) {
                hits += (index.codes[code] ?? []).filter(index.isAlone).map { Hit(weight: .hard, words: $0) }
            }
            hits += words.houses.flatMap(index.houses).map { Hit(weight: .hard, words: $0) }
        }
        if text.utf8.contains(0x40) || text.contains("＠") {
            for address in words.addresses where !allowedAddresses.contains(address.local + address.domain) {
                let whole = index.spelled(address.local + address.domain)
                hits += whole.map { Hit(weight: .hard, words: $0) }
                guard isNear else { continue }
                hits += index.all(address.local).filter { range in
                    range.reduce(0) { $0 + index.words[$1].plain.count } > 5 && !whole.contains { $0.overlaps(range) }
                }.map { Hit(weight: .suspect, words: $0) }
            }
        }
        guard isNear else { return hits }
        for name in words.names(where: { index.entries[$0] != nil }) where !isAnybodys(name) {
            for entry in index.entries[name] ?? [] where entry.words.count == 1 {
                guard index.words[entry.words.lowerBound].isCapital else { continue }
                hits.append(Hit(weight: .suspect, words: entry.words))
            }
        }
        return hits
    }

    /// A town, or what these services always speak of.
    private func isAnybodys(_ word: UInt64) -> Bool {
        ordinary.towns.contains(word)
            || (index.entries[word]?.first).map {
                ordinary.field.contains(WordStem(index.plain($0.words.lowerBound)).hash)
            }
                ?? false
    }

    /// With up to four words on each side.
    ///
    /// - Parameter others: places of words that are not shown either.
    private func finding(_ hit: Hit, issue: String?, kind: String, masking others: Set<Int> = []) -> PersonalFinding {
        let number = index.text(of: hit.words.lowerBound)
        let text = index.texts[number]
        let source = Array(text.text.utf8)
        func raw(_ place: Int) -> String {
            String(decoding: source[index.words[place].range], as: UTF8.self)
        }
        let from = max(index.starts[number], hit.words.lowerBound - 4)
        let to = min(index.starts[number + 1], hit.words.upperBound + 4)
        var around = from > index.starts[number] ? "… " : ""
        for place in from..<to {
            if place > from {
                let between = source[index.words[place - 1].range.upperBound..<index.words[place].range.lowerBound]
                around += String(decoding: between, as: UTF8.self)
            }
            around += hit.words.contains(place) || others.contains(place) ? raw(place).prefix(1) + "•••" : raw(place)
        }
        if to < index.starts[number + 1] { around += " …" }
        let ends = (
            index.words[hit.words.lowerBound].range.lowerBound, index.words[hit.words.upperBound - 1].range.upperBound
        )
        let written = String(decoding: source[ends.0..<ends.1], as: UTF8.self)
        return PersonalFinding(
            hit.weight, issue: issue, kind: kind, place: text.place, reference: text.reference,
            around: around.oneLine, words: hit.words.map(index.text).joined(separator: " "),
            written: written.oneLine, text: text.text, isSentence: hit.isSentence, about: text.issue,
            isMinuted: text.isMinutes)
    }
}

extension Secret {
    fileprivate var isChild: Bool {
        if case .words(.child, _) = content { true } else { false }
    }
}
