import Foundation

/// The words of a text: runs of letters or of digits, parted too where small letters meet capitals and letters digits, so
/// that `JaneFarnworth1` is three. Apostrophes part nothing, and a final `'s` belongs to no word.
public struct TextWords: Sendable {
    public struct Word: Sendable {
        /// Of its plain letters or digits.
        public let hash: UInt64
        /// In bytes of the text.
        public let range: Range<Int>
        /// Its plain letters or digits, among all words' bytes.
        public let plain: Range<Int>
        public let isNumber: Bool
        public let isCapital: Bool
        public let gap: Gap

        @inlinable public init(
            hash: UInt64, range: Range<Int>, plain: Range<Int>, isNumber: Bool, isCapital: Bool, gap: Gap
        ) {
            self.hash = hash
            self.range = range
            self.plain = plain
            self.isNumber = isNumber
            self.isCapital = isCapital
            self.gap = gap
        }
    }

    /// What stands before a word.
    public struct Gap: OptionSet, Sendable {
        public let rawValue: UInt16
        @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

        @inlinable public static var space: Gap { Gap(rawValue: 1) }
        @inlinable public static var hyphen: Gap { Gap(rawValue: 2) }
        @inlinable public static var dot: Gap { Gap(rawValue: 4) }
        @inlinable public static var comma: Gap { Gap(rawValue: 8) }
        @inlinable public static var at: Gap { Gap(rawValue: 16) }
        /// Something else than spaces, hyphens, dots, slashes and round brackets.
        @inlinable public static var other: Gap { Gap(rawValue: 32) }
        /// The end of a sentence, or of a text.
        @inlinable public static var sentence: Gap { Gap(rawValue: 64) }
        /// An empty line, or the end of a text.
        @inlinable public static var far: Gap { Gap(rawValue: 128) }
        @inlinable public static var plus: Gap { Gap(rawValue: 256) }
        /// More than a few characters.
        @inlinable public static var long: Gap { Gap(rawValue: 512) }
        @inlinable public static var slash: Gap { Gap(rawValue: 1024) }
    }

    public let words: [Word]
    public let bytes: [UInt8]

    public init(_ text: String) {
        var reader = WordReader()
        var text = text
        text.withUTF8 { reader.read($0) }
        words = reader.words
        bytes = reader.bytes
    }

    @inlinable public func plain(_ word: Word) -> ArraySlice<UInt8> { bytes[word.plain] }

    public func text(_ word: Word) -> String { String(decoding: bytes[word.plain], as: UTF8.self) }

    /// How many letters and digits there are.
    public var length: Int { bytes.count }

    @inlinable public static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

    @inlinable public static func hash(_ bytes: some Sequence<UInt8>, from seed: UInt64 = seed) -> UInt64 {
        bytes.reduce(seed) { hash($1, from: $0) }
    }

    @inlinable public static func hash(_ byte: UInt8, from seed: UInt64) -> UInt64 {
        (seed ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    @inlinable public static func hash(_ text: String) -> UInt64 { hash(text.utf8) }

    /// `O` for 0 and `I` for 1, as people type them.
    @inlinable public static func digitLike(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "o"): 0x30
        case UInt8(ascii: "i"), UInt8(ascii: "l"): 0x31
        default: byte
        }
    }
}

/// Gathers the words while the bytes of a text go by.
private struct WordReader {
    var words: [TextWords.Word] = []
    var bytes: [UInt8] = []

    private var start = 0
    private var plainStart = 0
    private var isNumber = false
    private var isCapital = false
    private var lastIsSmall = false
    private var hasLatin = false
    private var hasOther = false
    private var isInWord = false
    private var gap: TextWords.Gap = [.sentence, .far]
    private var gapLength = 0
    private var lineFeeds = 0
    private var known: [UInt32: [PlainText.Piece]] = [:]

    mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while at < source.count {
            let byte = source[at]
            guard byte >= 0x80 else {
                if byte == 0x25, let escaped = escaped(source, at) {
                    ascii(escaped, at, source, length: 3)
                    at += 3
                } else {
                    ascii(byte, at, source, length: 1)
                    at += 1
                }
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            let end = min(at + length, source.count)
            let scalar = String(decoding: source[at..<end], as: UTF8.self).unicodeScalars.first ?? " "
            other(scalar, at, end, source)
            at = end
        }
        endWord(at)
    }

    private func escaped(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt8? {
        guard at + 2 < source.count else { return nil }
        let text = String(decoding: source[(at + 1)...(at + 2)], as: UTF8.self)
        guard let value = UInt8(text, radix: 16), (0x20..<0x7F).contains(value) else { return nil }
        return value
    }

    private mutating func ascii(_ byte: UInt8, _ at: Int, _ source: UnsafeBufferPointer<UInt8>, length: Int) {
        switch byte {
        case 0x61...0x7A: letter(byte, isCapital: false, at)
        case 0x41...0x5A: letter(byte | 0x20, isCapital: true, at)
        case 0x30...0x39: digit(byte, at)
        case 0x27: apostrophe(at, source)
        default: mark(byte, at)
        }
    }

    private mutating func other(
        _ scalar: Unicode.Scalar, _ at: Int, _ end: Int, _ source: UnsafeBufferPointer<UInt8>
    ) {
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{2032}", "\u{00B4}", "\u{FF07}":
            apostrophe(at, source, length: end - at)
            return
        case "\u{2212}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}":
            mark(0x2D, at)
            return
        case "\u{06D4}", "\u{061F}", "\u{3002}":
            mark(0x2E, at)
            gap.insert(.sentence)
            return
        default: break
        }
        let pieces: [PlainText.Piece]
        if let kept = known[scalar.value] {
            pieces = kept
        } else {
            pieces = PlainText.pieces(scalar)
            known[scalar.value] = pieces
        }
        for piece in pieces {
            switch piece {
            case .letters(let letters):
                letter(
                    Array(letters.utf8), isCapital: scalar.properties.isUppercase,
                    isLatin: letters.utf8.allSatisfy { $0 < 0x80 }, at)
            case .digit(let digit): self.digit(0x30 + digit, at)
            case .nothing: break
            case .mark:
                let plain = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.first ?? " "
                mark(plain.isASCII ? UInt8(plain.value) : plain.properties.isWhitespace ? 0x20 : 0x7E, at)
            }
        }
    }

    private mutating func letter(_ plain: UInt8, isCapital: Bool, _ at: Int) {
        if isInWord, isNumber || isCapital && lastIsSmall { endWord(at) }
        begin(at, isNumber: false, isCapital: isCapital)
        bytes.append(plain)
        lastIsSmall = !isCapital
        hasLatin = true
    }

    private mutating func letter(_ plain: [UInt8], isCapital: Bool, isLatin: Bool, _ at: Int) {
        if isInWord, isNumber || isCapital && lastIsSmall { endWord(at) }
        begin(at, isNumber: false, isCapital: isCapital)
        bytes += plain
        lastIsSmall = !isCapital
        if isLatin { hasLatin = true } else { hasOther = true }
    }

    private mutating func digit(_ digit: UInt8, _ at: Int) {
        if isInWord, !isNumber { endWord(at) }
        begin(at, isNumber: true, isCapital: false)
        bytes.append(digit)
    }

    private mutating func begin(_ at: Int, isNumber: Bool, isCapital: Bool) {
        guard !isInWord else { return }
        isInWord = true
        start = at
        plainStart = bytes.count
        self.isNumber = isNumber
        self.isCapital = isCapital
        hasLatin = false
        hasOther = false
    }

    /// Within a word it parts nothing; before a final `s` the word ends.
    private mutating func apostrophe(_ at: Int, _ source: UnsafeBufferPointer<UInt8>, length: Int = 1) {
        guard isInWord, !isNumber else {
            mark(0x27, at)
            return
        }
        let next = at + length
        func isLetter(_ place: Int) -> Bool {
            place < source.count && ((0x61...0x7A).contains(source[place] | 0x20) || source[place] >= 0x80)
        }
        if next < source.count, source[next] | 0x20 == 0x73, !isLetter(next + 1) {
            endWord(at)
            isSkippingS = true
        }
    }

    private var isSkippingS = false

    private mutating func mark(_ byte: UInt8, _ at: Int) {
        endWord(at)
        gapLength += 1
        if gapLength > 4 { gap.insert(.long) }
        switch byte {
        case 0x20, 0x09, 0x0D: gap.insert(.space)
        case 0x0A, 0x0C:
            gap.insert(.space)
            lineFeeds += 1
            if lineFeeds > 1 || byte == 0x0C { gap.insert(.far) }
        case 0x2D: gap.insert(.hyphen)
        case 0x2E: gap.insert(.dot)
        case 0x2C: gap.formUnion([.comma, .other])
        case 0x40: gap.formUnion([.at, .other])
        case 0x2B: gap.insert(.plus)
        case 0x2F: gap.insert(.slash)
        case 0x28, 0x29, 0x5F: break
        case 0x21, 0x3F, 0x3B, 0x3A: gap.formUnion([.sentence, .other])
        default: gap.insert(.other)
        }
    }

    private mutating func endWord(_ at: Int) {
        guard isInWord else { return }
        isInWord = false
        defer {
            gap = []
            gapLength = 0
            lineFeeds = 0
            lastIsSmall = false
        }
        if isSkippingS {
            isSkippingS = false
            if bytes.count - plainStart == 1, bytes.last == 0x73 {
                bytes.removeLast()
                return
            }
        }
        if hasLatin, hasOther { unmask() }
        // A dot before a space or a capital ends a sentence.
        if gap.contains(.dot), gap.contains(.space) { gap.insert(.sentence) }
        words.append(
            TextWords.Word(
                hash: TextWords.hash(bytes[plainStart...]), range: start..<at, plain: plainStart..<bytes.count,
                isNumber: isNumber, isCapital: isCapital, gap: gap))
    }

    /// A word that mixes alphabets is read as it looks.
    private mutating func unmask() {
        let word = String(decoding: bytes[plainStart...], as: UTF8.self)
        bytes.removeSubrange(plainStart...)
        for scalar in word.unicodeScalars {
            bytes += Array((PlainText.lookalikes[scalar].map(String.init) ?? String(scalar)).utf8)
        }
    }
}
