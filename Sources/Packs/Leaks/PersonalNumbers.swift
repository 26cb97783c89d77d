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

    static func holds(_ text: String) -> Bool {
        let bare = text.filter { $0.isLetter || $0.isNumber }
        let lower = bare.lowercased()
        guard areas.contains(String(lower.prefix(while: \.isLetter))) else { return false }
        guard !lower.suffix(2).contains(where: { "cikmov".contains($0) }) else { return false }
        // "E1 2nd": a reference and an ordinal.
        return !["1st", "2nd", "3rd"].contains(String(bare.suffix(3))) && !bare.hasSuffix("th")
    }
}
