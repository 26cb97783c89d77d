import Workflow

/// What a body's year begins with: it stands under a standing item until one of the year's meetings has taken it.
public struct YearlyItem: Hashable, Sendable, Codable {
    public let title: String
    /// Nil for that of the standing item.
    public let purpose: String?
    /// Nil when it shares the standing item's time.
    public let minutes: Int?

    public init(title: String, purpose: StandingItem.Purpose? = nil, minutes: Int? = nil) {
        self.title = title
        self.purpose = purpose?.rawValue
        self.minutes = minutes
    }

    var matter: Matter {
        Matter(title: title, purpose: purpose.flatMap(StandingItem.Purpose.init), minutes: minutes)
    }
}

extension Body {
    /// The first day of the year of a body in which a day lies.
    public func yearBegun(by day: Day) -> Day {
        let year = day.month < yearBegins ? day.year - 1 : day.year
        return Day(year: year, month: yearBegins, day: 1) ?? day
    }

    /// What its year begins with, as matters under its standing items, less what was taken.
    ///
    /// - Parameter taken: titles.
    public func yearly(without taken: Set<String>) -> [String: [Matter]] {
        Dictionary(
            uniqueKeysWithValues: agenda.map { item in
                (item.key, item.yearly.filter { !taken.contains($0.title) }.map(\.matter))
            }
        ).filter { !$0.value.isEmpty }
    }
}
