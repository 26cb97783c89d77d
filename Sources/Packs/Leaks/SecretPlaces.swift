import Words
import Workflow

/// Where in texts secrets stand, or may: what each is, is looked up in the index of their words.
struct SecretPlaces {
    private let index: TextIndex
    private let names: NameSearch
    private let patterns: PersonalPatterns
    private let ordinary: OrdinaryWords
    private let allowedCodes: Set<UInt64>
    private let allowedAddresses: Set<[UInt64]>

    /// - Parameters:
    ///   - allowedCodes: numbers that are meant to be published.
    ///   - allowedAddresses: the same of e-mail addresses.
    init(
        _ index: TextIndex, _ names: NameSearch, _ patterns: PersonalPatterns, _ ordinary: OrdinaryWords,
        allowedCodes: Set<UInt64>, allowedAddresses: Set<[UInt64]>
    ) {
        self.index = index
        self.names = names
        self.patterns = patterns
        self.ordinary = ordinary
        self.allowedCodes = allowedCodes
        self.allowedAddresses = allowedAddresses
    }

    struct Hit {
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

    func hits(_ secret: Secret) -> [Hit] {
        switch secret.content {
        case .birth(let day): birth(day, isNear: secret.isNear)
        case .words(.name, let text), .words(.child, let text):
            names.matches(
                text, of: secret.ref, isChild: secret.isChild, isNear: secret.isNear, families: secret.families
            ).map { Hit(weight: $0.weight, words: $0.words, other: $0.other) }
                + (text.utf8.contains(0x40) || text.utf8.count { (0x30...0x39).contains($0) } > 4
                    ? words(text, .text, secret.isNear) : [])
        case .words(.organisation, let text):
            PersonName.named(beside: text, ordinary).flatMap { words($0, .place, secret.isNear) }
        case .words(.said, let text): said(text, of: secret) + near(text, of: secret)
        case .words(.mention, let text):
            // What is printed of it is its own, and cut where it may not be.
            words(text, .mention, secret.isNear).filter { !isOwn($0.words, of: secret) } + near(text, of: secret)
        case .words(let kind, let text):
            words(
                text, kind, secret.isNear,
                isToldAgain: !secret.isOfReader && !(secret.isOfPrivateMatter && secret.isNear))
                + (secret.isOfPrivateMatter && secret.isNear ? said(text, of: secret) + near(text, of: secret) : [])
        }
    }

    /// Words of a private matter near one another, in whatever order.
    func near(_ text: String, of secret: Secret) -> [Hit] {
        guard secret.isNear, secret.tellsByWords else { return [] }
        return NearWords(text, ordinary).places(in: index).filter { !isOwn($0, of: secret) }.map {
            Hit(weight: .suspect, words: $0, isWords: true, isLoose: true)
        }
    }

    /// The text is about the very issue that a secret is about.
    private func isOwn(_ words: Range<Int>, of secret: Secret) -> Bool {
        secret.about.map { index.texts[index.text(of: words.lowerBound)].issue == $0 } ?? false
    }

    /// What repeats words of a text, unless they are anybody's, or stand in what is on record of the very issue.
    private func said(_ text: String, of secret: Secret) -> [Hit] {
        index.repeated(Array(SecretWords.withoutLeadIn(TextWords(text).words))).filter { range in
            range.count { !StandardWords.contains(index.words[$0].hash) && !index.words[$0].isNumber } > 1
                && (index.texts[index.text(of: range.lowerBound)].isMinutes || !isOwn(range, of: secret))
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
                // A mailbox called office is nobody's name.
                guard isNear, !address.local.allSatisfy(ordinary.contains) else { continue }
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
}

extension Secret {
    fileprivate var isChild: Bool {
        if case .words(.child, _) = content { true } else { false }
    }
}
