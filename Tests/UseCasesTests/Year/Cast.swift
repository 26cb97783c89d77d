import Foundation
import UseCases
import Workflow

/// Who takes part in the year, and what it takes for a body to decide: written down here again, so that the register's own
/// arithmetic is held against another.
enum Cast {
    static let registrar = "Registrar"
    static let informationOfficer = "Information Officer"
    static let secretary = "Board Secretary"
    static let boardChair = "Board Chair"
    static let areas = ["north", "south", "east"]
    static let groups = ["commissioning", "pathways", "quality"]
    /// They come, and have no seat.
    static let guests = ["Adviser One", "Adviser Two"]

    static func dco(_ area: String) -> String { "DCO \(area.capitalized)" }
    static func deputy(_ area: String) -> String { "Deputy DCO \(area.capitalized)" }
    static func admin(_ area: String) -> String { "Administrator \(area.capitalized)" }
    static func lead(_ group: String) -> String { "\(group.capitalized) Lead" }

    /// The seats of each body, with who is in them.
    static let seats: [String: [(person: String, role: String)]] = {
        var seats: [String: [(person: String, role: String)]] = [:]
        for area in areas {
            let place = area.capitalized
            seats[area] = [
                (dco(area), "dco"), (dco(area), "chair"), (deputy(area), "dco"), (admin(area), "dco-admin"),
                ("Parent Rep \(place)", "parent-rep"), ("SENCO \(place)", "education"), ("Health \(place)", "health"),
                ("Social Care \(place)", "local-authority"), ("Early Help \(place)", "local-authority"),
                ("Viewer \(place)", "viewer"),
            ]
        }
        seats["board"] = [
            (boardChair, "board-chair"), (secretary, "board-secretary"), ("Board Parent Rep", "parent-rep"),
            ("Director of Education", "board-member"), ("Director of Social Care", "board-member"),
            ("Commissioner", "board-member"), (informationOfficer, "information-officer"),
        ]
        for group in groups {
            seats[group] = [(lead(group), "group-lead"), ("Analyst \(group.capitalized)", "health")]
        }
        return seats
    }()

    /// Those of a body who are expected at its meetings, each once.
    static func members(of body: String) -> [String] {
        seats[body, default: []].filter { !["viewer", "information-officer"].contains($0.role) }.map(\.person)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    static func roles(of person: String, in body: String) -> Set<String> {
        Set(seats[body, default: []].filter { $0.person == person }.map(\.role))
    }

    static func chair(of body: String) -> String {
        areas.contains(body) ? dco(body) : body == "board" ? boardChair : lead(body)
    }

    /// Who prepares its meetings.
    static func clerk(of body: String) -> String {
        areas.contains(body) ? admin(body) : body == "board" ? secretary : lead(body)
    }

    /// Whether what is decided with these people there, less those who withdrew, is provisional (DOMAIN section 7, R8).
    ///
    /// - Parameter present: each person there, with whose seat they fill: their own, or that of whom they came for.
    static func isProvisional(at body: String, present: [String: String], without withdrawn: Set<String>) -> Bool {
        let roles = present.filter { !withdrawn.contains($0.key) }.values.reduce(into: Set<String>()) {
            $0.formUnion(self.roles(of: $1, in: body))
        }
        let needed: Set<String> =
            areas.contains(body)
            ? ["chair", "parent-rep", "health", "education", "local-authority"]
            : body == "board" ? ["board-chair", "parent-rep", "board-member"] : ["group-lead"]
        return !needed.isSubset(of: roles)
    }

    static func kind(of body: String) -> Kind { areas.contains(body) ? .lap : body == "board" ? .board : .group }
    enum Kind { case lap, board, group }
}
