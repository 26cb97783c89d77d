import Partnership
import Words
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
    private let members: MemberNames
    private let patterns: PersonalPatterns
    private let places: SecretPlaces

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
    }

    init(_ texts: [SearchedText], _ knowledge: Knowledge) {
        let ordinary = knowledge.ordinary
        index = TextIndex(texts, ordinary)
        members = MemberNames(knowledge.members, in: index, ordinary)
        var codes: Set<UInt64> = []
        var addresses: Set<[UInt64]> = []
        for text in knowledge.published {
            codes.formUnion(SecretWords(text, .contact, ordinary).codes)
            for address in SecretWords.addresses(in: TextWords(text)) {
                addresses.insert(address.local + address.domain)
            }
        }
        patterns = PersonalPatterns(index, allowedCodes: codes, allowedAddresses: addresses)
        places = SecretPlaces(
            index,
            NameSearch(index, members: members, ordinary, phrases: knowledge.words, issues: knowledge.issues),
            patterns, ordinary, allowedCodes: codes, allowedAddresses: addresses)
    }

    /// Wherever a secret stands, a name once and not again by its parts; and with the patterns what looks personal although no record explains it.
    ///
    /// - Parameter belonging: the names of those who were at a meeting: in its minutes, words of what was told are theirs where
    ///   they are their full name.
    func findings(
        of secrets: some Sequence<Secret>, withPatterns: Bool = false, belonging: Set<String> = []
    ) -> [PersonalFinding] {
        var found: [PersonalFinding] = []
        let present = Set(
            members.places.filter { member in
                index.texts[index.text(of: member.words.lowerBound)].isMinutes
                    && !member.fullNames.isDisjoint(with: belonging)
            }.flatMap(\.words))
        let all = theirs(secrets.map { (secret: $0, hits: places.hits($0)) }.filter { !$0.hits.isEmpty })
        let patterns = withPatterns ? patterns.found() : []
        // One find must not show what another masks; but a whole sentence masks nothing of another find.
        let masked = Set(all.flatMap { $0.hits.filter { !$0.isWords }.flatMap(\.words) } + patterns.flatMap(\.words))
        for (secret, hits) in all {
            // The longest first: a name is told once, and not again by its parts.
            var certain: [SecretPlaces.Hit] = []
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
                if case .words(.text, _) = secret.content, !hit.isWords, hit.words.allSatisfy(present.contains) {
                    continue
                }
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
                    SecretPlaces.Hit(weight: pattern.weight, words: pattern.words), issue: nil, kind: pattern.kind,
                    masking: masked)
            }
    }

    /// What was let be somebody else's name is nobody else's where the name behind it tells of the same issue.
    private func theirs(_ found: [(secret: Secret, hits: [SecretPlaces.Hit])]) -> [(
        secret: Secret, hits: [SecretPlaces.Hit]
    )] {
        guard found.contains(where: { $0.hits.contains { $0.other != nil } }) else { return found }
        let told = Dictionary(grouping: found, by: \.secret.ref).mapValues { found in
            Set(found.flatMap { $0.hits.filter { !$0.isWords }.flatMap(\.words) })
        }
        return found.map { secret, hits in
            let hits = hits.map { hit in
                guard let other = hit.other, told[secret.ref]?.contains(other) ?? false else { return hit }
                return SecretPlaces.Hit(weight: .hard, words: hit.words)
            }
            return (secret, hits)
        }
    }

    /// Where secrets stand for certain, whole sentences apart: by the place of the text, in its bytes.
    func certain(_ secrets: some Sequence<Secret>) -> [Int: [Range<Int>]] {
        var found: [Int: [Range<Int>]] = [:]
        for hit in secrets.flatMap(places.hits) where hit.weight == .hard && !hit.isSentence {
            let bytes =
                index.words[hit.words.lowerBound].range
                .lowerBound..<index.words[hit.words.upperBound - 1].range.upperBound
            found[index.text(of: hit.words.lowerBound), default: []].append(bytes)
        }
        return found
    }

    /// The places of the texts in which any of some secrets stands, or may.
    func touched(by secrets: some Sequence<Secret>) -> Set<Int> {
        Set(secrets.flatMap(places.hits).map { index.text(of: $0.words.lowerBound) })
    }

    /// What looks personal although no record explains it.
    func patternFindings() -> [PersonalFinding] {
        patterns.found().map { found in
            finding(SecretPlaces.Hit(weight: found.weight, words: found.words), issue: nil, kind: found.kind)
        }
    }

    /// Names of members that stand in a text: whoever has a seat may also be a parent. In minutes, the full name of
    /// somebody who was there, or on record for the body, stands as a member's.
    ///
    /// - Parameter belonging: the names of those.
    func memberFindings(belonging: Set<String> = []) -> [PersonalFinding] {
        members.places.filter { member in
            let text = index.texts[index.text(of: member.words.lowerBound)]
            // Whoever wrote a paper stands there as its author.
            return !(text.isMinutes && !member.fullNames.isDisjoint(with: belonging) || text.place.hasSuffix("author"))
        }.map { finding(SecretPlaces.Hit(weight: .suspect, words: $0.words), issue: nil, kind: "a member’s name") }
    }

    /// Those of some secrets that the texts tell of by words of theirs near one another.
    func told(of secrets: some Sequence<Secret>) -> [Secret] {
        secrets.filter { secret in
            guard case .words(_, let text) = secret.content else { return false }
            return !places.near(text, of: secret).isEmpty
        }
    }

    /// Where minutes speak of private items as such: what they say there is for somebody to look at.
    func privateItemFindings() -> [PersonalFinding] {
        func begins(_ place: Int) -> Bool { !index.words[place].gap.isDisjoint(with: [.far, .sentence]) }
        return index.words.indices.filter { place in
            let text = index.texts[index.text(of: place)]
            guard index.words[place].hash == Self.private, text.isMinutes,
                !text.text.hasSuffix(PrivateGround.byAnother)
            else { return false }
            let next = place + 1 < index.words.count && !begins(place + 1) ? index.text(place + 1) : nil
            return PrivateSpeech.isOfMeetings(
                before: place > 0 && !begins(place) ? index.text(place - 1) : nil, next: next)
        }.map {
            finding(
                SecretPlaces.Hit(weight: .suspect, words: $0..<($0 + 1)), issue: nil, kind: "words about private items")
        }
    }

    private static let `private` = TextWords.hash("private")

    /// With up to four words on each side.
    ///
    /// - Parameter others: places of words that are not shown either.
    private func finding(_ hit: SecretPlaces.Hit, issue: String?, kind: String, masking others: Set<Int> = [])
        -> PersonalFinding
    {
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
