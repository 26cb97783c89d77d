/// Working days: Monday to Friday less the holidays listed.
public struct WorkingCalendar: Sendable {
    public let name: String
    /// In order, without weekends and without repeats.
    public let holidays: [Day]
    /// The years whose holidays are listed. Outside them only weekends are known.
    public let years: ClosedRange<Int>

    public init(name: String, holidays: [Day], covers years: ClosedRange<Int>) {
        self.name = name
        self.years = years
        self.holidays = Set(holidays.filter { $0.weekday < 6 }).sorted()
    }

    /// The holidays of the day's year are listed.
    public func covers(_ day: Day) -> Bool { years.contains(day.year) }

    public func isWorkingDay(_ day: Day) -> Bool {
        day.weekday < 6 && holidays(through: day) == holidays(through: day - 1)
    }

    /// The day that many working days on, counting from the next working day; a negative count goes back.
    /// Zero is the day itself, working or not.
    public func adding(workingDays count: Int, to day: Day) -> Day {
        if count == 0 { return day }
        if count < 0 { return workingDay(ordinal(of: day - 1) + count + 1, after: nil) }
        return workingDay(ordinal(of: day) + count, after: day)
    }

    /// The working days after `start` up to and including `end`; negative when `end` is earlier, so that
    /// `adding(workingDays: workingDays(from: a, to: b), to: a)` is `b` for every working day `b`.
    public func workingDays(from start: Day, to end: Day) -> Int {
        end >= start ? ordinal(of: end) - ordinal(of: start) : ordinal(of: end - 1) - ordinal(of: start - 1)
    }

    /// The last day on which to give notice of something on `day`, so that a number of whole working days lie between:
    /// neither the day of the notice nor the day itself counts.
    public func lastDay(toGive clearDays: Int, before day: Day) -> Day {
        adding(workingDays: -(clearDays + 1), to: day)
    }

    /// The day itself when it is a working day, else the next one.
    public func onOrAfter(_ day: Day) -> Day {
        isWorkingDay(day) ? day : adding(workingDays: 1, to: day)
    }

    /// How many working days there are up to and including a day, counted from a day long ago.
    private func ordinal(of day: Day) -> Int {
        day.weekdayOrdinal - holidays(through: day)
    }

    /// The working day of an ordinal. Looks no earlier than `day`, which makes it faster.
    private func workingDay(_ ordinal: Int, after day: Day?) -> Day {
        var passed = day.map(holidays(through:)) ?? 0
        while true {
            let found = Day(weekdayOrdinal: ordinal + passed)
            let through = holidays(through: found)
            if through == passed { return found }
            passed = through
        }
    }

    /// How many holidays lie on or before a day.
    private func holidays(through day: Day) -> Int {
        var low = 0
        var high = holidays.count
        while low < high {
            let middle = (low + high) / 2
            if holidays[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Day {
    /// Mondays to Fridays up to and including the day, counted from the week of 1970-01-01.
    fileprivate var weekdayOrdinal: Int {
        let (week, day) = (number + 3).quotientAndRemainder(flooredBy: 7)
        return week * 5 + min(day + 1, 5)
    }

    fileprivate init(weekdayOrdinal ordinal: Int) {
        let (week, day) = (ordinal - 1).quotientAndRemainder(flooredBy: 5)
        self.init(number: week * 7 + day - 3)
    }
}

extension Int {
    fileprivate func quotientAndRemainder(flooredBy divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
