import Ledger
import Partnership
import Workflow

/// What a new register starts with.
public struct Founding: Sendable {
    public let profile: Profile
    /// Who makes it, and the seats they take.
    public let person: Person
    public let seats: [(body: String, role: String)]
    public let on: Day

    public init(profile: Profile, person: Person, seats: [(body: String, role: String)], on: Day) {
        self.profile = profile
        self.person = person
        self.seats = seats
        self.on = on
    }
}

extension Operation {
    /// Writes the reference data of a profile, its vacant seats, its published plan actions, and the first person.
    func found(_ founding: Founding) throws {
        let profile = founding.profile
        for (name, value) in [
            ("profile", profile.name), ("title", profile.title), ("calendar", profile.calendar),
            ("thresholds", try profile.thresholds.text), ("retention", try profile.retention.text),
            ("school-holidays", try profile.schoolHolidays.text),
            ("outside-dates", try profile.outsideDates.text),
        ] {
            _ = try insert(.setting, key: .text(name), [.text(value)])
        }
        _ = try view.calendars()
        for (position, area) in profile.areas.enumerated() {
            _ = try insert(.area, key: .text(area.id), [.integer(position), .text(area.letter), .text(area.title)])
        }
        for (position, district) in profile.districts.enumerated() {
            _ = try insert(
                .district, key: .text(district.id), [.integer(position), .text(district.title), .text(district.area)])
        }
        for (position, body) in profile.bodies.enumerated() {
            _ = try insert(
                .body, key: .text(body.id),
                [
                    .integer(position), .text(body.title), .text(body.kind.rawValue), SQLValue(body.area),
                    .text(try BodySettings(body).text),
                ])
        }
        for concern in profile.concerns {
            _ = try insert(
                .concern, key: .integer(concern.number), [.text(concern.text), .integer(concern.improving ? 1 : 0)])
        }
        for (position, theme) in profile.themes.enumerated() {
            _ = try insert(
                .theme, key: .text(theme.id),
                [
                    .integer(position), .text(theme.title), .integer(theme.concern),
                    .text(theme.aliases.joined(separator: "\n")),
                ])
        }
        for (position, destination) in profile.destinations.enumerated() {
            _ = try insert(
                .destination, key: .text(destination.id),
                [
                    .integer(position), .text(destination.title), .text(destination.takes), .text(destination.contact),
                    .integer(destination.isUrgent ? 1 : 0), .integer(destination.givesAdvice ? 1 : 0),
                ])
        }
        for (position, contact) in profile.contacts.enumerated() {
            _ = try insert(
                .publicContact, key: .text(contact.id),
                [.integer(position), .text(contact.title), .text(contact.reach)])
        }
        for (position, role) in profile.roles.enumerated() {
            let acts = Dictionary(uniqueKeysWithValues: role.acts.map { ($0.key.rawValue, JSON.string($0.value)) })
            _ = try insert(
                .role, key: .text(role.name),
                [
                    .integer(position), .text(role.title), .text(JSON.object(acts).text),
                    .integer(role.isEverywhere ? 1 : 0),
                    .integer(role.isCounted ? 1 : 0),
                    .text(role.duties.map(\.rawValue).sorted().joined(separator: " ")),
                ])
        }
        for (permission, roles) in profile.permissions.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            _ = try insert(.permission, key: .text(permission.rawValue), [.text(roles.joined(separator: " "))])
        }
        for seat in profile.seats {
            _ = try addSeat(body: seat.body, role: seat.role, organisation: seat.organisation)
        }
        try add(founding.person)
        for seat in founding.seats {
            try take(body: seat.body, role: seat.role, person: founding.person, since: nil)
        }
        // Somebody has to be able to seat the others.
        for role in profile.roles where role.acts[.register] != nil {
            try take(body: nil, role: role.name, person: founding.person, since: nil)
        }
        for (position, plan) in profile.plans.enumerated() {
            let priorities = JSON.object(
                Dictionary(uniqueKeysWithValues: plan.priorities.map { (String($0.number), JSON.string($0.title)) }))
            let counts = JSON.object(
                Dictionary(
                    uniqueKeysWithValues: (plan.tally?.counts ?? []).map { ($0.status, JSON.number($0.actions)) }))
            _ = try insert(
                .plan, key: .text(plan.id),
                [
                    .integer(position), .text(plan.title),
                    .text(
                        JSON.object(["priorities": priorities, "counts": counts, "total": .number(plan.tally?.total)])
                            .text),
                ])
            for action in plan.actions { try seed(action, of: plan) }
        }
    }

    /// A published plan action begins as the system's own act: nobody of the partnership decided it here.
    private func seed(_ action: PlanSeed.Action, of plan: PlanSeed) throws {
        var given: [String: Value] = [
            "plan": .text(plan.id), "priority": .number(action.priority), "title": .text(action.title),
        ]
        if !action.concerns.isEmpty { given["concerns"] = .list(action.concerns.map(String.init)) }
        _ = try begin("plan-action", given: given, as: .system, reference: "\(plan.id)-\(action.reference)")
    }
}
