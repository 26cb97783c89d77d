import Foundation

/// Which words are no names by themselves: everyday English, places, roles and bodies.
public struct OrdinaryWords: Sendable {
    private var hashes: Set<UInt64> = []

    /// - Parameter text: one word a line; lines that begin with `#` are comments.
    public init(_ text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") { hashes.insert(TextWords.hash(line.utf8)) }
        for word in Self.roles { hashes.insert(TextWords.hash(word)) }
    }

    /// The list that comes with the program. Throws `PackProblem.template` when it is not there.
    public init(data: String) throws(PackProblem) {
        guard let text = try? String(contentsOfFile: "\(data)/words/ordinary.txt", encoding: .utf8) else {
            throw .template(name: "words/ordinary.txt", reason: "it is not among the data")
        }
        self.init(text)
    }

    /// The same with the words of some phrases: places, titles of bodies and roles, short forms.
    public func adding(_ phrases: some Sequence<String>) -> OrdinaryWords {
        var more = self
        for phrase in phrases { for word in TextWords(phrase).words { more.hashes.insert(word.hash) } }
        return more
    }

    /// - Parameter plain: a word's plain letters. Regular forms count like the word itself.
    func contains(_ plain: ArraySlice<UInt8>) -> Bool {
        if plain.count < 3 || hashes.contains(TextWords.hash(plain)) { return true }
        for (ending, instead) in Self.endings
        where plain.count > ending.count + 2 && plain.suffix(ending.count) == ending {
            let stem = plain.dropLast(ending.count)
            if hashes.contains(TextWords.hash(instead, from: TextWords.hash(stem))) { return true }
        }
        return false
    }

    private static let endings: [(ArraySlice<UInt8>, [UInt8])] = [
        ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("d", ""), ("ly", ""),
    ].map { (Array($0.0.utf8)[...], Array($0.1.utf8)) }

    /// Whoever raises a concern is often told by one of these.
    static let roles = [
        "parent", "carer", "parents", "carers", "mother", "father", "mum", "dad", "grandmother", "grandfather",
        "guardian",
        "senco", "headteacher", "teacher", "chair", "professional", "member", "anonymous", "withheld", "family",
        "pupil",
        "student", "child", "officer", "lap", "nhs", "send", "sendiass", "camhs", "ehcp", "sen", "dco", "ot", "salt",
        "unknown", "none", "nil", "caller", "secretary", "raiser", "rep", "representative",
    ]

    /// A name that has one of these is a body's, not a person's.
    static let bodies: Set<UInt64> = Set(
        [
            "school", "schools", "academy", "college", "nursery", "preschool", "university", "centre", "center", "team",
            "teams", "service", "services", "forum", "group", "partnership", "lap", "board", "council", "trust", "nhs",
            "hospital", "clinic", "surgery", "charity", "committee", "association", "society", "network", "department",
            "office", "panel", "sendiass", "camhs", "headteacher", "senco", "club", "limited", "ltd", "cic",
            "governors",
        ].map(TextWords.hash))
}
