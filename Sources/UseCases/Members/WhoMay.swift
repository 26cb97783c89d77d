import Partnership
import Register
import Workflow

/// What a person, or a role, may: the events of workflows, the sections of their items, and everything else that the
/// partnership's table of permissions lists. One table, from what decides.
public struct WhoMay: Question {
    public enum Subject: Sendable {
        /// Named as it is written.
        case person(String)
        case role(String)
    }

    public let subject: Subject
    /// The workflows to look at, in this order.
    public let workflows: [String]

    public init(_ subject: Subject, in workflows: [String]) {
        self.subject = subject
        self.workflows = workflows
    }

    public func answer(from view: View, as standing: Standing) throws -> [MayLine] {
        try standing.mustHoldSeat(toSee: "Who may what")
        let reference = try view.reference
        let definitions = try workflows.map { try view.definition($0) }
        return try posts(view, reference).flatMap { post in
            definitions.flatMap { post.events($0) + post.sections($0) } + post.permissions(reference.permissions)
        }
    }

    private func posts(_ view: View, _ reference: ReferenceData) throws -> [Post] {
        switch subject {
        case .person(let name):
            return try view.seats(of: view.known(name), on: view.present).compactMap { seat in
                let body = seat.body.flatMap { reference.body($0) }
                guard let role = reference.role(seat.role),
                    let acting = role.acts[body.map { SeatRole.Place($0.kind) } ?? .register]
                else { return nil }
                return Post(
                    seat: seat.written, acting: acting, kind: body?.kind,
                    area: body?.area.flatMap { reference.area($0)?.title }, body: body?.title,
                    isEverywhere: role.isEverywhere)
            }
        case .role(let name):
            _ = try KnownNames.resolve([name], of: "role", among: reference.roles.map(\.name))
            return SeatRole.Place.allCases.compactMap { place in
                guard let role = reference.role(name), let acting = role.acts[place] else { return nil }
                return Post(
                    seat: place == .register ? role.name : "\(place.rawValue)/\(role.name)", acting: acting,
                    kind: place.kind, area: nil, body: nil, isEverywhere: role.isEverywhere)
            }
        }
    }
}

/// Something that a seat may, and where.
public struct MayLine: Sendable, Codable {
    /// The seat by which, `north/dco`.
    public let seat: String
    /// The role that the seat acts in.
    public let role: String
    /// `event`, `read` or `permission`.
    public let kind: String
    /// The workflow; nil for a permission.
    public let workflow: String?
    /// The event's, the section's or the permission's name.
    public let name: String
    public let title: String
    /// What the seat counts for: `in North`, `at the North LAP`, `everywhere`.
    public let place: String
}

/// A seat, and what it counts as.
private struct Post {
    let seat: String
    let acting: String
    /// Nil for a seat that serves the register as a whole.
    let kind: Body.Kind?
    let area: String?
    let body: String?
    let isEverywhere: Bool

    func events(_ definition: Definition) -> [MayLine] {
        guard kind != nil else { return [] }
        return definition.events.filter { $0.by.contains(acting) }.map { event in
            line("event", definition.name, event.name, event.title, towards(definition.name))
        }
    }

    func sections(_ definition: Definition) -> [MayLine] {
        guard kind != nil else { return [] }
        return definition.sections.flatMap { section in
            section.readers.filter { $0.role == acting || $0.role == Reader.anyone }.map { reader in
                let place = reader.role == Reader.anyone ? "everywhere" : towards(definition.name)
                let condition = reader.condition.map { ", when \($0.text)" } ?? ""
                return line("read", definition.name, section.name, section.title, place + condition)
            }
        }
    }

    func permissions(_ table: Permissions) -> [MayLine] {
        Permission.allCases.filter { table[$0].contains(acting) }.map { permission in
            let place =
                switch permission.place {
                case .register: "everywhere"
                case .body: isEverywhere ? "everywhere" : here
                case .area: towards("issue")
                }
            return line("permission", nil, permission.rawValue, permission.title, place)
        }
    }

    private func line(
        _ kind: String, _ workflow: String?, _ name: String, _ title: String, _ place: String
    ) -> MayLine {
        MayLine(
            seat: seat, role: acting, kind: kind, workflow: workflow, name: name, title: title, place: place)
    }

    /// Where a seat counts towards items of a workflow (DOMAIN section 4).
    private func towards(_ workflow: String) -> String {
        if isEverywhere { return "everywhere" }
        guard !["meeting", "matter"].contains(workflow) else { return here }
        if workflow == "gap", kind == .board { return "everywhere" }
        if ["breach", "risk"].contains(workflow) { return area.map { "\(here) and in \($0)" } ?? here }
        return switch kind {
        case .lap, .caseload: area.map { "in \($0)" } ?? "in its area"
        case .board: workflow == "plan-action" ? "everywhere" : "once it is escalated"
        case .group: "what is given to \(body.map { "the \($0)" } ?? "the group")"
        case nil: "everywhere"
        }
    }

    private var here: String { body.map { "at the \($0)" } ?? "at its own body" }
}

extension SeatRole.Place {
    fileprivate var kind: Body.Kind? {
        switch self {
        case .lap: .lap
        case .board: .board
        case .group: .group
        case .caseload: .caseload
        case .register: nil
        }
    }
}
