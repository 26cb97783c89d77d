import Words

/// Finds what looks like a personal detail, whether or not a record explains it: NHS numbers, unique pupil numbers, National
/// Insurance numbers, postcodes, e-mail addresses, telephone numbers, dates that are told to be of a birth.
struct PersonalPatterns {
    struct Found {
        let weight: PersonalFinding.Weight
        let kind: String
        let words: Range<Int>
    }

    private let index: TextIndex
    /// Numbers and postcodes that are meant to be there.
    private let allowedCodes: Set<UInt64>
    private let allowedAddresses: Set<[UInt64]>

    init(_ index: TextIndex, allowedCodes: Set<UInt64>, allowedAddresses: Set<[UInt64]>) {
        self.index = index
        self.allowedCodes = allowedCodes
        self.allowedAddresses = allowedAddresses
    }

    func found() -> [Found] {
        var found: [Found] = []
        var end = 0
        for place in index.words.indices {
            let word = index.words[place]
            if word.gap.contains(.at), let address = address(at: place) { found.append(address) }
            guard place >= end else { continue }
            if let code = code(at: place) {
                found.append(code)
                end = code.words.upperBound
            }
        }
        for date in index.dates where hasCue(Self.birth, before: date.words.lowerBound, within: 4) {
            found.append(Found(weight: .hard, kind: "a date of birth", words: date.words))
        }
        return found
    }

    private func address(at place: Int) -> Found? {
        let words = index.words
        var start = place - 1
        guard start >= 0, !words[place].gap.contains(.far) else { return nil }
        let isHandle = isHandle(place)
        if isHandle { start = place }
        while start > 0, !isHandle, words[start].gap.isSubset(of: [.dot, .hyphen, .plus]),
            !words[start].gap.contains(.space)
        {
            start -= 1
        }
        var end = place + 1
        var hasDot = false
        while end < words.count, words[end].gap.isSubset(of: [.dot, .hyphen, .space]),
            !words[end].gap.contains(.space)
                || words[end].gap.contains(.dot) && !words[end].isCapital && end == place + 1
        {
            hasDot = hasDot || words[end].gap.contains(.dot)
            end += 1
        }
        guard hasDot, !allowedAddresses.contains(words[start..<end].map(\.hash)) else { return nil }
        return isHandle
            ? Found(weight: .suspect, kind: "what looks like somebody’s name on the web", words: start..<end)
            : Found(weight: .hard, kind: "an e-mail address", words: start..<end)
    }

    /// `Follow us @lancs.send`: the sign belongs to what follows it alone.
    private func isHandle(_ place: Int) -> Bool {
        let source = index.texts[index.text(of: place)].text.utf8
        let from = source.index(source.startIndex, offsetBy: index.words[place - 1].range.upperBound)
        let to = source.index(source.startIndex, offsetBy: index.words[place].range.lowerBound)
        return source[from..<to].last == 0x40 && source[from] != 0x40
    }

    /// A number of up to twelve words that begins at a place.
    private func code(at start: Int) -> Found? {
        let words = index.words
        guard words[start].isNumber || words[start].plain.count < 3, !isTight(start) else { return nil }
        let followsDigits =
            start > 0 && words[start - 1].isNumber && !words[start].gap.contains(.space) && words[start].isNumber
            && !words[start].gap.contains(.other)
        let followsComma =
            start > 0 && words[start].isNumber && words[start - 1].isNumber && words[start].gap == [.comma, .other]
        guard !followsDigits, !followsComma else { return nil }
        var text: [UInt8] = []
        var best: Found?
        for end in start..<min(start + 13, words.count) {
            let word = words[end]
            if end > start, !word.joinsCode { break }
            text += index.plain(end)
            if text.count > 15 { break }
            let goesOn =
                end + 1 < words.count && words[end + 1].joinsCode
                && (isTight(end + 1) || words[end + 1].isNumber && !words[end + 1].gap.contains(.space))
            guard text.count > 4, !goesOn, !allowedCodes.contains(TextIndex.code(text[...])) else { continue }
            let range = start..<(end + 1)
            if let found = kind(String(decoding: text, as: UTF8.self), range) {
                if found.weight == .hard { return found }
                best = best ?? found
            }
        }
        return best
    }

    private func kind(_ text: String, _ range: Range<Int>) -> Found? {
        let words = index.words
        let digits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let groups = range.map { words[$0].plain.count }
        let isWhole = range.dropFirst().allSatisfy { words[$0].gap.isEmpty }
        func hasCue(_ cues: Set<UInt64>) -> Bool { self.hasCue(cues, before: range.lowerBound, within: 5) }
        if digits {
            if telephone(text, range) { return Found(weight: .hard, kind: "a telephone number", words: range) }
            guard text.utf8.count == 10, words[range.lowerBound].isNumber else { return nil }
            let isGrouped = groups == [10] || groups == [3, 3, 4]
            if hasCue(Self.health) || isGrouped && NHSNumber.holds(text) {
                return Found(weight: .hard, kind: "an NHS number", words: range)
            }
            return isGrouped ? Found(weight: .suspect, kind: "what looks like an NHS number", words: range) : nil
        }
        if Self.isPupilNumber(text) {
            if hasCue(Self.pupil) || PupilNumber.holds(text) && groups[0] == 1 {
                return Found(weight: .hard, kind: "a unique pupil number", words: range)
            }
            return isWhole ? Found(weight: .suspect, kind: "what looks like a pupil number", words: range) : nil
        }
        if Self.isInsuranceNumber(text), groups[0] == 2, isWhole || words[range.lowerBound].isCapital {
            let isValid = !["d", "f", "i", "q", "u", "v"].contains(text.prefix(1))
            if isValid || hasCue(Self.insurance) {
                return Found(weight: .hard, kind: "a National Insurance number", words: range)
            }
        }
        if let end = range.last, (3...4).contains(range.count), Self.isPostcode(text), words[end].plain.count == 2 {
            let inward = range.upperBound - 2
            let isTight = range.dropFirst().allSatisfy { $0 == inward || words[$0].gap.isEmpty }
            let isParted = words[inward].gap.isSubset(of: [.space, .hyphen])
            let raw = rawText(range)
            if isTight, isParted, Postcode.holds(raw) { return Found(weight: .hard, kind: "a postcode", words: range) }
        }
        // `LA07XY`, where the digits of both halves stand together.
        if isWhole, range.count == 3, Self.isPostcode(text), Postcode.holds(rawText(range)) {
            return Found(weight: .hard, kind: "a postcode", words: range)
        }
        return nil
    }

    /// Nothing stands before a word, not even a line below.
    private func isTight(_ place: Int) -> Bool {
        place > 0 && !index.words[place].gap.contains(.far)
            && index.words[place - 1].range.upperBound == index.words[place].range.lowerBound
    }

    private func rawText(_ range: Range<Int>) -> String {
        let source = index.texts[index.text(of: range.lowerBound)].text.utf8
        let words = index.words[range]
        guard let first = words.first, let last = words.last else { return "" }
        let from = source.index(source.startIndex, offsetBy: first.range.lowerBound)
        let to = source.index(source.startIndex, offsetBy: last.range.upperBound)
        return String(source[from..<to]) ?? ""
    }

    /// Ten or eleven digits from a 0, or as many behind 44; not the tail of a longer number.
    private func telephone(_ text: String, _ range: Range<Int>) -> Bool {
        var national = text[...]
        if national.hasPrefix("0044") {
            national = national.dropFirst(4)
        } else if national.hasPrefix("44"), index.words[range.lowerBound].gap.contains(.plus) {
            national = national.dropFirst(2)
        } else if !national.hasPrefix("0") {
            return false
        }
        if !national.hasPrefix("0") { national = "0" + national }
        let next = range.upperBound < index.words.count ? index.words[range.upperBound] : nil
        let goesOn = next.map { $0.isNumber && $0.joinsCode } ?? false
        guard !national.hasPrefix("00") else { return false }
        return national.utf8.count == 11 || national.utf8.count == 10 && !goesOn
    }

    private static func isPupilNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 13 && (0x61...0x7A).contains(bytes[0])
            && bytes[1..<12].allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isInsuranceNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 9 && bytes[0..<2].allSatisfy { (0x61...0x7A).contains($0) }
            && bytes[2..<8].allSatisfy { (0x30...0x39).contains($0) } && (0x61...0x64).contains(bytes[8])
    }

    private static func isPostcode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard (5...7).contains(bytes.count), isLetter(bytes[0]) else { return false }
        let inward = bytes.suffix(3).map { $0 }
        let outward = bytes.dropLast(3)
        let letters = outward.prefix { isLetter($0) }.count
        return isDigit(inward[0]) && isLetter(inward[1]) && isLetter(inward[2]) && (1...2).contains(letters)
            && outward.count > letters && isDigit(outward[letters])
    }

    /// Whether one of some words stands shortly before a place, in the same paragraph.
    func hasCue(_ cues: Set<UInt64>, before place: Int, within distance: Int) -> Bool {
        var at = place
        while at > 0, place - at < distance, !index.words[at].gap.contains(.far) {
            at -= 1
            if cues.contains(index.words[at].hash) { return true }
        }
        return false
    }

    /// Whether a day is told of somebody: words for a child or a birth stand near it.
    func isOfSomebody(_ words: Range<Int>) -> Bool {
        let from = max(0, words.lowerBound - 10)
        let to = min(index.words.count, words.upperBound + 8)
        return (from..<to).contains { Self.somebody.contains(index.words[$0].hash) }
            || (from..<max(from, words.lowerBound - 1)).contains {
                // `d.o.b.`
                index.text($0) == "d" && $0 + 2 < index.words.count && index.text($0 + 1) == "o"
                    && index.text($0 + 2) == "b"
            }
    }

    private static let health = Set(["nhs"].map(TextWords.hash))
    private static let pupil = Set(["upn"].map(TextWords.hash))
    private static let insurance = Set(["insurance", "nino"].map(TextWords.hash))
    private static let birth = Set(["dob", "born", "birth", "birthday", "birthdate"].map(TextWords.hash))
    private static let somebody = Set(
        [
            "born", "birth", "birthday", "dob", "aged", "age", "turned", "turns", "child", "pupil", "son", "daughter",
            "boy",
            "girl", "baby", "twin", "twins", "brother", "sister", "sibling", "student", "he", "she", "his", "her",
            "him",
        ].map(TextWords.hash))
}
