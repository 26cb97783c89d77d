import Partnership
import StrictYAML
import Workflow

/// Seats, and whether the bodies have those that their quorum and agenda count on.
enum SeatReading {
    static func seats(_ part: ProfileParts.Part, bodies: [String]) -> [VacantSeat] {
        let log = part.log
        return part.node.entries("seats", log).flatMap { entry -> [VacantSeat] in
            if !bodies.isEmpty, !bodies.contains(entry.key) {
                log.add(
                    "There is no body “\(entry.key.prefix(40))”.", at: entry.place,
                    hint: NearMiss.hint(for: entry.key, among: bodies))
            }
            return entry.value.sequence("seats", log).compactMap { node in
                guard let keyed = node.keyed("a seat", required: ["role", "organisation"], log) else { return nil }
                let role = keyed["role"]?.name("a role", log)
                let organisation = keyed["organisation"]?.text("the organisation", log)
                guard let role, let organisation else { return nil }
                return VacantSeat(body: entry.key, role: role, organisation: organisation)
            }
        }
    }

    /// A quorum that no seat of the body can fill would never be met.
    static func check(_ drafts: [BodyReading.Draft], seats: [VacantSeat], _ log: ProblemLog) {
        for draft in drafts {
            let body = draft.body
            let roles = Set(seats.filter { $0.body == body.id }.map(\.role))
            for role in body.quorum.flatMap(\.self) where !roles.contains(role) {
                log.add(
                    "The quorum of \(body.title) asks for “\(role)”, and it has no such seat.", at: draft.quorum,
                    hint: NearMiss.hint(for: role, among: roles.sorted()))
            }
        }
    }

    /// An item can be led by somebody with a seat elsewhere, as groups report to the Board, but not by a role nobody has.
    static func check(_ agendas: [AgendaReading.Draft], seats: [VacantSeat], _ log: ProblemLog) {
        let roles = Set(seats.map(\.role))
        for agenda in agendas {
            for (item, place) in zip(agenda.items, agenda.leads) where !roles.contains(item.lead) {
                log.add(
                    "“\(item.title)” is led by “\(item.lead)”, and no body has such a seat.", at: place,
                    hint: NearMiss.hint(for: item.lead, among: roles.sorted()))
            }
        }
    }
}
