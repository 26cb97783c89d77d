/// Finds what looks like a personal detail, whether or not a record explains it: NHS numbers, unique pupil numbers,
/// postcodes, e-mail addresses and telephone numbers.
struct PersonalPatterns {
    private let allowed: Set<String>

    init(allowed: [String]) {
        self.allowed = Set(allowed.flatMap { [Self.bare($0), Self.national(Self.bare($0))] })
    }

    /// What was found, by kind, and where.
    func found(in text: String) -> [(kind: String, offset: String.Index)] {
        var found: [(String, String.Index)] = []
        for match in text.matches(of: /\b\d{3}[ \-\u{A0}]?\d{3}[ \-\u{A0}]?\d{4}\b/)
        where NHSNumber.holds(Self.bare(match.output)) {
            found.append(("an NHS number", match.range.lowerBound))
        }
        for match in text.matches(of: /\b[A-Za-z]\d{11}[0-9A-Za-z]\b/) where PupilNumber.holds(Self.bare(match.output))
        {
            found.append(("a unique pupil number", match.range.lowerBound))
        }
        for match in text.matches(of: /\b[A-Za-z]{1,2}\d[A-Za-z0-9]?[ \u{A0}]{0,2}\d[A-Za-z]{2}\b/)
        where Postcode.holds(match.output) && !isAllowed(match.output) {
            found.append(("a postcode", match.range.lowerBound))
        }
        for match in text.matches(of: /[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+/)
        where !isAllowed(match.output.0) {
            found.append(("an e-mail address", match.range.lowerBound))
        }
        for match in text.matches(
            of: /(?:\+44|\b0044|\(?\b0)[ \u{A0}\-.(]{0,2}(?:0\))?(?:[ \u{A0}\-.()\n]{0,2}\d){9,10}\b/)
        where !isAllowed(match.output) {
            found.append(("a telephone number", match.range.lowerBound))
        }
        return found
    }

    private func isAllowed(_ text: Substring) -> Bool {
        let bare = Self.bare(text)
        return allowed.contains(bare) || allowed.contains(Self.national(bare))
    }

    /// Small letters, digits and what an e-mail address is made of.
    private static func bare(_ text: some StringProtocol) -> String {
        let isAddress = text.contains("@")
        return text.lowercased().filter { $0.isLetter || $0.isNumber || isAddress && "@._%+-".contains($0) }
    }

    /// A telephone number without its country code.
    private static func national(_ bare: String) -> String {
        if bare.hasPrefix("0044") { return "0" + bare.dropFirst(4) }
        if bare.hasPrefix("440") { return String(bare.dropFirst(2)) }
        if bare.hasPrefix("44"), bare.count > 10 { return "0" + bare.dropFirst(2) }
        return bare
    }
}

/// Ten digits of which the last checks the others, modulus 11 (NHS Data Dictionary).
enum NHSNumber {
    static func holds(_ text: String) -> Bool {
        let digits = text.compactMap(\.wholeNumberValue)
        guard digits.count == 10, digits.contains(where: { $0 != digits[0] }) else { return false }
        let sum = digits.prefix(9).enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
        let check = 11 - sum % 11
        return check != 10 && digits[9] == (check == 11 ? 0 : check)
    }
}

/// A letter that checks the twelve characters after it, modulus 23 (Department for Education, UPN guide). The last of
/// them is a letter in a temporary number.
enum PupilNumber {
    private static let letters = Array("abcdefghjklmnpqrtuvwxyz")

    static func holds(_ text: String) -> Bool {
        let characters = Array(text.lowercased())
        guard characters.count == 13 else { return false }
        var sum = 0
        for (position, character) in characters.enumerated().dropFirst() {
            guard let value = character.wholeNumberValue ?? letters.firstIndex(of: character) else { return false }
            sum += value * (position + 1)
        }
        return characters[0] == letters[sum % 23]
    }
}

/// A postcode of the United Kingdom, from its area's letters and the letters that its last part can have.
enum Postcode {
    private static let areas = Set(
        """
        AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G \
        GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW \
        OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD \
        WF WN WR WS WV YO ZE
        """.lowercased().split(separator: " ").map(String.init))

    static func holds(_ text: Substring) -> Bool {
        let bare = text.filter { $0.isLetter || $0.isNumber }
        let lower = bare.lowercased()
        guard areas.contains(String(lower.prefix(while: \.isLetter))) else { return false }
        guard !lower.suffix(2).contains(where: { "cikmov".contains($0) }) else { return false }
        // "E1 2nd": a reference and an ordinal.
        return !["1st", "2nd", "3rd"].contains(String(bare.suffix(3))) && !bare.hasSuffix("th")
    }
}
