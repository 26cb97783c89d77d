import Ledger
import Partnership
import Workflow

/// Who asks, and the seats they hold on the day it is. Decides what they may do, in which capacity, and what they may read.
public struct Standing: Sendable {
    /// A seat, and what it counts as.
    struct Post: Sendable {
        /// Nil for a seat that serves the register as a whole.
        let body: Body?
        /// The role of workflow files and permissions that it acts in.
        let role: String
        let isEverywhere: Bool
    }

    /// As what somebody acts towards what they own.
    static let owner = "action-owner"

    public let person: Person
    public let seats: [Seat]
    let posts: [Post]
    let isSystem: Bool
    private let rights: Rights?

    /// What the partnership says of who may, and how it calls roles.
    private final class Rights: Sendable {
        let permissions: Permissions
        let roles: [SeatRole]

        init(_ reference: ReferenceData) {
            permissions = reference.permissions
            roles = reference.roles
        }
    }

    init(person: Person, seats: [Seat], reference: ReferenceData) {
        self.person = person
        self.seats = seats
        rights = Rights(reference)
        isSystem = false
        posts = seats.compactMap { seat in
            let body = seat.body.flatMap { reference.body($0) }
            let place = body.map { SeatRole.Place($0.kind) } ?? .register
            guard let role = reference.role(seat.role), let acting = role.acts[place] else { return nil }
            return Post(body: body, role: acting, isEverywhere: role.isEverywhere)
        }
    }

    private init(_ person: Person, isSystem: Bool) {
        self.person = person
        self.isSystem = isSystem
        seats = []
        posts = []
        rights = nil
    }

    /// The register acting by itself: a missed clock, the partnership's published plan.
    static let system = Standing(.system, isSystem: true)
    /// Somebody whom nobody has named.
    static let nobody = Standing(Person(id: "", name: "Nobody"), isSystem: false)

    /// Somebody with a seat in a body may see what any member may: the face of each issue, what was published.
    public var isSeated: Bool { isSystem || posts.contains { $0.body != nil } }

    /// The roles held towards something, each once: by seats that count there, and by seats that count everywhere.
    func roles(towards belonging: Belonging) -> [String] {
        var roles: [String] = []
        for post in posts where !roles.contains(post.role) {
            if post.isEverywhere || post.body.map(belonging.counts) ?? false { roles.append(post.role) }
        }
        return roles
    }

    /// An action or a commitment is its owner's to report on, seat or no seat; an issue is looked after by somebody with a
    /// seat.
    static func hasOwnersWithoutSeat(_ workflow: String) -> Bool { ["action", "commitment"].contains(workflow) }

    /// The roles held anywhere.
    var roles: Set<String> { Set(posts.map(\.role)) }

    /// Who acts, towards something. Owning it makes an `action-owner` of anyone, a seat anywhere an `anyone`.
    public func actor(towards belonging: Belonging, owner: String?) -> Actor {
        if isSystem { return Actor(person: person.id, roles: ["system"]) }
        var roles = roles(towards: belonging)
        if owner == person.id, !person.id.isEmpty, !roles.contains(Standing.owner) { roles.append(Standing.owner) }
        if isSeated { roles.append(Reader.anyone) }
        return Actor(person: person.id, roles: roles)
    }

    /// Whether one of some roles is held by a seat anywhere.
    public func may(causing roles: [String]) -> Bool { isSystem || !self.roles.isDisjoint(with: roles) }

    /// Whether a permission is held: by a seat that counts towards what it is about; by any seat, for the whole register.
    public func may(_ permission: Permission, at belonging: Belonging = Belonging()) -> Bool {
        if isSystem { return true }
        guard let rights else { return false }
        let able = rights.permissions[permission]
        let held = permission.place == .register ? posts.map(\.role) : roles(towards: belonging)
        return held.contains(where: able.contains)
    }

    /// Throws `RegisterError.notPermitted`, naming the roles and the place, when a permission is not held.
    public func must(_ permission: Permission, at belonging: Belonging = Belonging(), of place: String? = nil) throws {
        guard !may(permission, at: belonging) else { return }
        guard let rights else {
            throw RegisterError.notPermitted("\(permission.title) is for people with a seat.")
        }
        let able = rights.permissions[permission]
        let titles = able.filter { role in rights.roles.contains { $0.acts.values.contains(role) } }.map(title)
        let here = place.map { " of \($0)" } ?? ""
        throw RegisterError.notPermitted(
            "\(permission.title) is for the \(Sentences.list(titles, "or"))\(here), which \(person.name) is not.")
    }

    /// The same for a body's own affairs.
    public func must(_ permission: Permission, at body: Body) throws {
        guard !may(permission, at: .of(body)) else { return }
        guard let rights else {
            throw RegisterError.notPermitted("\(permission.title) is for people with a seat.")
        }
        let place = SeatRole.Place(body.kind)
        let able = rights.permissions[permission].filter { role in
            rights.roles.contains { $0.acts[place] == role || ($0.isEverywhere && $0.acts.values.contains(role)) }
        }
        throw RegisterError.notPermitted(
            "\(permission.title) of the \(body.title) is for its \(Sentences.list(able.map(title), "or")), which "
                + "\(person.name) is not.")
    }

    /// A role acted in, as people say it. What several seats act as there is no seat's own: `group member`.
    private func title(_ acting: String) -> String {
        rights?.roles.first { $0.name == acting }?.title ?? acting.replacing("-", with: " ")
    }
}

extension View {
    /// The standing of a person on the day it is.
    public func standing(of person: Person) throws -> Standing { try standing(of: person, on: present) }

    /// The standing that a person had on some day.
    public func standing(of person: Person, on day: Day) throws -> Standing {
        try Standing(person: person, seats: seats(of: person, on: day), reference: reference)
    }

    /// The standing of whoever is named to read. Nobody in particular may look at what is open to everyone.
    func standing(named name: String?) throws -> Standing {
        guard let name else { return .nobody }
        return try standing(of: somebody(name))
    }

    /// The standing of whoever is named to write.
    func standing(writing name: String?) throws -> Standing {
        guard let name else {
            throw RegisterError.notPermitted("Nobody is named as the one who acts.", remedies: [.deed("sign-in")])
        }
        return try standing(of: somebody(name))
    }

    private func somebody(_ name: String) throws -> Person {
        if let person = try person(name) ?? nameless(name) { return person }
        let nearest = NearMiss.nearest(to: name, among: try people().map(\.name))
        throw RegisterError.nobody(called: name, nearest: nearest)
    }

    /// Where it is not known what was erased, one who holds a seat and whose name was lost is still known by their key.
    private func nameless(_ key: String) throws -> Person? {
        guard try erasuresUnknownSince != nil, let person = try directory()[key] else { return nil }
        return try seats(of: person, on: present).isEmpty ? nil : person
    }

    /// Where an item belongs, from its fields.
    func belonging(workflow: String, fields: [String: Value]) throws -> Belonging {
        func name(_ field: String) -> String? {
            if case .text(let name) = fields[field] { return name }
            return nil
        }
        switch workflow {
        case "meeting": return Belonging(bodies: Set([name("body")].compactMap { $0 }))
        case "commitment":
            // What begins goes by the meeting at which it was made.
            var body = name("body")
            if body == nil, let meeting = name("meeting"), case .meeting(let own, _)? = Reference(meeting) {
                body = own
            }
            return Belonging(bodies: Set([body, name("group")].compactMap(\.self)))
        case "matter":
            // What begins goes by the meeting that it is brought to.
            var body = name("body")
            if body == nil, let meeting = name("meeting"), case .meeting(let own, _)? = Reference(meeting) {
                body = own
            }
            return Belonging(bodies: Set([body].compactMap(\.self)))
        // What is asked about an issue is wherever the issue is.
        case "question":
            guard let issue = try name("issue").map({ try item($0, workflow: "issue") }) else { return Belonging() }
            return try belonging(of: issue)
        case "plan-action": return Belonging(bodies: Set([name("group")].compactMap { $0 }), hasReachedBoard: true)
        // A paper that got out is its body's, and a matter of the area it is about.
        case "breach", "request": return Belonging(area: name("area"), bodies: Set([name("body")].compactMap { $0 }))
        // What is missing in an area is the Board's to know from the first day.
        case "gap": return Belonging(area: name("area"), hasReachedBoard: name("area") != nil)
        case "risk":
            let body = try name("body").flatMap { try reference.body($0) }
            return Belonging(area: body?.area, bodies: Set([name("body")].compactMap(\.self)))
        case "action":
            // What a body's meeting set is that body's; anything else is a matter of its area.
            if let meeting = name("meeting"), case .meeting(let body, _)? = Reference(meeting) {
                // What a LAP set about an issue that is another area's now is that area's too.
                let isLAPs = try reference.body(body)?.kind == .lap
                return Belonging(area: isLAPs ? try name("issue").flatMap(area(ofIssue:)) : nil, bodies: [body])
            }
            return try Belonging(area: name("area") ?? name("issue").flatMap { try item($0).text("area") })
        default:
            let district = try name("district").flatMap { id in try reference.districts.first { $0.id == id } }
            return Belonging(
                area: name("area") ?? district?.area, bodies: Set([name("group")].compactMap { $0 }),
                hasReachedBoard: fields["escalated"] == .flag(true))
        }
    }

    private func area(ofIssue reference: String) throws -> String? {
        try connection.row("SELECT area FROM item WHERE reference = ?", [.text(reference)])?.text("area")
    }

    /// Where an item belongs.
    public func belonging(of item: StoredItem) throws -> Belonging {
        try belonging(workflow: item.workflow, fields: item.item.fields)
    }
}
