import Foundation

/// Text as a search sees it: words of small letters and digits, without accents, apostrophes, or anything invisible.
/// Each word is kept as a hash, because a register's hundred thousand secrets are looked up, not read.
struct SearchWords {
    private(set) var words: [UInt64] = []
    /// How many letters and digits there are.
    private(set) var length = 0
    /// For each word, how many line feeds and form feeds stand before it; only when asked for.
    private(set) var places: [Int32] = []

    /// - Parameter isJoiningHyphens: whether a hyphen at the end of a line is the mark of a broken word, to be taken out.
    init(_ text: String, isJoiningHyphens: Bool = false, placesBy mark: UInt8? = nil) {
        var text = text
        if !text.utf8.allSatisfy({ $0 < 0x80 }) { text = Self.plain(text) }
        var hash = Self.seed
        var isInWord = false
        var place: Int32 = 0
        text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                var byte = bytes[index]
                if (0x41...0x5A).contains(byte) { byte |= 0x20 }
                if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 {
                    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                    isInWord = true
                    length += 1
                } else if byte == 0x27 && !Self.isPossessive(bytes, index)
                    || isJoiningHyphens && byte == 0x2D && Self.endsLine(bytes, &index)
                {
                    // An apostrophe, or the hyphen of a broken word: the word goes on.
                } else {
                    if isInWord { end(&hash, place, mark) }
                    isInWord = false
                    if byte == mark { place += 1 }
                }
                index += 1
            }
        }
        if isInWord { end(&hash, place, mark) }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private mutating func end(_ hash: inout UInt64, _ place: Int32, _ mark: UInt8?) {
        words.append(hash)
        if mark != nil { places.append(place) }
        hash = Self.seed
    }

    /// Whether the apostrophe at a place begins a final `'s`, which belongs to no name.
    private static func isPossessive(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 1 < bytes.count, bytes[index + 1] | 0x20 == 0x73 else { return false }
        guard index + 2 < bytes.count else { return true }
        let after = bytes[index + 2] | 0x20
        return !((0x61...0x7A).contains(after) || (0x30...0x39).contains(after) || after >= 0x80)
    }

    /// Whether only a line break follows the hyphen; if so, moves on to its end.
    private static func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
        var next = index + 1
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0D { next += 1 }
        guard next < bytes.count, bytes[next] == 0x0A else { return false }
        while next + 1 < bytes.count, [0x20, 0x0A, 0x0D].contains(bytes[next + 1]) { next += 1 }
        index = next
        return true
    }

    /// Small letters without accents, in their plain forms; what cannot be seen is left out; every kind of hyphen and
    /// apostrophe becomes the plain one, other punctuation a space.
    static func plain(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            let properties = scalar.properties
            if scalar.isASCII {
                out.append(scalar)
            } else if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .nonspacingMark
                || properties.generalCategory == .format
            {
                continue
            } else if properties.generalCategory == .dashPunctuation || scalar == "\u{2212}" {
                out.append("-")
            } else if ["\u{2018}", "\u{2019}", "\u{02BC}", "\u{2032}", "\u{00B4}"].contains(scalar) {
                out.append("'")
            } else if properties.isAlphabetic || properties.numericType != nil {
                out.append(contentsOf: (folds[scalar] ?? properties.lowercaseMapping).unicodeScalars)
            } else {
                out.append(" ")
            }
        }
        return String(out)
    }

    /// Letters whose strokes are no accents to Unicode.
    private static let folds: [Unicode.Scalar: String] = [
        "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe",
        "Œ": "oe",
        "ı": "i", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
    ]
}
