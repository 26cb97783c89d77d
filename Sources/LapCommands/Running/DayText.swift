import Workflow

/// A day as people write it: `2019-12-02`, `02/12/2019`, `today`, `yesterday`.
enum DayText {
    static let hint =
        "Days are written 2019-12-02 or 02/12/2019, of the years \(Day.kept.lowerBound.year) to \(Day.kept.upperBound.year)."

    static func read(_ text: String, today: Day) throws -> Day {
        switch text.lowercased() {
        case "today": return today
        case "yesterday": return today - 1
        default: break
        }
        guard let day = parse(text) else {
            throw Failure(
                .badData, "“\(Printed.safe(text, limit: 30))” is no day of the calendar.",
                hint: hint)
        }
        return day
    }

    /// ISO, or day, month and year in the British order; nil for anything else, and for days that do not exist.
    static func parse(_ text: String) -> Day? {
        if let day = Day(iso: text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
