import Partnership
import StrictYAML
import Workflow

/// Reads the parts in an order in which what one refers to has been read before.
struct ProfileReading {
    let parts: ProfileParts
    let calendars: Set<String>

    /// Nil when the profile's own name, title or calendar is missing. Problems are in the files' logs.
    func profile() -> Profile? {
        let areas = each("areas", PlaceReading.areas) ?? []
        let districts = each("districts") { PlaceReading.districts($0, areas: areas.map(\.id)) } ?? []
        let plans = each("plans", PlanReading.plans) ?? []
        let concerns = each("concerns") { ConcernReading.concerns($0, plans: plans) } ?? []
        let themes = each("themes") { ConcernReading.themes($0, concerns: concerns.count) } ?? []
        let agendas = each("agendas", AgendaReading.agendas) ?? []
        let contacts = each("contacts", ContactReading.contacts) ?? []
        let drafts =
            each("bodies") {
                BodyReading.bodies(
                    $0, areas: areas.map(\.id), agendas: agendas, contacts: contacts.map(\.id))
            } ?? []
        let seats = each("seats") { SeatReading.seats($0, bodies: drafts.map(\.body.id)) } ?? []
        let roles = each("roles", RoleReading.roles) ?? []
        let permissions = each("permissions") { RoleReading.permissions($0, roles: roles) } ?? [:]
        let thresholds = parts["thresholds"].flatMap(RoleReading.thresholds)
        let retention = parts["retention"].flatMap(RetentionReading.retention)
        let destinations = each("destinations", DestinationReading.destinations) ?? []

        let schoolHolidays = each("school-holidays", SchoolHolidayReading.holidays) ?? SchoolHolidays([])
        let outsideDates = each("outside-dates", OutsideDateReading.dates) ?? OutsideDates([])

        if parts["seats"] != nil {
            if let part = parts["bodies"] { SeatReading.check(drafts, seats: seats, part.log) }
            if let part = parts["agendas"] { SeatReading.check(agendas, seats: seats, part.log) }
        }
        if let part = parts["roles"], !roles.isEmpty {
            RoleReading.check(roles, part)
            if let part = parts["seats"] {
                RoleReading.check(seats, bodies: drafts.map(\.body), roles: roles, part.log, at: part.place)
            }
        }
        if let part = parts["areas"] { PlaceReading.check(areas, have: drafts.map(\.body), part) }

        guard let name = word("profile", what: "the profile's name", isName: true),
            let title = word("title", what: "the title", isName: false), let calendar = calendar(), let thresholds,
            let retention
        else { return nil }
        return Profile(
            name: name, title: title, calendar: calendar, areas: areas, districts: districts,
            bodies: drafts.map(\.body),
            themes: themes, concerns: concerns, destinations: destinations, contacts: contacts,
            plans: PlanReading.plans(plans, answering: concerns), seats: seats,
            roles: roles, permissions: permissions, thresholds: thresholds, retention: retention,
            schoolHolidays: schoolHolidays, outsideDates: outsideDates)
    }

    private func each<Found>(_ name: String, _ read: (ProfileParts.Part) -> Found) -> Found? {
        parts[name].map(read)
    }

    private func word(_ name: String, what: String, isName: Bool) -> String? {
        guard let part = parts[name] else { return nil }
        return isName ? part.node.name(what, part.log) : part.node.text(what, part.log)
    }

    private func calendar() -> String? {
        guard let part = parts["calendar"], let name = part.node.name("a calendar's name", part.log) else { return nil }
        return part.node.known(name, among: calendars.sorted(), "calendar", part.log)
    }
}
