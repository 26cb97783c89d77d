import Workflow

extension PackGuard {
    /// What stands in place of words that were taken out of a text.
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
