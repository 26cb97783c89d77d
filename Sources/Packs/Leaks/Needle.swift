import Partnership
import Workflow

/// One sequence of words, or one run of digits, that would give a secret away.
enum Needle: Hashable {
    case words([UInt64])
    /// At least `DigitRuns.shortest` digits, however they are grouped.
    case digits(String)
}

extension Secret {
    /// Sentences shorter than this, in letters, say nothing of their own.
    private static var shortestSentence: Int { 20 }
    /// Texts longer than this are searched by their sentences, because nobody repeats them whole.
    private static var longestValue: Int { 60 }

    var needles: [Needle] {
        switch content {
        case .text(let text): Self.needles(text)
        case .name(let name): Self.names(name)
        case .day(let day): Self.days(day)
        }
    }

    private static func needles(_ text: String) -> [Needle] {
        if text.utf8.count > longestValue {
            let sentences = text.split { ".!?;\n\r".contains($0) }.map { SearchWords(String($0)) }
            let long = sentences.filter { $0.length >= shortestSentence }
            if !long.isEmpty { return long.map { .words($0.words) } }
        }
        let words = SearchWords(text)
        // A single letter or digit is no secret: it is everywhere.
        guard words.length > 1 else { return [] }
        var needles = [Needle.words(words.words)]
        let digits = DigitRuns.digits(ofNumber: text)
        if let digits { needles.append(.digits(digits)) }
        return needles
    }

    private static func names(_ name: String) -> [Needle] {
        let parts = name.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" }.map(String.init)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return needles(name) }
        var forms = [name, "\(first) \(last)", "\(last) \(first)", "\(first.prefix(1)) \(last)"]
        forms += ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"].map { "\($0) \(last)" }
        return forms.map { .words(SearchWords($0).words) }
    }

    private static func days(_ day: Day) -> [Needle] {
        let (year, month, date) = day.parts
        let months = day.words.split(separator: " ")[1]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let short = two(year % 100)
        var forms = [day.description, "\(year) \(month) \(date)", "\(two(date))\(two(month))\(year)"]
        for written in Set(["\(date)", two(date)]) {
            for name in [String(months), String(months.prefix(3))] + (month == 9 ? ["Sept"] : []) {
                forms += ["\(written) \(name) \(year)", "\(name) \(written) \(year)", "\(written) \(name) \(short)"]
                forms += ["\(date.ordinal) \(name) \(year)", "\(date.ordinal) of \(name) \(year)"]
            }
            for number in Set(["\(month)", two(month)]) {
                forms += ["\(written) \(number) \(year)", "\(written) \(number) \(short)"]
            }
        }
        return forms.map { .words(SearchWords($0).words) }
    }
}
