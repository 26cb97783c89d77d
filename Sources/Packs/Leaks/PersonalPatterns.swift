/// Finds what looks like a personal detail, whether or not a record explains it: NHS numbers, unique pupil numbers,
/// postcodes, e-mail addresses and telephone numbers. One pass over the bytes, because packs can be long.
struct PersonalPatterns {
    struct Found: Hashable {
        let kind: String
        /// In bytes of the plain text.
        let range: Range<Int>
    }

    private let allowed: Set<String>

    /// - Parameter allowed: e-mail addresses, telephone numbers and postcodes that are meant to be there.
    /// - Parameter places: texts that may hold some, each of which is meant to be there.
    init(allowed: [String], places: [String] = []) {
        let plain = places.map { Array(SearchWords.plain($0).utf8) }
        let unchecked =
            plain.isEmpty
            ? []
            : plain.flatMap { bytes in
                PersonalPatterns(allowed: []).found(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
            }
        self.allowed = Set(
            (allowed + unchecked).flatMap { text in
                let bare = Self.bare(Array(SearchWords.plain(text).utf8)[...])
                return [bare, Self.national(bare)]
            })
    }

    /// - Parameter bytes: plain text, as `SearchWords.plain` makes it.
    func found(in bytes: [UInt8]) -> [Found] {
        var found: [Found] = []
        var place = 0
        func report(_ kind: String, _ range: Range<Int>) {
            found.append(Found(kind: kind, range: range))
            place = range.upperBound
        }
        while place < bytes.count {
            let byte = bytes[place]
            let startsWord = place == 0 || !bytes[place - 1].isWord
            if byte == UInt8(ascii: "@"), let range = address(bytes, around: place), !isAllowed(bytes[range]) {
                report("an e-mail address", range)
            } else if startsWord, byte.isDigit, let range = healthNumber(bytes, at: place) {
                report("an NHS number", range)
            } else if startsWord, byte.isDigit || byte == UInt8(ascii: "+"), let range = telephone(bytes, at: place) {
                if isAllowed(bytes[range]) { place = range.upperBound } else { report("a telephone number", range) }
            } else if startsWord, byte.isLetter, let range = postcode(bytes, at: place), !isAllowed(bytes[range]) {
                report("a postcode", range)
            } else if startsWord, byte.isLetter, let range = pupilNumber(bytes, at: place) {
                report("a unique pupil number", range)
            }
            place += 1
        }
        return found
    }

    private func isAllowed(_ bytes: ArraySlice<UInt8>) -> Bool {
        let bare = Self.bare(bytes)
        return allowed.contains(bare) || allowed.contains(Self.national(bare))
    }

    private func address(_ bytes: [UInt8], around at: Int) -> Range<Int>? {
        var start = at
        while start > 0, bytes[start - 1].isWord || "._%+-".utf8.contains(bytes[start - 1]) { start -= 1 }
        var end = at + 1
        while end < bytes.count, bytes[end].isWord || bytes[end] == 0x2D || bytes[end] == 0x2E { end += 1 }
        while end > at + 1, !bytes[end - 1].isWord { end -= 1 }
        guard start < at, bytes[(at + 1)..<end].contains(0x2E) else { return nil }
        return start..<end
    }

    /// `943 476 5919`: three, three and four digits, with a space, a hyphen or nothing between.
    private func healthNumber(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
        var digits = ""
        var place = start
        for count in [3, 3, 4] {
            if place > start, place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x2D { place += 1 }
            guard place + count <= bytes.count, bytes[place..<(place + count)].allSatisfy(\.isDigit) else { return nil }
            digits += String(decoding: bytes[place..<(place + count)], as: UTF8.self)
            place += count
        }
        guard place == bytes.count || !bytes[place].isWord, NHSNumber.holds(digits) else { return nil }
        return start..<place
    }

    /// Ten or eleven digits from a 0, or as many behind +44 or 0044, in groups that single separators part.
    private func telephone(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
        var digits = ""
        var place = start + (bytes[start] == UInt8(ascii: "+") ? 1 : 0)
        var end = place
        var gap = 0
        while place < bytes.count, digits.utf8.count < 15 {
            if bytes[place].isDigit {
                digits.unicodeScalars.append(Unicode.Scalar(bytes[place]))
                end = place + 1
                gap = 0
            } else if gap < 2, " -.()\n".utf8.contains(bytes[place]) {
                gap += 1
            } else {
                break
            }
            place += 1
            let national = Self.national(digits)
            let isWhole = place == bytes.count || !bytes[place].isWord
            guard isWhole, national.hasPrefix("0"), !national.hasPrefix("00") else { continue }
            if national.utf8.count == 11 || national.utf8.count == 10 && !goesOn(bytes, end) { return start..<end }
        }
        return nil
    }

    /// Whether a further digit follows at once or behind one separator.
    private func goesOn(_ bytes: [UInt8], _ end: Int) -> Bool {
        guard end < bytes.count else { return false }
        return bytes[end].isDigit || end + 1 < bytes.count && bytes[end] == 0x20 && bytes[end + 1].isDigit
    }

    private func postcode(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
        func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }
        var outward = start
        while byte(outward).isLetter, outward < start + 2 { outward += 1 }
        guard byte(outward).isDigit else { return nil }
        outward += 1
        for longer in [1, 0] where longer == 0 || byte(outward).isWord {
            var inward = outward + longer
            while byte(inward) == 0x20 || byte(inward) == 0x0A, inward < outward + longer + 2 { inward += 1 }
            let end = inward + 3
            guard byte(inward).isDigit, byte(inward + 1).isLetter, byte(inward + 2).isLetter, !byte(end).isWord else {
                continue
            }
            if Postcode.holds(String(decoding: bytes[start..<end], as: UTF8.self)) { return start..<end }
        }
        return nil
    }

    private func pupilNumber(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
        let end = start + 13
        guard end <= bytes.count, bytes[(start + 1)..<(end - 1)].allSatisfy(\.isDigit), bytes[end - 1].isWord,
            end == bytes.count || !bytes[end].isWord,
            PupilNumber.holds(String(decoding: bytes[start..<end], as: UTF8.self))
        else { return nil }
        return start..<end
    }

    /// Small letters, digits and what an e-mail address is made of.
    private static func bare(_ bytes: ArraySlice<UInt8>) -> String {
        let isAddress = bytes.contains(UInt8(ascii: "@"))
        let kept = bytes.filter { $0.isWord || isAddress && "@._%+-".utf8.contains($0) }
        return String(decoding: kept, as: UTF8.self).lowercased()
    }

    /// A telephone number without its country code.
    private static func national(_ bare: String) -> String {
        if bare.hasPrefix("00440") { return String(bare.dropFirst(4)) }
        if bare.hasPrefix("0044") { return "0" + bare.dropFirst(4) }
        if bare.hasPrefix("440") { return String(bare.dropFirst(2)) }
        if bare.hasPrefix("44"), bare.utf8.count > 10 { return "0" + bare.dropFirst(2) }
        return bare
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isWord: Bool { isDigit || isLetter || self >= 0x80 }
}
