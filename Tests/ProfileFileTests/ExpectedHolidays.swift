import Workflow

/// Bank holidays of one year from the rules, for comparing with a shipped calendar.
struct ExpectedHolidays {
    enum Rule { case firstMonday, lastMonday }

    let year: Int
    private var found: Set<Day> = []

    init(year: Int) {
        self.year = year
    }

    var days: [Day] { found.sorted() }

    /// A fixed date; on a weekend, the next weekday that is no holiday yet.
    mutating func add(month: Int, day: Int) {
        guard var date = Day(year: year, month: month, day: day) else { return }
        while date.weekday > 5 || found.contains(date) { date = date + 1 }
        found.insert(date)
    }

    mutating func add(_ rule: Rule, of month: Int) {
        let days = (1...31).compactMap { Day(year: year, month: month, day: $0) }.filter { $0.weekday == 1 }
        if let day = rule == .firstMonday ? days.first : days.last { found.insert(day) }
    }

    mutating func addNewYear(secondDay: Bool) {
        add(month: 1, day: 1)
        if secondDay { add(month: 1, day: 2) }
    }

    mutating func addChristmas() {
        add(month: 12, day: 25)
        add(month: 12, day: 26)
    }

    mutating func addEaster(monday: Bool) {
        guard let sunday = easter else { return }
        found.insert(sunday - 2)
        if monday { found.insert(sunday + 1) }
    }

    /// The two May holidays, with what proclamations moved (2020, 2022) and added (2022, 2023).
    mutating func addMayAndJune() {
        if year == 2020 { add(month: 5, day: 8) } else { add(.firstMonday, of: 5) }
        if year == 2022 {
            add(month: 6, day: 2)
            add(month: 6, day: 3)
            add(month: 9, day: 19)
        } else {
            add(.lastMonday, of: 5)
        }
        if year == 2023 { add(month: 5, day: 8) }
    }

    /// Gauss's algorithm with the corrections for 1900 to 2099.
    private var easter: Day? {
        let moon = (19 * (year % 19) + 24) % 30
        let week = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
        var marchDay = 22 + moon + week
        if moon == 29, week == 6 { marchDay -= 7 }
        if moon == 28, week == 6, year % 19 > 10 { marchDay -= 7 }
        return Day(year: year, month: 3, day: 1).map { $0 + (marchDay - 1) }
    }
}
