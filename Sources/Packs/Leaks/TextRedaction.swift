import Workflow

extension PackGuard {
    /// What stands in place of words that were taken out of a text.
    public static let removed = "[removed]"

    /// The texts in which its secrets stand for certain, by their places in the list, each with all of them taken out. A
    /// sentence that two people wrote alike is nobody's secret and stays.
    public func redacted(_ texts: [String]) -> [Int: String] {
        var changed: [Int: String] = [:]
        var pending = Array(texts.indices)
        while !pending.isEmpty {
            let current = pending.map { changed[$0] ?? texts[$0] }
            let search = PersonalSearch(current.map { SearchedText("", reference: nil, $0) }, knowledge)
            var next: [Int] = []
            for (place, ranges) in search.certain(secrets) {
                changed[pending[place]] = PackGuard.without(ranges, in: current[place])
                next.append(pending[place])
            }
            // What is found by its first place only may stand there again.
            pending = next.sorted()
        }
        return changed
    }

    /// What may be of its secrets, and sentences that stand in both.
    public func doubts(in texts: [(reference: String, field: String, text: String)]) -> [PersonalFinding] {
        PersonalSearch(texts.map { SearchedText($0.field, reference: $0.reference, $0.text) }, knowledge)
            .findings(of: secrets).filter { $0.weight == .suspect || $0.isSentence }
    }

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
}
