import Words
import Workflow

extension PackGuard {
    /// What stands in place of words that were taken out of a text. Agendas and minutes for everybody leave out what holds it.
    public static let removed = "[removed]"

    /// A text without its secrets that stand in it for certain; nil when none does. A sentence that two people wrote alike is
    /// nobody's secret and stays.
    public func redacted(_ text: String) -> String? {
        var text = text
        var isChanged = false
        // What is found by its first place only may stand there again.
        while let ranges = PersonalSearch([SearchedText("", reference: nil, text)], knowledge).certain(secrets)[0] {
            text = PackGuard.without(ranges, in: text)
            isChanged = true
        }
        return isChanged ? text : nil
    }

    /// What of its secrets stands in a text, or may.
    public func traces(in text: String, of reference: String, field: String) -> [PersonalFinding] {
        PersonalSearch([SearchedText(field, reference: reference, text)], knowledge).findings(of: secrets)
    }

    /// The places of those texts that any of its secrets stands in, or may: only they are worth looking at one by one.
    public func touched(_ texts: [String]) -> Set<Int> {
        stride(from: 0, to: texts.count, by: PackGuard.atOnce).reduce(into: []) { touched, start in
            let some = texts[start..<min(start + PackGuard.atOnce, texts.count)]
            let search = PersonalSearch(some.map { SearchedText("", reference: nil, $0) }, knowledge)
            touched.formUnion(search.touched(by: secrets).map { start + $0 })
        }
    }

    /// How many texts are searched as one.
    public static let atOnce = 5_000

    /// Words that look like somebody's name and are nobody's whom the texts are about, in the order in which they stand.
    ///
    /// - Parameter own: names of those whom they are about.
    public func otherNames(in texts: [String], apartFrom own: [String]) -> [String] {
        let ordinary = knowledge.ordinary.adding(own)
        var names: [String] = []
        for text in texts {
            let read = TextWords(text)
            let bytes = Array(text.utf8)
            var name: Range<Int>?
            func end() {
                if let range = name {
                    let found = String(decoding: bytes[range], as: UTF8.self)
                    if !names.contains(found) { names.append(found) }
                }
                name = nil
            }
            for word in read.words {
                let isName = word.isCapital && !word.isNumber && !ordinary.contains(read.plain(word))
                if !isName || word.gap.contains(.sentence) { end() }
                if isName { name = (name?.lowerBound ?? word.range.lowerBound)..<word.range.upperBound }
            }
            end()
        }
        return names
    }

    /// A text without some of its bytes; ranges may overlap.
    static func without(_ ranges: [Range<Int>], in text: String) -> String {
        let bytes = Array(text.utf8)
        var kept = ""
        var place = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound > place {
            if range.lowerBound >= place {
                kept += String(decoding: bytes[place..<range.lowerBound], as: UTF8.self) + removed
            }
            place = range.upperBound
        }
        return kept + String(decoding: bytes[place...], as: UTF8.self)
    }
}

extension String {
    /// The same with every place of some words taken out, in whatever letter case; nil when they do not stand in it as words.
    public func removing(_ words: String) -> String? {
        let sought = TextWords(words).words.map(\.hash)
        guard !sought.isEmpty else { return nil }
        let read = TextWords(self).words
        let ranges = read.indices.filter { place in
            place + sought.count <= read.count && sought.indices.allSatisfy { read[place + $0].hash == sought[$0] }
        }.map { read[$0].range.lowerBound..<read[$0 + sought.count - 1].range.upperBound }
        return ranges.isEmpty ? nil : PackGuard.without(ranges, in: self)
    }

    /// Nothing of it but every place of some words, in whatever letter case, with the mark of what was taken out for the rest; nil
    /// when none of them stand in it as words.
    public func keeping(_ words: [String]) -> String? {
        let read = TextWords(self).words
        var kept = Set<Int>()
        for sought in words.map({ TextWords($0).words.map(\.hash) }) where !sought.isEmpty {
            for place in read.indices
            where place + sought.count <= read.count
                && sought.indices.allSatisfy({ read[place + $0].hash == sought[$0] })
            {
                kept.formUnion(place..<place + sought.count)
            }
        }
        guard !kept.isEmpty else { return nil }
        let bytes = Array(utf8)
        var parts: [String] = []
        var place = 0
        while place < read.count {
            let isKept = kept.contains(place)
            var end = place
            while end < read.count, kept.contains(end) == isKept { end += 1 }
            let range = read[place].range.lowerBound..<read[end - 1].range.upperBound
            parts.append(isKept ? String(decoding: bytes[range], as: UTF8.self) : PackGuard.removed)
            place = end
        }
        return parts.joined(separator: " ")
    }
}
