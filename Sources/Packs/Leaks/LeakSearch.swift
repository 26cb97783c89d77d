/// Searches what was written for what must not be there. The words of the pack are indexed once; then each secret is
/// looked up, so that a hundred thousand of them cost about a second.
struct LeakSearch {
    private struct Stream {
        let text: WrittenText
        let words: SearchWords
        /// Where each word stands.
        let index: [UInt64: [Int]]
    }

    private let streams: [Stream]
    private let numbers: [(text: WrittenText, runs: DigitRuns)]
    private let plain: [(text: WrittenText, bytes: [UInt8])]

    init(_ texts: [WrittenText]) {
        let pageMark: UInt8 = 0x0C
        // Once with hyphens at line ends as they stand, once with the broken words joined.
        streams = texts.flatMap { text in
            [false, true].compactMap { isJoining -> Stream? in
                if isJoining, !text.hasBrokenWords { return nil }
                let words = SearchWords(text.text, isJoiningHyphens: isJoining, placesBy: pageMark)
                var index: [UInt64: [Int]] = [:]
                for (place, word) in words.words.enumerated() { index[word, default: []].append(place) }
                return Stream(text: text, words: words, index: index)
            }
        }
        plain = texts.map { ($0, Array(SearchWords.plain($0.text).utf8)) }
        numbers = plain.map { ($0.text, DigitRuns($0.bytes)) }
    }

    /// Every leak: each secret once, and each pattern once for each place.
    ///
    /// - Parameters:
    ///   - allowed: e-mail addresses, telephone numbers and postcodes that are meant to be published.
    ///   - places: texts whose addresses, numbers and postcodes are meant to be there, unless they are secrets: a venue.
    func leaks(of secrets: some Sequence<Secret>, allowed: [String], places: [String] = []) -> [Leak] {
        var found: [Leak] = []
        var isAllowed = Set(allowed.map { Needle.words(SearchWords($0).words) })
        isAllowed.formUnion(allowed.compactMap(DigitRuns.digits(ofNumber:)).map(Needle.digits))
        for secret in secrets {
            for needle in secret.needles {
                guard let place = place(of: needle, allowed: isAllowed) else { continue }
                found.append(Leak(ref: secret.ref, section: secret.section, place: place))
                break
            }
        }
        let patterns = PersonalPatterns(allowed: allowed, places: places)
        for (text, bytes) in plain {
            for pattern in patterns.found(in: bytes) {
                let page = bytes[..<pattern.range.lowerBound].count { $0 == 0x0C }
                let leak = Leak(ref: nil, section: pattern.kind, place: describe(text, page: page))
                if !found.contains(leak) { found.append(leak) }
            }
        }
        return found
    }

    private func place(of needle: Needle, allowed: Set<Needle>) -> String? {
        guard !allowed.contains(needle) else { return nil }
        switch needle {
        case .digits(let digits):
            return numbers.first { $0.runs.contains(digits) }.map { $0.text.place }
        case .words(let words):
            guard let first = words.first else { return nil }
            for stream in streams {
                for start in stream.index[first] ?? [] where start + words.count <= stream.words.words.count {
                    let isHere = stream.words.words[start..<(start + words.count)].elementsEqual(words)
                    if isHere { return describe(stream.text, page: Int(stream.words.places[start])) }
                }
            }
            return nil
        }
    }

    private func describe(_ text: WrittenText, page: Int) -> String {
        text.hasPages ? "\(text.place), page \(page + 1)" : text.place
    }
}
