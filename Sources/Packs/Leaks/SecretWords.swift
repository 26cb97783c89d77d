import Words
import Workflow

/// What can be looked for of a text that is a secret.
struct SecretWords {
    /// Sentences shorter than this, in letters or words, are anybody's.
    private static let shortestSentence = (letters: 20, words: 5)

    let read: TextWords
    private let kind: Secret.Kind
    private let ordinary: OrdinaryWords

    init(_ text: String, _ kind: Secret.Kind, _ ordinary: OrdinaryWords) {
        read = TextWords(text)
        self.kind = kind
        self.ordinary = ordinary
    }

    private func isOrdinary(_ word: TextWords.Word) -> Bool { word.isNumber || ordinary.contains(read.plain(word)) }

    /// Whole sentences, and a whole line with a word of its own.
    var sentences: [[UInt64]] {
        var found: [[UInt64]] = []
        var run: [TextWords.Word] = []
        func end() {
            let letters = run.reduce(0) { $0 + $1.plain.count }
            if letters >= Self.shortestSentence.letters, run.count >= Self.shortestSentence.words,
                // What every body resolves in the same words tells of nothing: that no further action be taken.
                run.contains(where: { !StandardWords.contains($0.hash) })
            {
                found.append(run.map(\.hash))
            }
        }
        for word in Self.withoutLeadIn(read.words) {
            if word.gap.contains(.sentence) || word.gap.contains(.far) {
                end()
                run = []
            }
            run.append(word)
        }
        end()
        if found.isEmpty, (2...12).contains(read.words.count), read.length >= 6,
            read.words.contains(where: { !isOrdinary($0) })
        {
            found.append(read.words.map(\.hash))
        }
        return found
    }

    /// A text without what the register puts before it: `Answer of the Board: …`, `That this be asked of …: …`.
    static func withoutLeadIn(_ words: [TextWords.Word]) -> ArraySlice<TextWords.Word> {
        guard leadIns.contains(where: { words.map(\.hash).starts(with: $0) }),
            let end = words.indices.dropFirst().first(where: { words[$0].gap.contains(.sentence) })
        else { return words[...] }
        return words[end...]
    }

    private static let leadIns = [
        "answer of the", "that this be asked of", "that this be recommended to", "that this be commissioned",
        "that this be returned to",
    ].map { TextWords($0).words.map(\.hash) }

    /// Telephone numbers, postcodes, references and other numbers, each in every way it may be grouped and begun.
    var codes: [UInt64] {
        var found: [UInt64] = []
        for run in codeRuns {
            let digits = run.reduce(0) { $0 + ($1.isNumber ? $1.plain.count : 0) }
            if run.allSatisfy(\.isNumber) {
                guard digits >= 9 || run.count == 1 && digits >= 6 || kind == .contact && digits >= 6 else { continue }
                found.append(TextIndex.code(run.flatMap { read.plain($0) }[...]))
            } else {
                let code = run.flatMap { read.plain($0) }
                if digits >= 5 || Postcode.holds(String(decoding: code, as: UTF8.self)) {
                    found.append(TextIndex.code(code[...]))
                }
                // Without a letter that only stands beside it.
                for (place, word) in run.enumerated() where !word.isNumber {
                    let rest = place == 0 ? run.dropFirst() : place == run.count - 1 ? run.dropLast() : []
                    let digits = rest.reduce(0) { $0 + ($1.isNumber ? $1.plain.count : 0) }
                    if digits >= 8, word.gap.contains(.space) || place == 0 {
                        found.append(TextIndex.code(rest.flatMap { read.plain($0) }[...]))
                    }
                }
            }
        }
        return found
    }

    /// The end of a landline number, as neighbours write it.
    var localNumbers: [UInt64] {
        guard kind == .contact else { return [] }
        return codeRuns.compactMap { run in
            let number = run.flatMap { read.plain($0) }
            guard run.allSatisfy(\.isNumber), run.count > 1, number.count >= 10, number.first == 0x30, number[1] != 0x37
            else { return nil }
            return TextIndex.code(number.suffix(6))
        }
    }

    private var codeRuns: [[TextWords.Word]] {
        var runs: [[TextWords.Word]] = []
        var run: [TextWords.Word] = []
        func end() {
            let digits = run.reduce(0) { $0 + ($1.isNumber ? $1.plain.count : 0) }
            if digits > 1, !isDate(run) { runs.append(run) }
            run = []
        }
        for (place, word) in read.words.enumerated() {
            let isTight = word.gap.isEmpty
            let next = place + 1 < read.words.count ? read.words[place + 1] : nil
            let leads = next.map { $0.isNumber && $0.gap.isEmpty } ?? false
            let belongs = word.isNumber || word.plain.count < 3 && (word.isCapital || isTight || leads)
            if !run.isEmpty, !belongs || !word.joinsCode { end() }
            if belongs { run.append(word) }
        }
        end()
        return runs
    }

    /// Days and spans of years are no numbers of anybody.
    private func isDate(_ run: [TextWords.Word]) -> Bool {
        guard run.allSatisfy(\.isNumber) else { return false }
        let lengths = run.map(\.plain.count)
        switch lengths {
        case [4], [4, 4], [4, 2],
            [8] where ["19", "20"].contains(String(decoding: read.plain(run[0]).prefix(2), as: UTF8.self)):
            return true
        case [4, 2, 2], [2, 2, 4], [1, 2, 4], [2, 1, 4], [1, 1, 4], [2, 2, 2], [1, 2, 2], [2, 1, 2], [1, 1, 2]:
            return true
        default: return false
        }
    }

    /// E-mail addresses: the words before the sign, and those after it.
    var addresses: [(local: [UInt64], domain: [UInt64])] { Self.addresses(in: read) }

    static func addresses(in read: TextWords) -> [(local: [UInt64], domain: [UInt64])] {
        read.words.indices.compactMap { place in
            guard read.words[place].gap.contains(.at) else { return nil }
            var start = place
            while start > 0 {
                start -= 1
                if start == 0 || !read.words[start].gap.isSubset(of: [.dot, .hyphen, .plus]) { break }
            }
            var end = place + 1
            while end < read.words.count, read.words[end].gap.isSubset(of: [.dot, .hyphen]),
                !read.words[end].gap.contains(.space)
            {
                end += 1
            }
            let isHandle = end - place < 2 || !read.words[(place + 1)..<end].contains { $0.gap == [.dot] }
            let isAttached = !read.words[place].gap.contains(.space) && place > start
            if isHandle { return ([], read.words[place..<end].map(\.hash)) }
            return isAttached ? (read.words[start..<place].map(\.hash), read.words[place..<end].map(\.hash)) : nil
        }
    }

    /// A house with its street: the number and as many words as tell it.
    var houses: [[UInt64]] {
        var found: [[UInt64]] = []
        let words = read.words
        for place in words.indices where words[place].isNumber && words[place].plain.count < 5 {
            var number = [words[place].hash]
            var next = place + 1
            if next < words.count, words[next].gap.isEmpty, words[next].plain.count == 1 {
                number.append(words[next].hash)
                next += 1
            }
            while next < words.count, words[next].hash == Self.the { next += 1 }
            guard next < words.count, !words[next].isNumber, words[next].isCapital, !words[next].gap.contains(.sentence)
            else { continue }
            let after = words[next..<min(next + 4, words.count)]
            let isStreet = after.dropFirst().contains { Self.streets[$0.hash] != nil }
            guard isStreet || kind == .contact else { continue }
            if !isOrdinary(words[next]) {
                found.append(number + [words[next].hash])
            } else if next + 1 < words.count, !words[next + 1].gap.contains(.sentence) {
                found.append(number + [words[next].hash, words[next + 1].hash])
            }
        }
        return found
    }

    /// Words of its own: with a capital, and not everyday English.
    ///
    /// - Parameter isHere: whether a word stands in a text at all.
    func names(where isHere: (UInt64) -> Bool) -> [UInt64] {
        read.words.filter {
            $0.isCapital && $0.plain.count > 2 && isHere($0.hash) && !isOrdinary($0)
                && !PersonName.titles.contains($0.hash)
        }.map(\.hash)
    }

    static let the = TextWords.hash("the")

    /// `Rd` for `Road`.
    static let streets: [UInt64: UInt64] = {
        var streets: [UInt64: UInt64] = [:]
        for (short, long) in [
            ("rd", "road"), ("st", "street"), ("ave", "avenue"), ("ln", "lane"), ("cl", "close"), ("dr", "drive"),
        ] {
            streets[TextWords.hash(short)] = TextWords.hash(long)
        }
        for name in [
            "road", "street", "avenue", "lane", "close", "drive", "crescent", "gardens", "row", "mews", "court", "way",
            "terrace", "place", "grove", "walk", "hill", "brow", "view", "rise", "square", "fold", "cottage",
            "cottages",
            "house", "flats", "park", "bank", "gate",
        ] { streets[TextWords.hash(name)] = TextWords.hash(name) }
        return streets
    }()
}
