import Words

/// What forms of a word, and words made from it, have in common: `refus` of `refused` and `refusal`, `compens` of
/// `compensation` and `compensated`. Two that differ may have the same.
struct WordStem {
    let hash: UInt64

    /// - Parameter plain: its letters, in small.
    init(_ plain: ArraySlice<UInt8>) {
        var stem = Self.irregular[TextWords.hash(plain)] ?? plain
        for ending in Self.endings where stem.count >= ending.count + Self.kept && stem.suffix(ending.count) == ending {
            stem = stem.dropLast(ending.count)
            break
        }
        while stem.count > Self.kept, let last = stem.last, last == Self.e || last == stem.dropLast().last {
            stem = stem.dropLast()
        }
        hash = TextWords.hash(stem)
    }

    /// By the hash of a form, what it is a form of.
    private static let irregular: [UInt64: ArraySlice<UInt8>] = {
        let forms = [
            "ring": ["rang", "rung"], "write": ["wrote", "written"], "speak": ["spoke", "spoken"], "pay": ["paid"],
            "sell": ["sold"], "lose": ["lost"], "teach": ["taught"], "drive": ["drove", "driven"], "run": ["ran"],
            "break": ["broke", "broken"], "steal": ["stole", "stolen"], "buy": ["bought"],
            "shake": ["shook", "shaken"],
            "fall": ["fell", "fallen"], "fight": ["fought"], "bite": ["bit", "bitten"],
            "forget": ["forgot", "forgotten"], "hide": ["hid", "hidden"], "choose": ["chose", "chosen"],
            "withdraw": ["withdrew", "withdrawn"], "leave": ["left"], "send": ["sent"], "spend": ["spent"],
        ]
        var irregular: [UInt64: ArraySlice<UInt8>] = [:]
        for (word, others) in forms { for other in others { irregular[TextWords.hash(other)] = Array(word.utf8)[...] } }
        return irregular
    }()

    /// So many letters stay.
    private static let kept = 3
    private static let e = UInt8(ascii: "e")
    /// The longest first.
    private static let endings: [ArraySlice<UInt8>] = [
        "ations", "ation", "ating", "ements", "ement", "ments", "ment", "ances", "ance", "ences", "ence", "ency",
        "ates",
        "ated", "ings", "ing", "ions", "ion", "als", "al", "ants", "ant", "ents", "ent", "ures", "ure", "ers", "er",
        "ors",
        "or", "ies", "ied", "ely", "ised", "ises", "ising", "ise", "ly", "ness", "ity", "ed", "es", "ate", "y", "s",
    ].sorted { $0.count > $1.count }.map { Array($0.utf8)[...] }
}
