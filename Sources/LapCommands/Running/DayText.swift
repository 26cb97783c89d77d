import Partnership
import Workflow

/// A day as people write it: `13 January 2026`, `8/1/26`, `last Friday`, `tomorrow`, `2026-01-13`.
enum DayText {
    static let hint =
        "Days are written 2 December 2019, 2/12/2019 or 2019-12-02, of the years \(Day.kept.lowerBound.year) to \(Day.kept.upperBound.year)."

    static func read(_ text: String, today: Day) throws -> Day {
        guard let day = parse(text, today: today) else {
            throw Failure(
                .badData, "“\(Printed.safe(text, limit: 30))” is no day of the calendar.",
                hint: hint)
        }
        return day
    }

    /// Nil for anything else, for days that do not exist, and where the weekday that is written with a day is another.
    static func parse(_ text: String, today: Day) -> Day? {
        if let day = Day(iso: text) { return day }
        var words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
        if words.first == "last", words.count == 2, let weekday = weekday(words[1]) {
            return today - ((today.weekday - weekday + 6) % 7 + 1)
        }
        if words.first == "next", words.count == 2, let weekday = weekday(words[1]) {
            return today + ((weekday - today.weekday + 6) % 7 + 1)
        }
        if words == ["today"] { return today }
        if words == ["tomorrow"] { return today + 1 }
        if words == ["yesterday"] { return today - 1 }
        let named = words.first.flatMap(weekday)
        if named != nil { words.removeFirst() }
        guard let day = words.count == 1 ? numbers(words[0], today) : inWords(words, today) else { return nil }
        return named.map { $0 == day.weekday } ?? true ? day : nil
    }

    /// `13th January 2026`, `13 Jan 26`.
    private static func inWords(_ words: [String], _ today: Day) -> Day? {
        guard words.count == 3, let month = Day.months.firstIndex(where: { begins($0, with: words[1]) }) else {
            return nil
        }
        let day = ["st", "nd", "rd", "th"].first { words[0].hasSuffix($0) }.map { words[0].dropLast($0.count) }
        return self.day(Substring(day ?? words[0][...]), "\(month + 1)", words[2][...], today)
    }

    /// Day, month and year in the British order: `8/1/26`, `08.01.2026`.
    private static func numbers(_ text: String, _ today: Day) -> Day? {
        guard let separator = text.first(where: { !$0.isNumber }), "/.-".contains(separator) else { return nil }
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        return parts.count == 3 ? day(parts[0], parts[1], parts[2], today) : nil
    }

    private static func day(_ day: Substring, _ month: Substring, _ year: Substring, _ today: Day) -> Day? {
        func number(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
            digits.contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
        }
        guard let day = number(day, 1...2), let month = number(month, 1...2), [2, 4].contains(year.utf8.count),
            var full = number(year, 2...4)
        else { return nil }
        // Of two digits: this century's, but for what lies further ahead than anything is planned.
        if year.utf8.count == 2 { full += today.year / 100 * 100 - (full > today.year % 100 + 20 ? 100 : 0) }
        return Day(year: full, month: month, day: day)
    }

    /// Monday is 1.
    private static func weekday(_ word: String) -> Int? {
        Day.weekdays.firstIndex { begins($0, with: word) }.map { $0 + 1 }
    }

    /// A name, or at least three letters of its beginning.
    private static func begins(_ name: String, with word: String) -> Bool {
        word.count >= 3 && name.lowercased().hasPrefix(word.hasSuffix(".") ? String(word.dropLast()) : word)
    }
}
