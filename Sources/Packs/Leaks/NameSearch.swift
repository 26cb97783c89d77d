import Words

/// Looks for the names of people in texts.
struct NameSearch {
    private let index: TextIndex
    private let ordinary: OrdinaryWords
    private let seats: MemberNames
    /// The issues that the texts are of; nil where that is not known.
    private let issues: Set<String>?
    private let context: WordContext
    private let misspellings: Misspellings
    private let shortNames: ShortNames

    /// - Parameters:
    ///   - members: the names of those who hold seats.
    ///   - phrases: what is called by ordinary words: places, bodies, roles, themes.
    ///   - issues: those that the texts are of; nil where that is not known.
    init(
        _ index: TextIndex, members: MemberNames, _ ordinary: OrdinaryWords, phrases: [String] = [],
        issues: Set<String>? = nil
    ) {
        self.index = index
        self.issues = issues
        self.ordinary = ordinary
        context = WordContext(index, phrases: phrases)
        seats = members
        misspellings = Misspellings(index, ordinary, known: members.words)
        shortNames = ShortNames(index, ordinary, known: members.words)
    }

    /// How sure it is that the person is meant, and by which words.
    struct Match {
        let weight: PersonalFinding.Weight
        let words: Range<Int>
        /// The place of a family name behind a first name that is not the family's: so somebody else is called.
        var other: Int?
    }

    /// - Parameters:
    ///   - issue: the issue that the name is of.
    ///   - families: names of those whose family name a child may have.
    func matches(
        _ text: String, of issue: String, isChild: Bool, isNear: Bool, families: [String] = []
    ) -> [Match] {
        // Most names have no word in any of the texts.
        let read = TextWords(text)
        let misspelt = isNear ? misspelt(read) : [:]
        let short =
            isNear && !shortNames.isEmpty
            ? shortNames.places(of: read, isChild: isChild).filter { !seats.isThere[$0.lowerBound] && !isWord($0) }.map
            {
                Match(weight: .suspect, words: $0)
            } : []
        guard !misspelt.isEmpty || isWorthReading(read) else { return short }
        let parents = families.flatMap { PersonName.people(in: $0, ordinary) }
        let people = PersonName.people(in: text, ordinary).map { $0.called(after: parents) }
        var found: [Match] = []
        for person in people {
            let isMembers = seats.names.contains(person.parts.map(\.hash))
            for part in person.parts where !part.isBorrowed {
                for entry in index.entries[part.hash] ?? [] where !entry.isSpaced || part.isCompound {
                    // Many are called by the same first name: alone it tells of a child only where their issue is spoken of.
                    let about = index.texts[index.text(of: entry.words.lowerBound)].issue
                    let isElsewhere = about.map { $0 != issue } ?? !(issues?.contains(issue) ?? true)
                    let isFirst = isChild && (!part.isFamily || person.parts.count == 1)
                    let place: Place =
                        about == issue
                        ? .own : !(issues?.contains(issue) ?? true) ? .elsewhere : about == nil ? .common : .beside
                    guard
                        var match = match(
                            part, of: person, at: entry.words, isChild: isChild, isNear: isNear, in: place,
                            isFirst: isFirst)
                    else { continue }
                    if match.words == entry.words, isFirst && isElsewhere || context.isInTitle(match.words) {
                        match = Match(weight: .suspect, words: match.words)
                    }
                    if !part.isFamily || isFirst { match = asOthers(match, entry.words, of: person, isChild: isChild) }
                    found.append(isMembers ? Match(weight: .suspect, words: match.words) : match)
                }
            }
        }
        found += people.flatMap(asOneWord).filter { match in !found.contains { $0.words.overlaps(match.words) } }
        if isNear {
            let parts = people.flatMap {
                $0.parts.filter { ($0.isFamily || isChild) && !$0.isOrdinary && !$0.isBorrowed }
            }
            found += parts.flatMap { index.within[$0.hash] ?? [] }.map { $0..<($0 + 1) }.filter { words in
                !seats.isThere[words.lowerBound] && !found.contains { $0.words.overlaps(words) }
            }.map { Match(weight: .suspect, words: $0) }
        }
        for person in people {
            for part in person.parts where part.isFamily || isChild {
                for place in misspelt[part.hash] ?? [] where !seats.isThere[place] {
                    let words = place..<(place + 1)
                    guard !found.contains(where: { $0.words.overlaps(words) }) else { continue }
                    found.append(Match(weight: .suspect, words: words))
                }
            }
        }
        return found + short.filter { match in !found.contains { $0.words.overlaps(match.words) } }
    }

    /// A first name alone or behind a title, for somebody to look at where it is somebody else's: a family name follows that is
    /// none of the person's, or a child's stands behind the title of a grown-up.
    private func asOthers(_ match: Match, _ name: Range<Int>, of person: PersonName, isChild: Bool) -> Match {
        let title = match.words.lowerBound
        let isTitled = title + 1 == name.lowerBound && PersonName.titles.contains(index.words[title].hash)
        guard match.weight == .hard, match.words.upperBound == name.upperBound, isTitled || match.words == name else {
            return match
        }
        let next = name.upperBound
        if next < index.words.count, context.isFamilyName(next, behind: name.lowerBound),
            !ordinary.towns.contains(index.words[next].hash), !ordinary.roles.contains(index.words[next].hash),
            !person.parts.contains(where: { $0.hash == index.words[next].hash })
        {
            return Match(weight: .suspect, words: match.words, other: next)
        }
        guard isTitled, isChild, PersonName.grownUp.contains(index.words[title].hash) else { return match }
        return Match(weight: .suspect, words: match.words)
    }

    /// A word that is somebody's name everyday English is too, and stands there as that.
    private func isWord(_ words: Range<Int>) -> Bool {
        words.count == 1 && index.isOrdinary[words.lowerBound]
            && context.isWord(words, of: index.words[words.lowerBound].hash)
    }

    /// `tobyfarnworth`, `farnworthtoby`.
    private func asOneWord(_ person: PersonName) -> [Match] {
        var found: [Match] = []
        for first in person.parts where !first.isFamily && first.length > 1 {
            for family in person.parts where family.isFamily && family.length > 2 {
                for hash in [
                    TextWords.hash(family.letters, from: first.hash), TextWords.hash(first.letters, from: family.hash),
                ] {
                    found += (index.entries[hash] ?? []).filter {
                        $0.words.count == 1 && !index.isOrdinary[$0.words.lowerBound]
                            && !seats.isThere[$0.words.lowerBound]
                    }.map { Match(weight: .hard, words: $0.words) }
                }
            }
        }
        return found
    }

    /// Where words stand that are a letter away from those of a name, by the hash of each.
    private func misspelt(_ read: TextWords) -> [UInt64: [Int]] {
        var places: [UInt64: [Int]] = [:]
        guard !misspellings.isEmpty else { return places }
        for word in read.words where !word.isNumber {
            let found = misspellings.places(of: read.plain(word))
            if !found.isEmpty { places[word.hash] = found.sorted() }
        }
        return places
    }

    /// Whether a word of the name, or a few read as one, stands in a text.
    private func isWorthReading(_ read: TextWords) -> Bool {
        for place in read.words.indices where !read.words[place].isNumber {
            var hash = read.words[place].hash
            if read.words[place].plain.count > 1, index.entries[hash] != nil || index.within[hash] != nil {
                return true
            }
            for next in (place + 1)..<(place + 4) where next < read.words.count {
                hash = TextWords.hash(read.plain(read.words[next]), from: hash)
                if index.entries[hash] != nil { return true }
            }
        }
        return false
    }

    /// Where a name stands: in a text about its issue; of a paper that has the issue, in a text about none, or about another;
    /// or in neither.
    private enum Place {
        case own, common, beside, elsewhere
    }

    /// - Parameter isFirst: the part is a child's first name.
    private func match(
        _ part: PersonName.Part, of person: PersonName, at words: Range<Int>, isChild: Bool, isNear: Bool,
        in place: Place, isFirst: Bool
    ) -> Match? {
        let isLatin = index.plain(words.lowerBound).first.map { $0 < 0x80 } ?? true
        let isCapital = index.words[words.lowerBound].isCapital || !isLatin
        let isCovered = seats.isThere[words.lowerBound]
        if part.length > 1, let whole = beside(part, of: person, at: words) {
            let isName = isCapital || !part.isOrdinary
            if isName { return Match(weight: .hard, words: whole) }
        }
        // Everyday words in small letters that are a whole name: `grace young asked`.
        if isNear || place != .elsewhere, !isCovered, part.isOrdinary, part.length > 1,
            let whole = beside(part, of: person, at: words, isSmall: true),
            place == .own || !context.isBeforePeople(whole.upperBound)
        {
            return Match(weight: .suspect, words: whole)
        }
        guard part.length > 1, !isCovered else { return nil }
        let isOrdinary = part.isOrdinary || seats.families.contains(part.hash)
        if words.lowerBound > 0, isCapital, !index.words[words.lowerBound].gap.contains(.far) {
            let before = index.words[words.lowerBound - 1]
            let gap = index.words[words.lowerBound].gap
            let isTight = gap.isSubset(of: [.space, .dot, .sentence, .hyphen])
            let with = (words.lowerBound - 1)..<words.upperBound
            // The article and the pronoun are no initials.
            let isInitial =
                isTight && before.plain.count == 1 && before.isCapital
                && person.parts.contains {
                    $0.place != part.place && $0.initial == index.plain(words.lowerBound - 1).first
                }
                && (gap.contains(.dot) || gap.isEmpty || !isOrdinary
                    || !["a", "i"].contains(index.text(words.lowerBound - 1)))
                && !seats.initials.contains(TextWords.hash(index.plain(words.lowerBound - 1), from: part.hash))
            // `Ms A Preston`: behind a title the letter is no article.
            if isTight, before.plain.count == 1, before.isCapital, words.lowerBound > 1, part.isFamily || !isOrdinary,
                index.words[words.lowerBound - 1].gap.isSubset(of: [.space, .dot]),
                index.words[words.lowerBound - 2].isCapital,
                PersonName.titles.contains(index.words[words.lowerBound - 2].hash),
                person.parts.contains(where: {
                    $0.place != part.place && $0.initial == index.plain(words.lowerBound - 1).first
                }),
                !seats.initials.contains(TextWords.hash(index.plain(words.lowerBound - 1), from: part.hash))
            {
                return Match(weight: .hard, words: (words.lowerBound - 2)..<words.upperBound)
            }
            if isInitial { return Match(weight: isNear || !isOrdinary ? .hard : .suspect, words: with) }
            if isTight, PersonName.titles.contains(before.hash), before.isCapital {
                let isTheirs =
                    person.titles.isEmpty || !seats.families.contains(part.hash)
                    ? PersonName.common.contains(before.hash) || person.titles.contains(before.hash)
                    : person.titles.contains(before.hash)
                if isTheirs || !isOrdinary, isNear || part.isFamily { return Match(weight: .hard, words: with) }
            }
            // A family name that is a word too is one behind what can only be somebody's first name: `Toby Young`.
            let isFirstName =
                isTight && before.isCapital && before.plain.count > 1 && !index.isOrdinary[words.lowerBound - 1]
                && !PersonName.titles.contains(before.hash)
            if !isNear, isOrdinary, part.isFamily, isFirstName { return Match(weight: .suspect, words: with) }
        }
        // What is told of a matter that is closed, or of another area, is for somebody to look at.
        guard isNear else {
            return isCapital && !isOrdinary && (part.isFamily || isChild) && part.length > 2
                ? Match(weight: .suspect, words: words) : nil
        }
        if isOrdinary || part.length < 3 {
            // What is about a child names that child more likely than a month or a flower: `Lily has no place`.
            let isOwn =
                isFirst && part.length > 2 && (place == .own || place == .common && context.isActing(words.lowerBound))
            guard isCapital, isOwn || !(part.isOrdinary && context.isWord(words, of: part.hash)) else { return nil }
            return Match(weight: .suspect, words: words)
        }
        if part.isFamily || isChild {
            // A name in small letters is one where it stands in some other way apart: `farnworth_summary`.
            return Match(weight: .hard, words: words)
        }
        return isCapital ? Match(weight: .suspect, words: words) : nil
    }

    /// The words of a part with those of another part of the same name beside them, in any order.
    ///
    /// - Parameter isSmall: also where they are everyday words in small letters.
    private func beside(
        _ part: PersonName.Part, of person: PersonName, at words: Range<Int>, isSmall: Bool = false
    ) -> Range<Int>? {
        for other in person.parts where other.place != part.place && other.length > 1 {
            for entry in index.entries[other.hash] ?? [] where !entry.isSpaced || other.isCompound {
                let gapAt: Int
                if entry.words.upperBound == words.lowerBound {
                    gapAt = words.lowerBound
                } else if words.upperBound == entry.words.lowerBound {
                    gapAt = entry.words.lowerBound
                } else {
                    continue
                }
                let gap = index.words[gapAt].gap
                guard !gap.contains(.far), !gap.contains(.sentence), !gap.contains(.long) else { continue }
                // Both ordinary in small letters: `will law`.
                let isLatin = index.plain(entry.words.lowerBound).first.map { $0 < 0x80 } ?? true
                if !isSmall, other.isOrdinary, isLatin, !index.words[entry.words.lowerBound].isCapital { continue }
                return min(entry.words.lowerBound, words.lowerBound)..<max(entry.words.upperBound, words.upperBound)
            }
        }
        return nil
    }
}
