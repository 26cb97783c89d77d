import Partnership
import Workflow

/// Who asks, and the seats they hold on the day they ask for. Decides what they may cause, in which capacity, and what
/// they may read.
public struct Standing: Sendable {
    public let person: Person
    public let seats: [Seat]
    let isSystem: Bool

    public init(person: Person, seats: [Seat]) {
        self.person = person
        self.seats = seats
        isSystem = false
    }

    private init() {
        person = .system
        seats = []
        isSystem = true
    }

    /// The register acting by itself: a missed clock, the partnership's published plan.
    static let system = Standing()

    /// The roles held towards something that belongs to some bodies. Owning it makes an `action-owner` of anyone.
    func actor(towards bodies: Set<String>, owner: String?) -> Actor {
        if isSystem { return Actor(person: person.id, roles: ["system"]) }
        var roles: [String] = []
        for seat in seats where bodies.contains(seat.body) && !roles.contains(seat.role) { roles.append(seat.role) }
        if owner == person.id, !roles.contains("action-owner") { roles.append("action-owner") }
        return Actor(person: person.id, roles: roles)
    }
}

extension View {
    public func standing(of person: Person, on day: Day) throws -> Standing {
        try Standing(person: person, seats: seats(of: person, on: day))
    }

    /// The bodies whose members may act on an item: an issue belongs to its area's LAP and to whatever serves the whole
    /// partnership, a meeting to its own body, an action to the body whose meeting set it and to its issue's.
    func bodies(workflow: String, fields: [String: Value]) throws -> Set<String> {
        if case .text(let body) = fields["body"], workflow == "meeting" { return [body] }
        var bodies = try Set(reference.bodies.filter { $0.area == nil }.map(\.id))
        if case .text(let area) = fields["area"], let lap = try reference.lap(ofArea: area) { bodies.insert(lap.id) }
        if case .text(let body) = fields["body"] { bodies.insert(body) }
        if workflow == "action", case .text(let meeting) = fields["meeting"],
            case .meeting(let body, _)? = Reference(meeting)
        {
            bodies.insert(body)
        }
        return bodies
    }
}
