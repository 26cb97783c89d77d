/// Working days: Monday to Friday less the holidays listed.
public struct WorkingCalendar: Sendable {
    public let name: String
    /// In order, without weekends and without repeats.
    public let holidays: [Day]
    /// The years whose holidays are listed. Outside them only weekends are known.
    public let years: ClosedRange<Int>
    private let isHoliday: Set<Day>

    public init(name: String, holidays: [Day], covers years: ClosedRange<Int>) {
        self.name = name
        self.years = years
        isHoliday = Set(holidays.filter { $0.weekday < 6 })
        self.holidays = isHoliday.sorted()
    }

    /// The holidays of the day's year are listed.
    public func covers(_ day: Day) -> Bool { years.contains(day.year) }

    public func isWorkingDay(_ day: Day) -> Bool {
        day.weekday < 6 && !isHoliday.contains(day)
    }

    /// The day that many working days on, counting from the next working day; a negative count goes back.
    /// Zero is the day itself, working or not.
    public func adding(workingDays count: Int, to day: Day) -> Day {
        let step = count < 0 ? -1 : 1
        var left = abs(count)
        var found = day
        while left > 0 {
            found = found + step
            if isWorkingDay(found) { left -= 1 }
        }
        return found
    }

    /// The working days after `start` up to and including `end`; negative when `end` is earlier, so that
    /// `adding(workingDays: workingDays(from: a, to: b), to: a)` is `b` for every working day `b`.
    public func workingDays(from start: Day, to end: Day) -> Int {
        if end >= start {
            return count(from: start + 1, to: end)
        }
        return -count(from: end, to: start - 1)
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

    /// Working days in a range of days, both ends included; 0 when it is empty.
    private func count(from first: Day, to last: Day) -> Int {
        guard first <= last else { return 0 }
        let days = last - first + 1
        var weekdays = days / 7 * 5
        for offset in 0..<(days % 7) where (first + offset).weekday < 6 { weekdays += 1 }
        return weekdays - (position(after: last) - position(after: first - 1))
    }

    /// How many holidays lie on or before a day.
    private func position(after day: Day) -> Int {
        var low = 0
        var high = holidays.count
        while low < high {
            let middle = (low + high) / 2
            if holidays[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
