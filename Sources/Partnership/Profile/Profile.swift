/// What a partnership is made of when its register begins: places, bodies, words and plans. Reference data that the
/// partnership edits, never an enumeration in code. Made by `ProfileFile` from the files of `Data/<profile>`; once
/// made, every name in it refers to something that exists.
public struct Profile: Hashable, Sendable {
    /// The folder's name, `lancashire`.
    public let name: String
    /// `Lancashire SEND Partnership`.
    public let title: String
    /// The calendar that working days are counted in, `england-and-wales`.
    public let calendar: String
    public let areas: [Area]
    public let districts: [District]
    public let bodies: [Body]
    public let themes: [Theme]
    /// In the order of their numbers, from 1.
    public let concerns: [Concern]
    public let destinations: [Destination]
    /// What anybody may print.
    public let contacts: [PublicContact]
    public let plans: [PlanSeed]
    /// Seats that the bodies have and nobody holds yet.
    public let seats: [VacantSeat]
    /// The roles that seats can have.
    public let roles: [SeatRole]
    /// Who may do and read what no workflow file speaks of: what the profile says otherwise than the default.
    public let permissions: [Permission: [String]]
    public let thresholds: Thresholds
    public let retention: Retention
    public let schoolHolidays: SchoolHolidays
    public let outsideDates: OutsideDates

    public init(
        name: String, title: String, calendar: String = "england-and-wales", areas: [Area] = [],
        districts: [District] = [], bodies: [Body] = [], themes: [Theme] = [], concerns: [Concern] = [],
        destinations: [Destination] = [], contacts: [PublicContact] = [], plans: [PlanSeed] = [],
        seats: [VacantSeat] = [],
        roles: [SeatRole] = [], permissions: [Permission: [String]] = [:], thresholds: Thresholds,
        retention: Retention, schoolHolidays: SchoolHolidays = SchoolHolidays([]),
        outsideDates: OutsideDates = OutsideDates([])
    ) {
        self.name = name
        self.title = title
        self.calendar = calendar
        self.areas = areas
        self.districts = districts
        self.bodies = bodies
        self.themes = themes
        self.concerns = concerns
        self.destinations = destinations
        self.contacts = contacts
        self.plans = plans
        self.seats = seats
        self.roles = roles
        self.permissions = permissions
        self.thresholds = thresholds
        self.retention = retention
        self.schoolHolidays = schoolHolidays
        self.outsideDates = outsideDates
    }
}

extension Profile {
    public func area(_ id: String) -> Area? { areas.first { $0.id == id } }
    public func area(letter: String) -> Area? { areas.first { $0.letter == letter } }
    public func district(_ id: String) -> District? { districts.first { $0.id == id } }
    public func body(_ id: String) -> Body? { bodies.first { $0.id == id } }
    public func concern(_ number: Int) -> Concern? { concerns.first { $0.number == number } }
    public func destination(_ id: String) -> Destination? { destinations.first { $0.id == id } }
    public func plan(_ id: String) -> PlanSeed? { plans.first { $0.id == id } }

    /// The theme of an id or one of its aliases, as people type them: letter case does not matter.
    public func theme(_ word: String) -> Theme? {
        let word = word.lowercased()
        return themes.first { $0.id == word } ?? themes.first { $0.aliases.contains { $0.lowercased() == word } }
    }

    /// The locality meeting of an area.
    /// Nil for an area that has no LAP.
    public func lap(ofArea area: String) -> Body? { bodies.first { $0.kind == .lap && $0.area == area } }

    /// The plan action of a reference, `IP-3.5`.
    public func planAction(_ reference: String) -> PlanSeed.Action? {
        for plan in plans where reference.hasPrefix(plan.id + "-") {
            let number = reference.dropFirst(plan.id.count + 1)
            if let action = plan.actions.first(where: { $0.reference == number }) { return action }
        }
        return nil
    }
}
