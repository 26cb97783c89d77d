import Words
import Workflow

/// A date as people write it: `14 March 2012`, `the fourteenth of March ’12`, `March 14, 2012`, `14.3.12`, `3/14/2012`,
/// `14.iii.2012`, `2012-03-14`, `20120314`.
struct WrittenDate {
    let words: Range<Int>
    /// The days that may be meant: two where day and month could change places.
    var days: [Day] = []
    /// Without a year: the days of the month that may be meant.
    var dayOfYear: (month: Int, day: Int)?

    init?(at place: Int, in index: TextIndex) {
        func number(_ place: Int) -> Int? {
            guard place < index.words.count, index.words[place].isNumber else { return nil }
            return Int(index.text(place))
        }
        func length(_ place: Int) -> Int { index.words[place].plain.count }
        func month(_ place: Int) -> Int? {
            place < index.words.count ? Self.months[index.words[place].hash] : nil
        }
        /// The day at a place, and how many words tell it.
        func day(_ place: Int) -> (Int, Int)? {
            guard place < index.words.count else { return nil }
            if let value = number(place), (1...31).contains(value), length(place) < 3 {
                let next = place + 1 < index.words.count ? index.words[place + 1] : nil
                return (value, next.map { Self.endings.contains($0.hash) && $0.gap.isEmpty } ?? false ? 2 : 1)
            }
            if let value = Self.ordinals[index.words[place].hash] {
                if value == 20 || value == 30 { return (value, 1) }
                return (value, 1)
            }
            if let tens = Self.tens[index.words[place].hash], place + 1 < index.words.count,
                let ones = Self.ordinals[index.words[place + 1].hash], ones < 10
            {
                return (tens + ones, 2)
            }
            return nil
        }
        func year(_ place: Int) -> Int? {
            guard let value = number(place) else { return nil }
            switch length(place) {
            case 4 where (1900...2100).contains(value): return value
            case 2: return value < 70 ? 2000 + value : 1900 + value
            default: return nil
            }
        }
        func joined(_ place: Int) -> Bool {
            place < index.words.count
                && index.words[place].gap.isSubset(of: [.hyphen, .dot, .slash, .space])
                && index.words[place].gap != [.space] && !index.words[place].gap.isEmpty
        }
        func near(_ place: Int) -> Bool { place < index.words.count && !index.words[place].gap.contains(.far) }

        if let (date, count) = day(place) {
            var next = place + count
            // `The 5th day of March`.
            if next + 1 < index.words.count, index.words[next].hash == Self.day,
                index.words[next + 1].hash == Self.of, near(next)
            {
                next += 1
            }
            if next < index.words.count, index.words[next].hash == Self.of { next += 1 }
            if let month = month(next), near(next) {
                if near(next + 1), let year = year(next + 1), let day = Day(year: year, month: month, day: date) {
                    self.init(place..<(next + 2), [day])
                } else {
                    self.init(words: place..<(next + 1), days: [], dayOfYear: (month, date))
                }
                return
            }
        }
        if let month = month(place), let (date, count) = day(place + 1), near(place + 1) {
            let next = place + 1 + count
            if near(next), let year = year(next), let day = Day(year: year, month: month, day: date) {
                self.init(place..<(next + 1), [day])
            } else {
                self.init(words: place..<next, days: [], dayOfYear: (month, date))
            }
            return
        }
        guard let first = number(place) else { return nil }
        if place + 2 < index.words.count, length(place) < 3, joined(place + 1), joined(place + 2),
            let month = Self.romans[index.words[place + 1].hash], let year = year(place + 2),
            let day = Day(year: year, month: month, day: first)
        {
            self.init(place..<(place + 3), [day])
            return
        }
        if length(place) == 8, let day = Day(year: first / 10_000, month: first / 100 % 100, day: first % 100) {
            self.init(place..<(place + 1), [day])
            return
        }
        guard let second = number(place + 1), let third = number(place + 2) else { return nil }
        // `05 03 2011`: only where the year is whole, and nothing goes on with the number.
        let isSpaced =
            [place + 1, place + 2].allSatisfy { index.words[$0].gap == .space && length($0) != 3 }
            && [length(place), length(place + 2)].contains(4) && length(place + 1) < 3
            && (length(place) < 3 || length(place + 2) < 3)
        guard joined(place + 1) && joined(place + 2) || isSpaced && index.isAlone(place..<(place + 3)) else {
            return nil
        }
        if length(place) == 4 {
            guard let day = Day(year: first, month: second, day: third) else { return nil }
            self.init(place..<(place + 3), [day])
            return
        }
        guard length(place) < 3, let year = year(place + 2) else { return nil }
        let days = [Day(year: year, month: second, day: first), Day(year: year, month: first, day: second)]
            .compactMap(\.self)
        guard !days.isEmpty else { return nil }
        self.init(place..<(place + 3), Array(Set(days)))
    }

    private init(_ words: Range<Int>, _ days: [Day]) {
        self.init(words: words, days: days, dayOfYear: nil)
    }

    private init(words: Range<Int>, days: [Day], dayOfYear: (month: Int, day: Int)?) {
        self.words = words
        self.days = days
        self.dayOfYear = dayOfYear
    }

    private static let of = TextWords.hash("of")
    private static let day = TextWords.hash("day")
    private static let endings = Set(["st", "nd", "rd", "th"].map(TextWords.hash))
    private static let months: [UInt64: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        var months: [UInt64: Int] = [TextWords.hash("sept"): 9]
        for (place, name) in names.enumerated() {
            months[TextWords.hash(name)] = place + 1
            months[TextWords.hash(String(name.prefix(3)))] = place + 1
        }
        return months
    }()
    private static let romans: [UInt64: Int] = {
        let names = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
        return Dictionary(uniqueKeysWithValues: names.enumerated().map { (TextWords.hash($1), $0 + 1) })
    }()
    private static let ordinals: [UInt64: Int] = {
        let names = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth",
        ]
        var ordinals: [UInt64: Int] = [TextWords.hash("thirtieth"): 30]
        for (place, name) in names.enumerated() { ordinals[TextWords.hash(name)] = place + 1 }
        return ordinals
    }()
    private static let tens: [UInt64: Int] = [TextWords.hash("twenty"): 20, TextWords.hash("thirty"): 30]
}
