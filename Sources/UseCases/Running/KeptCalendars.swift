import Workflow

/// Calendars as they are kept beside a register.
struct KeptCalendars: Codable {
    private struct Kept: Codable {
        let name: String
        let holidays: [Day]
        let from: Int
        let to: Int
    }

    private let kept: [Kept]

    init(_ calendars: Calendars) {
        kept = calendars.names.compactMap { calendars[$0] }.map {
            Kept(name: $0.name, holidays: $0.holidays, from: $0.years.lowerBound, to: $0.years.upperBound)
        }
    }

    var calendars: Calendars {
        Calendars(
            kept.filter { $0.from <= $0.to }.map {
                WorkingCalendar(name: $0.name, holidays: $0.holidays, covers: $0.from...$0.to)
            })
    }
}
