import Workflow

/// A calendar quarter: January to March, April to June, July to September or October to December.
public struct Quarter: Hashable, Sendable {
    public let year: Int
    /// 1 to 4.
    public let number: Int

    /// Reads `2019-Q2`; nil for anything else.
    public init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{4})-[Qq]([1-4])/), let year = Int(match.1),
            let number = Int(match.2)
        else { return nil }
        self.year = year
        self.number = number
    }

    /// The last quarter that had ended before a day.
    public init(closedBefore day: Day) {
        let running = (day.month - 1) / 3 + 1
        year = running == 1 ? day.year - 1 : day.year
        number = running == 1 ? 4 : running - 1
    }

    /// The one before it.
    public var before: Quarter { Quarter(closedBefore: first) }

    /// The last so many quarters up to this one, oldest first.
    public func last(_ count: Int) -> [Quarter] {
        var quarters = [self]
        while quarters.count < count { quarters.insert(quarters[0].before, at: 0) }
        return quarters
    }

    public var first: Day { Day(year: year, month: number * 3 - 2, day: 1) ?? Day(number: 0) }
    public var last: Day { first.adding(months: 3) - 1 }

    public var days: ClosedRange<Day> { first...last }

    /// `2019-Q2`.
    public var name: String { "\(year)-Q\(number)" }

    /// `January to March 2019`.
    public var words: String { "\(first.monthWord) to \(last.monthWord) \(year)" }
}
