import Foundation

/// Text as people mean it, however it is written: small letters without accents, digits of every script as 0 to 9, letters
/// that only look different made one; what cannot be seen is left out.
enum PlainText {
    enum Piece: Equatable {
        /// Letters, in small letters and UTF-8.
        case letters(String)
        case digit(UInt8)
        /// Between words.
        case mark
        /// Nothing that anybody sees; it parts no word.
        case nothing
    }

    /// What one scalar stands for, after compatibility decomposition: usually one piece.
    static func pieces(_ scalar: Unicode.Scalar) -> [Piece] {
        String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.map(piece)
    }

    private static func piece(_ scalar: Unicode.Scalar) -> Piece {
        let properties = scalar.properties
        if scalar == "\u{0640}" || properties.isDefaultIgnorableCodePoint
            || properties.generalCategory == .nonspacingMark
            || properties.generalCategory == .format
        {
            return .nothing
        }
        if properties.numericType == .decimal, let value = properties.numericValue { return .digit(UInt8(value)) }
        guard properties.isAlphabetic || properties.numericType != nil else { return .mark }
        if let fold = folds[scalar] { return .letters(fold) }
        let small = properties.lowercaseMapping
        return .letters(small.unicodeScalars.first.flatMap { folds[$0] } ?? small)
    }

    /// Letters whose strokes are no accents to Unicode, and letters that languages write in several ways.
    private static let folds: [Unicode.Scalar: String] = [
        "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ŋ": "n",
        "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ٱ": "ا", "ؤ": "و", "ئ": "ي",
    ]

    /// Small letters of other alphabets that look like Latin ones; only within words that have Latin letters too.
    static let lookalikes: [Unicode.Scalar: Character] = [
        "а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c", "т": "t", "у": "y",
        "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d", "ո": "n", "α": "a", "ε": "e", "ι": "i", "κ": "k", "ν": "v",
        "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x",
    ]
}
