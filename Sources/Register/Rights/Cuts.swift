/// Which words of a text were taken out, by their places alone: `3-4 9`. With the text they make the form that was left of
/// it; without it they tell how many words went, and nothing else.
///
/// A word is a run of letters and digits, or one other character that is no space. Places count from 0.
struct Cuts: Hashable, Sendable, LosslessStringConvertible {
    private let ranges: [ClosedRange<Int>]

    /// Stands on record where words went that cannot be told by their places.
    static let unknown = ""

    /// Nil unless these cuts make exactly the new text of the old one.
    ///
    /// - Parameter mark: what stands in the new text for what was taken out.
    init?(from old: String, to new: String, mark: String) {
        guard let gaps = Cuts.gaps(in: Array(old.utf8), leaving: Cuts.pieces(of: new, between: mark)) else {
            return nil
        }
        let words = Cuts.words(of: old)
        ranges = gaps.compactMap { gap in
            let first = words.firstIndex { $0.upperBound > gap.lowerBound }
            let last = words.lastIndex { $0.lowerBound < gap.upperBound }
            guard let first, let last, first <= last else { return nil }
            return first...last
        }
        guard ranges.count == gaps.count, made(of: old, mark: mark) == new else { return nil }
    }

    init?(_ description: String) {
        var ranges: [ClosedRange<Int>] = []
        for part in description.split(separator: " ", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
                first > (ranges.last?.upperBound ?? -1)
            else { return nil }
            ranges.append(first...last)
        }
        self.ranges = ranges
    }

    var description: String {
        ranges.map { $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(
            separator: " ")
    }

    /// What is left of a text; nil for one that has no such words.
    func made(of old: String, mark: String) -> String? {
        let words = Cuts.words(of: old)
        let bytes = Array(old.utf8)
        var kept = ""
        var place = 0
        for range in ranges {
            guard range.upperBound < words.count else { return nil }
            kept += String(decoding: bytes[place..<words[range.lowerBound].lowerBound], as: UTF8.self) + mark
            place = words[range.upperBound].upperBound
        }
        return kept + String(decoding: bytes[place...], as: UTF8.self)
    }

    /// The words of a text, as ranges of its UTF-8.
    private static func words(of text: String) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var isInWord = false
        var place = 0
        for scalar in text.unicodeScalars {
            let end = place + UTF8.width(scalar)
            let properties = scalar.properties
            let isLetter =
                properties.isAlphabetic || properties.numericType != nil
                || properties.generalCategory == .nonspacingMark
            if isLetter, isInWord, let last = words.popLast() {
                words.append(last.lowerBound..<end)
            } else if !properties.isWhitespace {
                words.append(place..<end)
            }
            isInWord = isLetter
            place = end
        }
        return words
    }

    private static func pieces(of text: String, between mark: String) -> [[UInt8]] {
        let bytes = Array(text.utf8)
        let mark = Array(mark.utf8)
        var pieces: [[UInt8]] = []
        var start = 0
        var place = 0
        while place + mark.count <= bytes.count {
            if bytes[place..<place + mark.count].elementsEqual(mark) {
                pieces.append(Array(bytes[start..<place]))
                place += mark.count
                start = place
            } else {
                place += 1
            }
        }
        return pieces + [Array(bytes[start...])]
    }

    /// Where something else stands between pieces of a text; nil when they are not its pieces.
    private static func gaps(in text: [UInt8], leaving pieces: [[UInt8]]) -> [Range<Int>]? {
        guard pieces.count > 1, let first = pieces.first, let last = pieces.last, text.starts(with: first),
            first.count + last.count < text.count, text.suffix(last.count).elementsEqual(last)
        else { return nil }
        let end = text.count - last.count
        var gaps: [Range<Int>] = []
        var gap = first.count
        for piece in pieces.dropFirst().dropLast() {
            var place = gap + 1
            while place + piece.count <= end, !text[place..<place + piece.count].elementsEqual(piece) { place += 1 }
            guard place + piece.count < end else { return nil }
            gaps.append(gap..<place)
            gap = place + piece.count
        }
        return gaps + [gap..<end]
    }
}
