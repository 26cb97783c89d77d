import Workflow

/// A calendar quarter: January to March, April to June, July to September or October to December.
public struct Quarter: Hashable, Sendable {
    public let year: Int
    /// 1 to 4.
    public let number: Int

    /// The last quarter that had ended before a day.
    public init(closedBefore day: Day) {
        let running = (day.month - 1) / 3 + 1
        year = running == 1 ? day.year - 1 : day.year
        number = running == 1 ? 4 : running - 1
    }

    /// The one before it.
    public var before: Quarter { Quarter(closedBefore: first) }

    public var first: Day { Day(year: year, month: number * 3 - 2, day: 1) ?? Day(number: 0) }
    public var last: Day { first.adding(months: 3) - 1 }

    /// `January to March 2019`.
    public var words: String { "\(first.monthWord) to \(last.monthWord) \(year)" }
}
