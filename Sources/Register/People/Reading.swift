import Ledger
import Partnership
import Workflow

/// In which roles somebody reads an item, and what is not for them whatever they may read of it.
struct Reading {
    let actor: Actor
    /// What bodies took in private of which this is no reader: not for them is what came onto the record there.
    let withheld: [PrivateTaking]

    init(_ actor: Actor, withheld: [PrivateTaking] = []) {
        self.actor = actor
        self.withheld = withheld
    }
}

extension View {
    /// Somebody as a reader of an item, given its fields that are not sealed. An action, a commitment or a question is read where it was
    /// made and wherever its issue is; while only the DCO's side reads the issue, it is no more than that to anybody else. What was
    /// taken in private is for those whom that concerns.
    func reader(_ standing: Standing, workflow: String, id: Int, fields: [String: Value]) throws -> Reading {
        var owner: String?
        if case .text(let key) = fields["owner"] { owner = key }
        if !Standing.hasOwnersWithoutSeat(workflow), !standing.isSeated { owner = nil }
        let own = try belonging(workflow: workflow, fields: fields)
        guard !standing.isSystem else { return Reading(standing.actor(towards: own, owner: owner)) }
        func name(_ field: String) -> String? {
            if case .text(let name) = fields[field] { return name }
            return nil
        }
        switch workflow {
        case "issue":
            let isAsked = fields[IssueReader.Field.isPrivate.rawValue] == .flag(true)
            let takings = try privateTakings(of: id, before: name("meeting"), for: isAsked ? PrivateGround() : nil)
            let takers = try Set(takings.map(\.body)).sorted().compactMap { try reference.body($0) }
            guard !takers.isEmpty else { return Reading(standing.actor(towards: own, owner: owner)) }
            var (place, denied) = standing.reach(of: own, inPrivateAt: takers)
            // Whom a body gave it to in private knows what that is.
            if let owner, owner == standing.person.id {
                let definition = try definition(ofItem: id)
                denied = try denied.filter { body in
                    let own = try custody(of: id, in: definition, by: takings.filter { $0.body == body })
                    return !own.holds("owner", .text(owner), nil)
                }
            }
            return Reading(
                standing.actor(towards: place, owner: owner), withheld: takings.filter { denied.contains($0.body) })
        case "action", "commitment", "question":
            let issue = try name("issue").map { try item($0) }
            let theirs = try issue.map { try own.joined(belonging(of: $0)) } ?? own
            var actor = standing.actor(towards: theirs, owner: owner)
            let source = PaperSource(
                issue: issue, matter: name("matter"), decision: name("decision"), meeting: name("meeting"),
                item: name("item"), set: id)
            if case .two(_, let taker) = try part(of: source), let body = try reference.body(taker) {
                let (place, denied) = standing.reach(of: theirs, inPrivateAt: [body])
                actor = standing.actor(towards: denied.isEmpty ? place : Belonging(), owner: owner)
            }
            guard let issue else { return Reading(actor) }
            let towardsIssue =
                try standing.actor(towards: belonging(of: issue), owner: issue.text("owner")).roles + actor.roles
            let sight = Sight(of: issue.definition, item: issue.item, roles: towardsIssue)
            if !sight.showsRecord { actor.roles = actor.roles.filter { $0 == Reader.anyone } }
            return Reading(actor)
        case "gap", "risk":
            var actor = standing.actor(towards: own, owner: owner)
            if try isWithheld(id, from: standing) {
                actor.roles = actor.roles.filter { $0 == Reader.anyone }
            }
            return Reading(actor)
        default:
            return Reading(standing.actor(towards: own, owner: owner))
        }
    }

    private func definition(ofItem id: Int) throws -> Definition {
        let row = try connection.row("SELECT workflow, definition FROM item WHERE id = ?", [.integer(id)])
        guard let row else { throw RegisterError.damaged("item \(id) is not there") }
        return try pinned(row.count("definition"), workflow: row.word("workflow"))
    }
}

extension Standing {
    /// Where somebody counts as a reader of an issue that bodies took in private, and the ids of those of them whose part is
    /// not for them. A body's part is read by its seats and those of whom it passed the issue on to, as far as they read what
    /// is private there, and by those who answer the family. The LAP goes on reading what it had before. Another area's LAP, to
    /// which the issue was moved since, reads what it has itself.
    fileprivate func reach(
        of belonging: Belonging, inPrivateAt bodies: [Body]
    ) -> (place: Belonging, denied: Set<String>) {
        if may(.readPrivateAnswers, at: belonging) { return (belonging, []) }
        let lap = Belonging(area: belonging.area)
        var place = may(.readPrivate, at: lap) ? lap : Belonging()
        var denied: Set<String> = []
        for body in bodies {
            let own = Belonging(
                area: body.kind == .lap ? body.area : nil, bodies: belonging.bodies.union([body.id]),
                hasReachedBoard: belonging.hasReachedBoard)
            if may(.readPrivate, at: own) { place = place.joined(own) } else { denied.insert(body.id) }
        }
        return (place, denied)
    }
}
