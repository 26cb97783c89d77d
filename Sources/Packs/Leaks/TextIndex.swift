import Words
import Workflow

/// Texts made ready to be searched: each word, each few words read as one, each number however it is grouped, each date.
struct TextIndex {
    /// Where a word, or several read as one, stands.
    struct Entry {
        let words: Range<Int>
        /// Spaces part it, so that only a name that is written so can be meant.
        let isSpaced: Bool
    }

    let texts: [SearchedText]
    private(set) var words: [TextWords.Word] = []
    private(set) var bytes: [UInt8] = []
    /// The first word of each text, and the end.
    private(set) var starts: [Int] = []
    private(set) var entries: [UInt64: [Entry]] = [:]
    /// Numbers and codes by their letters and digits without what parts them.
    private(set) var codes: [UInt64: [Range<Int>]] = [:]
    /// Where so many words in a row begin that to say them again is to repeat somebody.
    private(set) var runs: [UInt64: [Int]] = [:]
    /// The same, with whoever it is about taken for anybody.
    private(set) var retold: [UInt64: [Int]] = [:]
    /// Where words stand, by what their regular forms have in common.
    private(set) var stems: [UInt64: [Int]] = [:]
    /// Where a long word begins or ends with some letters and goes on with others: `tobyfarnworth`.
    private(set) var within: [UInt64: [Int]] = [:]
    /// Words before which a line ends and nothing else stands.
    private var afterLineFeed: Set<Int> = []
    private(set) var dates: [WrittenDate] = []
    private(set) var days: [Day: [Int]] = [:]
    private(set) var isOrdinary: [Bool] = []

    init(_ texts: [SearchedText], _ ordinary: OrdinaryWords) {
        self.texts = texts
        for text in texts {
            starts.append(words.count)
            let read = TextWords(text.text)
            let offset = bytes.count
            if text.text.utf8.contains(0x0A) {
                let source = Array(text.text.utf8)
                for (word, next) in zip(read.words, read.words.dropFirst().enumerated())
                where next.element.range.lowerBound == word.range.upperBound + 1
                    && source[word.range.upperBound] == 0x0A
                {
                    afterLineFeed.insert(words.count + next.offset + 1)
                }
            }
            bytes += read.bytes
            words += read.words.map { word in
                TextWords.Word(
                    hash: word.hash, range: word.range,
                    plain: (word.plain.lowerBound + offset)..<(word.plain.upperBound + offset),
                    isNumber: word.isNumber, isCapital: word.isCapital, gap: word.gap)
            }
        }
        starts.append(words.count)
        isOrdinary = words.map { $0.isNumber || ordinary.contains(bytes[$0.plain]) }
        let marks = words.indices.map {
            RetoldWords.mark(words[$0], isOrdinary: !words[$0].isCapital || isOrdinary[$0])
        }
        for place in words.indices {
            if !words[place].isNumber { stems[WordStem(bytes[words[place].plain]).hash, default: []].append(place) }
            addNames(at: place)
            addCodes(at: place)
            if let run = Self.run(words[place...].prefix(Self.telling)) { runs[run, default: []].append(place) }
            let end = min(place + RetoldWords.length, words.count)
            if let run = RetoldWords.run(marks[place..<end], words[place..<end]) {
                retold[run, default: []].append(place)
            }
            if let date = WrittenDate(at: place, in: self) {
                for day in date.days { days[day, default: []].append(dates.count) }
                dates.append(date)
            }
        }
    }

    func plain(_ place: Int) -> ArraySlice<UInt8> { bytes[words[place].plain] }

    func text(_ place: Int) -> String { String(decoding: plain(place), as: UTF8.self) }

    /// Which text a word stands in.
    func text(of place: Int) -> Int {
        var low = 0
        var high = starts.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }

    func isHere(_ hashes: [UInt64], at place: Int) -> Bool {
        guard place + hashes.count <= words.count else { return false }
        for (offset, hash) in hashes.enumerated() {
            let word = words[place + offset]
            if word.hash != hash || offset > 0 && word.gap.contains(.far) { return false }
        }
        return true
    }

    /// Where a sequence of words stands.
    func all(_ hashes: [UInt64]) -> [Range<Int>] {
        guard let first = hashes.first else { return [] }
        return (entries[first] ?? []).filter { $0.words.count == 1 && isHere(hashes, at: $0.words.lowerBound) }.map {
            $0.words.lowerBound..<($0.words.lowerBound + hashes.count)
        }
    }

    /// So many words in a row repeat what was said.
    static let telling = 5

    /// One number for so many words in a row; nil where there are fewer, or a text ends between them.
    static func run(_ words: ArraySlice<TextWords.Word>) -> UInt64? {
        guard words.count == telling, !words.dropFirst().contains(where: { $0.gap.contains(.far) }) else { return nil }
        return words.reduce(TextWords.seed) { ($0 ^ $1.hash) &* 0x100_0000_01B3 }
    }

    /// Where a text repeats words of another: as many in a row as stand in both, and no fewer than tell.
    func repeated(_ said: [TextWords.Word]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for start in said.indices.dropLast(Self.telling - 1) {
            guard let run = Self.run(said[start...].prefix(Self.telling)) else { continue }
            for place in runs[run] ?? [] {
                if let last = found.lastIndex(where: { $0.contains(place) && $0.upperBound == place + Self.telling - 1 }
                ) {
                    found[last] = found[last].lowerBound..<(place + Self.telling)
                } else {
                    found.append(place..<(place + Self.telling))
                }
            }
        }
        return found
    }

    private mutating func addNames(at place: Int) {
        let first = words[place]
        guard !first.isNumber else { return }
        entries[first.hash, default: []].append(Entry(words: place..<(place + 1), isSpaced: false))
        // `Farnworths`.
        let plain = bytes[first.plain]
        if plain.count > 3, plain.last == 0x73 {
            for stem in [plain.dropLast(), plain.suffix(3).elementsEqual("ses".utf8) ? plain.dropLast(2) : []]
            where !stem.isEmpty {
                entries[TextWords.hash(stem), default: []].append(Entry(words: place..<(place + 1), isSpaced: false))
            }
        }
        addFigures(at: place)
        addParts(at: place)
        var hash = first.hash
        var isSpaced = false
        for next in (place + 1)..<(place + 4) where next < words.count {
            let word = words[next]
            guard !word.isNumber, !word.gap.contains(.far), !word.gap.contains(.other), !word.gap.contains(.long) else {
                break
            }
            isSpaced = isSpaced || word.gap.contains(.space) && !word.gap.contains(.hyphen) && !breaksWord(at: next)
            hash = TextWords.hash(bytes[word.plain], from: hash)
            entries[hash, default: []].append(Entry(words: place..<(next + 1), isSpaced: isSpaced))
        }
        // `H A R T L E Y`.
        guard first.plain.count == 1, place == 0 || words[place - 1].plain.count > 1 || first.gap.contains(.far) else {
            return
        }
        var end = place + 1
        hash = first.hash
        while end < words.count, end - place < 30, words[end].plain.count == 1, !words[end].isNumber,
            words[end].gap.isSubset(of: [.space, .dot, .hyphen])
        {
            hash = TextWords.hash(bytes[words[end].plain], from: hash)
            end += 1
        }
        if end - place > 3 { entries[hash, default: []].append(Entry(words: place..<end, isSpaced: false)) }
    }

    /// The end of a line stands within a word: neither half is everyday English, or not both.
    private func breaksWord(at place: Int) -> Bool {
        afterLineFeed.contains(place) && !(isOrdinary[place - 1] && isOrdinary[place])
    }

    /// The letters at either end of a long word that is no English one, where a few more stand beside them.
    private mutating func addParts(at place: Int) {
        let plain = bytes[words[place].plain]
        guard plain.count >= Self.partLength + Self.besidePart, plain.count < 40, !isOrdinary[place] else { return }
        for length in Self.partLength...(plain.count - Self.besidePart) {
            within[TextWords.hash(plain.prefix(length)), default: []].append(place)
            within[TextWords.hash(plain.suffix(length)), default: []].append(place)
        }
    }

    /// So many letters of a name are found within a word, and so many have to stand beside them.
    static let partLength = 6
    private static let besidePart = 3

    /// `T0by`, `Farnw0rth`: figures that look like letters, within a word.
    private mutating func addFigures(at place: Int) {
        var end = place + 1
        while end < words.count, end - place < 7, words[end].gap.isEmpty,
            words[end].isNumber != words[end - 1].isNumber, words[end].plain.count < 3 || !words[end].isNumber,
            words[end].isNumber || !words[end].isCapital
        {
            end += 1
        }
        if words[end - 1].isNumber { end -= 1 }
        guard end - place > 2 else { return }
        for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
            let letters = (place..<end).flatMap { plain($0) }.map { Self.letterLike($0, one: one) }
            guard !letters.contains(where: { (0x30...0x39).contains($0) }) else { return }
            entries[TextWords.hash(letters), default: []].append(Entry(words: place..<end, isSpaced: false))
        }
    }

    private static func letterLike(_ byte: UInt8, one: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"): one
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "4"): UInt8(ascii: "a")
        case UInt8(ascii: "5"): UInt8(ascii: "s")
        default: byte
        }
    }

    /// Letters and digits of up to twelve words, of which one at least has a digit.
    private mutating func addCodes(at place: Int) {
        var text: [UInt8] = []
        var hasDigit = false
        for end in place..<min(place + 13, words.count) {
            let word = words[end]
            if end > place, !word.joinsCode { break }
            text += bytes[word.plain]
            if text.count > 24 { break }
            hasDigit = hasDigit || word.isNumber
            guard hasDigit, text.count >= 4 else { continue }
            let code = Self.code(text[...])
            codes[code, default: []].append(place..<(end + 1))
        }
    }

    /// One number for a number however it is grouped and begun: `0044 (0)7700`, `+44 7700`, `07700`, `7700`.
    static func code(_ text: ArraySlice<UInt8>) -> UInt64 {
        text.allSatisfy { (0x30...0x39).contains(TextWords.digitLike($0)) } ? hash(national(text)) : hash(text)
    }

    /// A number without what stands before it for calls from elsewhere.
    static func national(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var number = digits
        let abroad: [UInt8] = [0x30, 0x30, 0x34, 0x34]
        let country: [UInt8] = [0x34, 0x34]
        if number.count > 10 {
            if number.starts(with: abroad) {
                number = number.dropFirst(4)
            } else if number.starts(with: country) {
                number = number.dropFirst(2)
            }
        }
        if number.count > 9, let first = number.first, TextWords.digitLike(first) == 0x30 {
            number = number.dropFirst()
        }
        return number
    }

    private static func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
        var hash = TextWords.seed
        for byte in text { hash = (hash ^ UInt64(TextWords.digitLike(byte))) &* 0x100_0000_01B3 }
        return hash
    }
}

extension TextWords.Word {
    /// What stands before it may part the groups of a number.
    var joinsCode: Bool { gap.isSubset(of: [.space, .hyphen, .dot, .slash, .plus]) }
}

/// A text that is searched, and what it is called.
struct SearchedText {
    /// `item 8.1, discussed`; `the PDF, page 3`.
    let place: String
    /// What holds it, for a hint: `N-7`.
    let reference: String?
    let text: String
    /// The issue that it is about.
    let issue: String?
    /// It tells what was said and decided at a meeting.
    let isMinutes: Bool

    init(
        _ place: String, reference: String? = nil, issue: String? = nil, isMinutes: Bool = false, _ text: String
    ) {
        self.issue = issue
        self.isMinutes = isMinutes
        self.place = place
        self.reference = reference
        self.text = text
    }
}
