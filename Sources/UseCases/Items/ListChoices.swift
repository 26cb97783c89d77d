import Partnership
import Register
import Workflow

/// What can be chosen for a field of an event, or of a kind of things: what a form lists and a prompt shows.
public struct ListChoices: Question {
    public enum Subject: Sendable {
        /// A field of a workflow, as it is in force; of a reference, what it may refer to.
        case field(String, of: String)
        /// A kind that references have, `area`, or `role` for the roles of seats.
        case kind(String)
    }

    public let subject: Subject
    /// How many at most; the nearest to hand come first.
    public let limit: Int

    public init(_ subject: Subject, limit: Int = 100) {
        self.subject = subject
        self.limit = max(1, limit)
    }

    /// Nothing for what is written freely, and for what is not the asker's to choose from.
    public func answer(from view: View, as standing: Standing) throws -> [FieldChoice] {
        switch subject {
        case .kind(let kind): return try choices(of: kind, view, standing)
        case .field(let name, let workflow):
            guard let field = try view.definition(workflow).field(name) else {
                throw RegisterError.badInput("Items of \(workflow) have no field “\(name.prefix(40))”.")
            }
            switch field.kind {
            case .choice(let choices), .choices(let choices):
                return choices.map { FieldChoice(name: $0.name, title: $0.title) }
            case .flag: return [FieldChoice(name: "yes", title: "Yes"), FieldChoice(name: "no", title: "No")]
            case .reference(let kind), .references(let kind): return try choices(of: kind, view, standing)
            case .line, .text, .day, .number: return []
            }
        }
    }

    private func choices(of kind: String, _ view: View, _ standing: Standing) throws -> [FieldChoice] {
        let reference = try view.reference
        let all: [FieldChoice]
        switch kind {
        case "area":
            // The asker's own first.
            let own = Set(standing.seats.compactMap { $0.body.flatMap { reference.body($0)?.area } })
            let areas = reference.areas.filter { own.contains($0.id) } + reference.areas.filter { !own.contains($0.id) }
            all = areas.map { FieldChoice(name: $0.id, title: $0.title) }
        case "district":
            all = reference.districts.map { district in
                let area = reference.area(district.area)?.title
                return FieldChoice(name: district.id, title: area.map { "\(district.title), \($0)" } ?? district.title)
            }
        case "body": all = reference.bodies.map { FieldChoice(name: $0.id, title: $0.title) }
        case "group":
            all = reference.bodies.filter { $0.kind == .group }.map { FieldChoice(name: $0.id, title: $0.title) }
        case "role": all = reference.roles.map { FieldChoice(name: $0.name, title: $0.title) }
        case "theme": all = reference.themes.map { FieldChoice(name: $0.id, title: $0.title) }
        case "concern": all = reference.concerns.map { FieldChoice(name: String($0.number), title: $0.text) }
        case "destination": all = reference.destinations.map { FieldChoice(name: $0.id, title: $0.title) }
        case "person": all = try people(view, standing, reference)
        case "meeting": all = try meetings(view, standing, reference)
        case "plan-action":
            all = try ListPlanActions().answer(from: view, as: standing).map {
                FieldChoice(name: $0.ref, title: $0.title ?? $0.ref)
            }
        case "issue":
            guard standing.isSeated else { return [] }
            var filter = IssueFilter()
            filter.open = true
            filter.limit = limit
            all = try view.issues(filter, as: standing).map {
                FieldChoice(name: $0.reference, title: $0.title ?? $0.state)
            }
        default: all = []
        }
        return Array(all.prefix(limit))
    }

    /// Those who hold a seat, by name, with what they are.
    private func people(_ view: View, _ standing: Standing, _ reference: ReferenceData) throws -> [FieldChoice] {
        guard standing.isSeated || !standing.seats.isEmpty else { return [] }
        var roles: [String: [String]] = [:]
        for seat in try view.seats(on: view.today) {
            guard let person = seat.person else { continue }
            let body = seat.body.flatMap { reference.body($0)?.title }
            roles[person.name, default: []].append(
                reference.title(ofRole: seat.role) + (body.map { ", \($0)" } ?? ""))
        }
        return roles.sorted { $0.key < $1.key }.map {
            FieldChoice(name: $0.key, title: $0.value.joined(separator: "; "))
        }
    }

    /// Those still to come, the next first, then those that were, the latest first.
    private func meetings(_ view: View, _ standing: Standing, _ reference: ReferenceData) throws -> [FieldChoice] {
        guard standing.isSeated || !standing.seats.isEmpty else { return [] }
        let lines = try view.meetings(body: nil, limit: limit)
        let today = view.today
        let ahead = lines.filter { $0.happens.map { $0 >= today } ?? false }.reversed()
        let past = lines.filter { $0.happens.map { $0 < today } ?? true }
        let states = try view.definition("meeting")
        return (ahead + past).map { line in
            let body: String? =
                if case .meeting(let body, _)? = Reference(line.reference) { reference.body(body)?.title } else { nil }
            let parts = [body, line.happens?.words, states[line.state]?.title].compactMap(\.self)
            return FieldChoice(name: line.reference, title: parts.joined(separator: ", "))
        }
    }
}

/// Something that can be chosen.
public struct FieldChoice: Hashable, Codable, Sendable {
    /// As it is given: `north`, `N-7`, a person's name.
    public let name: String
    /// As people read it.
    public let title: String

    public init(name: String, title: String) {
        self.name = name
        self.title = title
    }
}
