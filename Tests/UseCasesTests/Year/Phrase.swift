/// Words that nobody else has used: what is taken in private may be printed nowhere, so nothing is said twice.
enum Phrase {
    private static let syllables = ["ba", "do", "fi", "ku", "le", "mo", "nu", "pi", "ra", "so", "te", "vu"]

    /// Four made-up words that belong to a text about something.
    static func of(_ text: String, about subject: String) -> String {
        // FNV-1a, as hashes of Swift's own differ from run to run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(subject) \(text)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var dice = Dice(seed: hash)
        return (0..<4).map { _ in (0..<5).map { _ in dice.pick(syllables) }.joined() }.joined(separator: " ")
    }
}
