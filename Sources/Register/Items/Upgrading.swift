import Ledger
import Workflow

/// What would become of a live item under the version of its workflow that is in force.
public struct ItemUpgrade: Sendable {
    public enum Answer: String, Sendable {
        /// Its own history is possible under the version in force and leads where it is.
        case moves
        /// It stays under its version, because it would not be the same item under the other.
        case held
        /// Something that the version in force needs is not on record.
        case needsInput = "needs-input"
        /// Its history is not possible under the version in force.
        case refused
    }

    public let item: StoredItem
    public let answer: Answer
    /// Why; what differs, for one that moves.
    public let sentences: [String]
    /// The event of its history that decided it, and its day; nil when the whole history or the record did.
    public let witness: (event: String, on: Day)?
    /// Its clocks under the version in force; nil unless it moves.
    let clocks: [String: RunningClock]?
}

extension View {
    /// The verdict on each live item that is under an earlier version, by replaying its own history. What both versions
    /// demand in the same words counts as met then: what the register knew in those days is not on record.
    public func upgrades(of workflow: String, clocks policy: ClockPolicy) throws -> [ItemUpgrade] {
        let later = try definition(workflow)
        let digest = Hash.of(later.canonicalForm)
        let key = try connection.row("SELECT id FROM definition WHERE digest = ?", [.text(digest)])?.integer("id")
        var demands: [Int: Definition] = [:]
        return try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE workflow = ? AND open = 1 AND definition <> ? ORDER BY id
            """, [.text(workflow), .integer(key ?? 0)]
        ).map { row in
            let item = try stored(row)
            let judging = demands[item.definitionKey] ?? later.demands(beyond: item.definition)
            demands[item.definitionKey] = judging
            return try upgrade(of: item, to: later, judging: judging, clocks: policy)
        }
    }

    private func upgrade(
        of item: StoredItem, to later: Definition, judging: Definition, clocks policy: ClockPolicy
    ) throws -> ItemUpgrade {
        func answer(
            _ answer: ItemUpgrade.Answer, _ sentences: [String], _ step: PastStep? = nil,
            clocks: [String: RunningClock]? = nil
        ) -> ItemUpgrade {
            ItemUpgrade(
                item: item, answer: answer, sentences: sentences,
                witness: step.map { ($0.recorded.event, $0.recorded.setting.on) }, clocks: clocks)
        }
        let steps = try pastSteps(of: item, judging: judging)
        for step in steps {
            let name = step.recorded.event
            guard let event = later.event(name) else {
                return answer(.refused, ["There is no “\(name)” any more."], step)
            }
            guard later.leads(event, from: step.from, to: step.to) else {
                let to = later[step.to]?.title ?? step.to
                return answer(.refused, ["“\(event.title)” does not lead to “\(to)” from there."], step)
            }
        }
        let verdict = judging.verdict(on: steps.map(\.recorded), of: item.item, clocks: policy, on: today)
        let step = verdict.position.map { steps[$0] }
        switch verdict.answer {
        case .refused: return answer(.refused, verdict.sentences, step)
        case .held: return answer(.held, verdict.sentences, step)
        case .needsInput: return answer(.needsInput, verdict.sentences, step)
        case .moves: break
        }
        let unfit = later.misfits(item)
        guard unfit.isEmpty else { return answer(.held, unfit) }
        let lacking = (later[item.state]?.needs ?? []).filter { item.item.fields[$0] == nil }
        guard lacking.isEmpty else {
            return answer(.needsInput, lacking.map { "“\(later.field($0)?.title ?? $0)” is not on record." })
        }
        return answer(.moves, [], clocks: verdict.item?.clocks ?? [:])
    }

    private struct PastStep {
        let recorded: RecordedEvent
        let from: String?
        let to: String
    }

    /// What happened to an item and was not taken back, with facts as they are known now. What an event did not ask then,
    /// and has to now, is taken from the record, where it may have been given since.
    private func pastSteps(of item: StoredItem, judging: Definition) throws -> [PastStep] {
        let rows = try connection.rows(
            """
            SELECT name, origin, target, happened, actor, capacity, given FROM event
            WHERE item = ? AND name NOT IN ('undo', 'upgrade')
              AND NOT EXISTS (SELECT 1 FROM operation WHERE operation.reverses = event.operation)
            ORDER BY id
            """, [.integer(item.id)])
        return try rows.map { row in
            var given: [String: Value] = [:]
            if case .object(let members) = try ItemCoding.parse(row.word("given")) {
                for (name, json) in members {
                    guard let kind = item.definition.field(name)?.kind else { continue }
                    if let seal = Sealed(json) {
                        given[name] = try connection.open(seal).flatMap { ItemCoding.value($0, as: kind) }
                    } else {
                        given[name] = ItemCoding.value(json, as: kind)
                    }
                }
            }
            for ask in judging.event(row.word("name"))?.asks ?? [] where ask.requirement != .optional {
                if given[ask.field] == nil, ask.fallback == nil { given[ask.field] = item.item.fields[ask.field] }
            }
            var setting = try setting(
                for: item, in: item.definition, event: row.word("name"), given: given, standing: .system,
                on: row.day("happened") ?? today)
            setting.actor = Actor(person: row.word("actor"), roles: [row.word("capacity")])
            return PastStep(
                recorded: RecordedEvent(event: row.word("name"), given: given, setting: setting),
                from: row.text("origin"), to: row.word("target"))
        }
    }
}

extension Definition {
    /// Values on record that this definition would not hold as they are.
    fileprivate func misfits(_ item: StoredItem) -> [String] {
        item.item.fields.sorted { $0.key < $1.key }.compactMap { name, value in
            guard let old = item.definition.field(name) else { return nil }
            guard let field = field(name) else { return "“\(old.title)” is on record and no longer kept." }
            guard field.section == old.section else { return "“\(field.title)” moves to another section." }
            return field.check(value).map { "“\(field.title)”: \($0)" }
        }
    }
}

extension Operation {
    /// Puts every live item that can go on under the version in force there: one event for each, no history rewritten.
    /// Refused to those who hold none of the roles that the version in force lets do so.
    public func upgrade(_ workflow: String, clocks policy: ClockPolicy, as standing: Standing) throws -> [ItemUpgrade] {
        let upgrades = try view.upgrades(of: workflow, clocks: policy)
        guard upgrades.contains(where: { $0.clocks != nil }) else { return upgrades }
        let later = try view.definition(workflow)
        // An item is moved by somebody whose role counts towards it.
        let able = try upgrades.filter { $0.clocks != nil }.compactMap { upgrade -> (ItemUpgrade, String)? in
            let roles = try standing.actor(towards: view.belonging(of: upgrade.item), owner: nil).roles
            let capacity = later.upgradedBy.isEmpty ? roles.first : roles.first(where: later.upgradedBy.contains)
            return capacity.map { (upgrade, $0) }
        }
        guard !able.isEmpty else {
            let titles = later.upgradedBy.map { "\(later.title(ofRole: $0))" }
            throw RegisterError.notPermitted(
                "Moving these items to the version of “\(later.title)” in force is for the "
                    + "\(Sentences.list(titles, "or")) they belong to, which \(standing.person.name) is not.",
                remedies: [.act(as: later.upgradedBy)])
        }
        let key = try pin(later, workflow: workflow)
        for (upgrade, capacity) in able {
            guard let clocks = upgrade.clocks else { continue }
            let item = upgrade.item
            try checkOrder(item)
            var moved = item.item
            moved.clocks = clocks
            let due = later.due(of: moved)
            let warn = try later.warningDay(of: moved, calendars: view.calendars())
            let columns: [String: SQLValue] = [
                "version": .integer(item.version + 1), "definition": .integer(key),
                "due": SQLValue(due?.on.description), "due_clock": SQLValue(due?.clock),
                "warn": SQLValue(warn?.description),
                "clocks": .text(ItemCoding.text(clocks)),
            ]
            guard try update(.item, key: .integer(item.id), columns, guarding: ("version", .integer(item.version)))
            else {
                throw RegisterError.damaged("\(item.reference) changed while it was upgraded")
            }
            try append(
                NewEvent(
                    item: item.id, name: OwnEvent.upgrade.rawValue, origin: item.state, target: item.state,
                    capacity: capacity, given: JSON.object(["clocks": .string(policy.rawValue)]).text))
        }
        let left = Set(upgrades.filter { $0.clocks != nil }.map(\.item.id)).subtracting(able.map(\.0.item.id))
        return upgrades.filter { !left.contains($0.item.id) }
    }
}
