/// The numbers of a text, however their digits are grouped: `07700 900 123`, `(07700) 900-123`, `+44 7700 900123`.
struct DigitRuns {
    /// Shorter numbers are ordinary words.
    static let shortest = 6
    private static let longest = 16

    /// Every stretch of digits of a length that a secret number may have.
    private var windows: Set<String> = []

    /// The digits of a text that is nothing but a number; nil for other texts. `+44` and `0044` become `0`.
    static func digits(ofNumber text: String) -> String? {
        let plain = SearchWords.plain(text)
        guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || " +-./()\u{A0}".contains($0)) }) else { return nil }
        var digits = plain.filter(\.isNumber)
        if digits.hasPrefix("0044") { digits = "0" + digits.dropFirst(4) }
        if plain.contains("+"), digits.hasPrefix("44") { digits = "0" + digits.dropFirst(2) }
        return (shortest...longest).contains(digits.count) ? digits : nil
    }

    /// - Parameter bytes: plain text, as `SearchWords.plain` makes it.
    init(_ bytes: [UInt8]) {
        var run: [UInt8] = []
        var gap = 0
        for byte in bytes {
            if (0x30...0x39).contains(byte) {
                run.append(byte)
                gap = 0
            } else if " +-./()\n\r\u{0C}".utf8.contains(byte), gap < 3 {
                gap += 1
            } else {
                add(run)
                run = []
                gap = 0
            }
        }
        add(run)
    }

    private mutating func add(_ run: [UInt8]) {
        guard run.count >= Self.shortest else { return }
        for start in run.indices {
            for length in Self.shortest...Self.longest where start + length <= run.count {
                windows.insert(String(decoding: run[start..<(start + length)], as: UTF8.self))
            }
        }
    }

    /// Whether the number stands there, also with its country code.
    func contains(_ digits: String) -> Bool {
        if windows.contains(digits) { return true }
        return digits.hasPrefix("0") && digits.count < Self.longest && windows.contains("44" + digits.dropFirst())
    }
}
