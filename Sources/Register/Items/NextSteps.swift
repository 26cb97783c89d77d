import Ledger
import Partnership
import Workflow

extension View {
    /// Every event of an item's workflow as it stands for somebody: allowed with what it asks, or refused with why.
    public func options(for item: StoredItem, as standing: Standing, on day: Day) throws -> [Option] {
        let setting = try setting(for: item, in: item.definition, given: [:], standing: standing, on: day)
        let belonging = try belonging(of: item)
        let isShown = try shows(item, to: standing)
        return try item.definition.options(for: item.item, in: setting).map { option in
            try accessible(option, of: item, at: belonging, setting.actor, standing, isShown: isShown)
        }
    }

    /// One event of an item's workflow as it stands for somebody today; nil for one that it does not have.
    public func option(_ event: Event, for item: StoredItem, as standing: Standing) throws -> Option? {
        let setting = try setting(
            for: item, in: item.definition, event: event.name, given: [:], standing: standing, on: today)
        return try item.definition.option(event.name, for: item.item, in: setting).map { option in
            try accessible(
                option, of: item, at: belonging(of: item), setting.actor, standing, isShown: shows(item, to: standing))
        }
    }

    private func accessible(
        _ option: Option, of item: StoredItem, at belonging: Belonging, _ actor: Actor, _ standing: Standing,
        isShown: Bool
    ) throws -> Option {
        let access = try self.access(
            to: option.event, of: item.definition, on: item, at: belonging, actor: actor, as: standing, isShown: isShown
        )
        switch (access, option.verdict) {
        case (.barred(let reason), _), (.unseen(let reason), .refused):
            return Option(event: option.event, verdict: .refused([reason]), provided: option.provided)
        default: return option
        }
    }

    /// Whether somebody may see what is on record of an item, its history with it; the register itself may.
    public func shows(_ item: StoredItem, to standing: Standing) throws -> Bool {
        try standing.isSystem || sight(standing, of: item).showsRecord
    }

    /// Roles as people say them, each with the place where it would count towards something: `DCO of South`. Those that could
    /// not be held there are left out.
    public func holders(of roles: [String], _ definition: Definition, _ belonging: Belonging) throws -> [String] {
        let reference = try reference
        let own = reference.bodies.filter { belonging.bodies.contains($0.id) }
        let isPlaced = belonging != Belonging()
        return roles.filter { $0 != "system" }.compactMap { role -> String? in
            let title = definition.title(ofRole: role)
            let seats = reference.roles.filter { $0.acts.values.contains(role) }
            let places = Set(seats.flatMap { seat in seat.acts.filter { $0.value == role }.map(\.key) })
            if let area = belonging.area.flatMap(reference.area),
                let body = reference.body(ofArea: area.id), places.contains(SeatRole.Place(body.kind))
            {
                return "\(title) of \(area.title)"
            }
            if let body = own.first(where: { places.contains(SeatRole.Place($0.kind)) }) {
                return "\(title) of the \(body.title)"
            }
            if !places.isEmpty, !seats.contains(where: \.isEverywhere), places.isSubset(of: [.board, .group]) {
                if places.contains(.board), belonging.hasReachedBoard { return title }
                // Issues are handed on to the Board and from there to groups; whatever else there is stays where it is.
                guard definition.name == "issue", belonging.area != nil else {
                    return own.isEmpty && !isPlaced ? title : nil
                }
                return places.contains(.board)
                    ? "\(title), once it is escalated" : "\(title) of a group, once it is given to one"
            }
            if places.isEmpty || seats.contains(where: \.isEverywhere) { return title }
            let isElsewhere = belonging.area != nil && places.isSubset(of: [.lap, .caseload])
            return !isElsewhere && (belonging.area != nil || own.isEmpty) ? title : nil
        }
    }

    /// The roles somebody holds towards an item, which decide what they may read of it.
    public func actor(_ standing: Standing, towards item: StoredItem) throws -> Actor {
        try reader(standing, workflow: item.workflow, id: item.id, fields: item.item.fields).actor
    }

    /// Given fields with their references resolved to stored names.
    func resolved(_ given: [String: Value], in definition: Definition) throws -> [String: Value] {
        var resolved = given
        for (name, value) in given {
            guard let field = definition.field(name) else { continue }
            resolved[name] = try self.resolved(value, of: field)
        }
        return resolved
    }

    /// A value of a field with its references resolved to stored names. Throws `RegisterError.badInput` or `.notFound`
    /// when the register has no such thing.
    public func resolved(_ value: Value, of field: Field) throws -> Value {
        switch (field.kind, value) {
        case (.reference(let kind), .text(let word)): .text(try resolve(word, kind: kind))
        case (.references(let kind), .list(let words)): .list(try words.map { try resolve($0, kind: kind) })
        default: value
        }
    }
}
