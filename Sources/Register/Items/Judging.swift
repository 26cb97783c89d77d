import Ledger
import Partnership
import Workflow

extension View {
    /// Every reason why an item cannot begin with what is given; none when it can. Writes nothing.
    public func objections(
        toBeginning workflow: String, given: [String: Value], as standing: Standing, on day: Day
    ) throws -> [Reason] {
        let definition = try definition(workflow)
        let given = try resolved(given, in: definition)
        do {
            _ = try decide(
                start(of: definition).name, on: nil, in: definition, given: given, standing: standing, day: day)
            return []
        } catch RegisterError.refused(let reasons) {
            return reasons
        }
    }

    func start(of definition: Definition) throws -> Event {
        guard let event = definition.events.first(where: \.begins) else {
            throw RegisterError.damaged("the workflow \(definition.name) has no event that begins an item")
        }
        return event
    }

    /// What an event would do to an item, or to one that it begins. Writes nothing. Throws `RegisterError.refused` with every
    /// reason.
    func decide(
        _ event: String, on before: StoredItem?, in definition: Definition, given: [String: Value], standing: Standing,
        day: Day
    ) throws -> Change {
        let setting = try setting(for: before, in: definition, event: event, given: given, standing: standing, on: day)
        let belonging = try belonging(workflow: definition.name, fields: before?.item.fields ?? given)
        let access = try definition.event(event).map {
            try self.access(
                to: $0, of: definition, on: before, at: belonging, actor: setting.actor, as: standing,
                isShown: before.map { try shows($0, to: standing) } ?? true)
        }
        if case .barred(let reason)? = access { throw RegisterError.refused([reason]) }
        try mustKnow(given, in: definition, as: standing)
        switch definition.decide(event, on: before?.item ?? Item(), given: given, in: setting) {
        case .accepted(let change): return change
        case .refused(let reasons):
            if case .unseen(let reason)? = access { throw RegisterError.refused([reason]) }
            let reasons = try naming(reasons, of: event, on: before, given: given, in: setting, for: standing)
            guard case .unplaced(let place)? = access else { throw RegisterError.refused(reasons) }
            let others = reasons.filter { $0.kind != .role }
            let isAsked = others.contains { $0.kind == .missing && $0.field == place.field }
            throw RegisterError.refused(isAsked ? others : [place] + others)
        }
    }

    /// What an event would do, judged from what is stored, with no lock held.
    public func judge(
        _ event: String, of workflow: String, on before: StoredItem?, given: [String: Value], as standing: Standing,
        day: Day, expect expected: Int? = nil
    ) throws -> Outcome {
        let definition = try before?.definition ?? definition(workflow)
        let given = try resolved(given, in: definition)
        if let before { try checkOrder(before, of: event, as: standing, day: day, expect: expected) }
        let change = try decide(event, on: before, in: definition, given: given, standing: standing, day: day)
        let after = StoredItem(
            id: before?.id ?? 0, workflow: workflow,
            reference: try before?.reference
                ?? reference(ofNew: workflow, fields: change.item.fields, number: foreseenNumber),
            version: (before?.version ?? 0) + 1, isOpen: definition[change.to]?.isEnd != true, definition: definition,
            item: change.item, definitionKey: before?.definitionKey ?? 0, sealed: [:])
        for effect in change.effects {
            try check(effect, of: change.event, before: before, after: after, on: day)
        }
        var outcome = Outcome(item: after, event: change.event, from: before?.item.state, capacity: change.capacity)
        for effect in change.effects { try foresee(effect, on: day, telling: &outcome) }
        return outcome
    }

    /// The same for an event, and that the item is at the version that was seen: who may not cause it, or may not see the
    /// item, is told that, and neither when the item last changed nor at which version it is.
    func checkOrder(
        _ item: StoredItem, of event: String, as standing: Standing, day: Day, expect expected: Int? = nil
    ) throws {
        do {
            if let expected, expected != item.version {
                throw RegisterError.moved(reference: item.reference, expected: expected, actual: item.version)
            }
            try checkOrder(item, day: day)
        } catch {
            guard let event = item.definition.event(event) else { throw error }
            let setting = try setting(for: item, in: item.definition, given: [:], standing: standing, on: day)
            let access = try self.access(
                to: event, of: item.definition, on: item, at: belonging(of: item), actor: setting.actor, as: standing,
                isShown: shows(item, to: standing))
            switch access {
            case .barred(let reason), .unseen(let reason): throw RegisterError.refused([reason])
            case .open, .unplaced: throw error
            }
        }
    }

    /// What is recorded about an item keeps the order in which it happened.
    func checkOrder(_ item: StoredItem, day: Day) throws {
        let last = try connection.row(
            "SELECT happened FROM event WHERE item = ? AND name <> ? ORDER BY id DESC LIMIT 1",
            [.integer(item.id), .text(OwnEvent.redact.rawValue)])?.day("happened")
        guard let last, day < last else { return }
        throw RegisterError.badInput(
            "\(item.reference) last changed on \(last), after \(day).", remedies: [.dated(from: last)])
    }
}
