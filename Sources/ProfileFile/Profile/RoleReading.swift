import Partnership
import StrictYAML
import Workflow

/// The roles of seats, and who may do what.
enum RoleReading {
    static func roles(_ part: ProfileParts.Part) -> [SeatRole] {
        part.named("a role's name").compactMap { entry in
            let optional = ["everywhere", "counts", "duties"]
            guard let keyed = entry.value.keyed("a role", required: ["title", "acts"], optional: optional, part.log)
            else { return nil }
            let duties = keyed["duties"]?.oneOrMore("the duties", part.log).compactMap {
                $0.choice("the duty", among: SeatRole.Duty.allCases.map(\.rawValue), part.log)
            }
            guard let title = keyed["title"]?.text("the title", part.log), let acts = keyed["acts"] else { return nil }
            return SeatRole(
                name: entry.key, title: title, acts: places(acts, role: entry.key, part.log),
                isEverywhere: keyed["everywhere"]?.flag("everywhere", part.log) ?? false,
                isCounted: keyed["counts"]?.flag("counts", part.log) ?? true,
                duties: Set((duties ?? []).compactMap(SeatRole.Duty.init)))
        }
    }

    /// A mapping of places to the role acted in; or one place or more, where the role acts as itself.
    private static func places(_ node: YAMLNode, role: String, _ log: ProblemLog) -> [SeatRole.Place: String] {
        let known = SeatRole.Place.allCases.map(\.rawValue)
        var acts: [SeatRole.Place: String] = [:]
        guard case .mapping = node.content else {
            for element in node.oneOrMore("the places", log) {
                guard let place = element.choice("the place", among: known, log).flatMap(SeatRole.Place.init) else {
                    continue
                }
                acts[place] = role
            }
            return acts
        }
        for entry in node.entries("the places", log) {
            let key = YAMLNode(content: .scalar(entry.key), place: entry.place)
            guard let place = key.choice("the place", among: known, log).flatMap(SeatRole.Place.init),
                let acting = entry.value.name("the role acted in", log)
            else { continue }
            acts[place] = acting
        }
        return acts
    }

    static func permissions(_ part: ProfileParts.Part, roles: [SeatRole]) -> [Permission: [String]] {
        let acting = Set(roles.flatMap { $0.acts.values }).sorted()
        var table: [Permission: [String]] = [:]
        let names = part.node.entries("the permissions", part.log).map(\.key)
        let missing = Permission.allCases.map(\.rawValue).filter { !names.contains($0) }
        if !missing.isEmpty {
            part.log.add(
                "The permissions lack \(missing.map { "“\($0)”" }.joined(separator: ", ")).", at: part.place,
                hint: "Name the roles that have each; “[]” for nobody.")
        }
        for entry in part.node.entries("the permissions", part.log) {
            let key = YAMLNode(content: .scalar(entry.key), place: entry.place)
            guard
                let name = key.choice("the permission", among: Permission.allCases.map(\.rawValue), part.log),
                let permission = Permission(rawValue: name)
            else { continue }
            table[permission] = entry.value.oneOrMore("the roles", part.log).compactMap {
                $0.reference(to: acting, "role", part.log)
            }
        }
        return table
    }

    /// Nil when a count is missing or none.
    static func thresholds(_ part: ProfileParts.Part) -> Thresholds? {
        let names = ["alike", "alike-days", "undecided-boards", "reopen-months", "top-risks"]
        guard let keyed = part.node.keyed("the thresholds", required: names, part.log) else { return nil }
        let counts = names.compactMap { keyed[$0]?.integer($0, in: 1...1000, part.log) }
        guard counts.count == names.count else { return nil }
        return Thresholds(
            alike: counts[0], alikeDays: counts[1], undecidedBoards: counts[2], reopenMonths: counts[3],
            topRisks: counts[4])
    }

    /// Seats are of roles that there are, in bodies where they can be; and somebody has to be able to seat people.
    static func check(_ seats: [VacantSeat], bodies: [Body], roles: [SeatRole], _ log: ProblemLog, at place: Place) {
        for seat in seats {
            guard let body = bodies.first(where: { $0.id == seat.body }) else { continue }
            guard let role = roles.first(where: { $0.name == seat.role }) else {
                log.add(
                    "\(body.title) has a seat of the role “\(seat.role)”, and there is no such role.", at: place,
                    hint: NearMiss.hint(for: seat.role, among: roles.map(\.name)))
                continue
            }
            if role.acts[SeatRole.Place(body.kind)] == nil {
                log.add(
                    "\(body.title) has a seat of the role “\(seat.role)”, which cannot be in a \(body.kind.rawValue).",
                    at: place)
            }
        }
    }

    static func check(_ roles: [SeatRole], _ part: ProfileParts.Part) {
        if !roles.contains(where: { $0.acts[.register] != nil }) {
            part.log.add(
                "No role acts for the register, so nobody could seat people.", at: part.place,
                hint: "Give one, such as registrar, “acts: register”.")
        }
        for duty in SeatRole.Duty.allCases where !roles.contains(where: { $0.duties.contains(duty) }) {
            part.log.add("No role has the duty “\(duty.rawValue)”.", at: part.place)
        }
    }
}
