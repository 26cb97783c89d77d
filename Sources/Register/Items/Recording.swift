import Ledger
import Partnership
import Workflow

extension Operation {
    /// Begins an item.
    ///
    /// - Parameters:
    ///   - event: the one that begins it; nil for the first such in the workflow.
    ///   - given: fields by name; references may be written as people write them.
    ///   - reference: the item's name, or nil to take the next of its series.
    ///   - day: when it happened, where that is another day than the operation's.
    /// - Throws: `RegisterError.refused` with every reason.
    public func begin(
        _ workflow: String, by event: String? = nil, given: [String: Value], as standing: Standing,
        reference: String? = nil, on day: Day? = nil
    ) throws -> Outcome {
        let definition = try view.definition(workflow)
        let event = try event ?? view.start(of: definition).name
        let given = try view.resolved(given, in: definition)
        let change = try decide(
            event, on: nil, in: definition, given: given, standing: standing, day: day ?? on)
        let name = try reference ?? newReference(workflow, fields: change.item.fields)
        let key = try next(in: "item")
        let stored = try store(
            change, item: key, version: 1, sealed: [:], definition: definition,
            definitionKey: pin(definition, workflow: workflow), reference: name, workflow: workflow)
        return try record(change, given: given, before: nil, after: stored, standing: standing, day: day ?? on)
    }

    /// Causes an event of an item's workflow.
    ///
    /// - Parameter expected: the version the caller saw; refused with `RegisterError.moved` when it is no longer that.
    public func cause(
        _ event: String, on before: StoredItem, given: [String: Value] = [:], as standing: Standing,
        expect expected: Int? = nil
    ) throws -> Outcome {
        let given = try view.resolved(given, in: before.definition)
        try view.checkOrder(before, of: event, as: standing, day: on, expect: expected)
        let change = try decide(
            event, on: before, in: before.definition, given: given, standing: standing, day: on)
        let after = try store(
            change, item: before.id, version: before.version + 1, sealed: before.sealed,
            definition: before.definition, definitionKey: before.definitionKey, reference: before.reference,
            workflow: before.workflow, replacing: before)
        return try record(change, given: given, before: before, after: after, standing: standing, day: on)
    }

    private func decide(
        _ event: String, on before: StoredItem?, in definition: Definition, given: [String: Value], standing: Standing,
        day: Day
    ) throws -> Change {
        try view.decide(event, on: before, in: definition, given: given, standing: standing, day: day)
    }

    func checkOrder(_ item: StoredItem) throws { try view.checkOrder(item, day: on) }

    /// Writes the item's row after a change. The compare with the version read is in the statement itself.
    private func store(
        _ change: Change, item key: Int, version: Int, sealed old: [String: Sealed], definition: Definition,
        definitionKey: Int, reference: String, workflow: String, replacing before: StoredItem? = nil
    ) throws -> StoredItem {
        let erased = Set(change.erases)
        var sealed: [String: Sealed] = [:]
        var members: [String: JSON] = [:]
        for (name, value) in change.item.fields {
            guard let field = definition.field(name) else { continue }
            guard let section = definition.seal(of: field) else {
                members[name] = ItemCoding.json(value)
                continue
            }
            if let kept = old[name], before?.item.fields[name] == value {
                sealed[name] = kept
            } else {
                sealed[name] = try seal(
                    ItemCoding.text(value), of: .item(key), section: section, field: name,
                    findable: definition.section(section)?.isSearched ?? false)
            }
            members[name] = sealed[name]?.json
        }
        for (name, seal) in old where sealed[name] != seal { try supersede(seal) }
        let due = definition.due(of: change.item)
        let warn = try definition.warningDay(of: change.item, calendars: view.calendars())
        let isOpen = definition[change.to]?.isEnd != true
        let values: [SQLValue] = [
            .text(workflow), .text(reference), .text(change.to), .integer(version), .integer(definitionKey),
            SQLValue(due?.on.description), SQLValue(due?.clock), SQLValue(warn?.description), .integer(isOpen ? 1 : 0),
            .text(ItemCoding.text(change.item.clocks)), .text(JSON.object(members).text),
        ]
        if let before {
            let columns = Dictionary(uniqueKeysWithValues: zip(Relation.item.columns, values))
            let isCurrent = try update(
                .item, key: .integer(key), columns, guarding: ("version", .integer(before.version)))
            guard isCurrent else {
                let actual = try view.item(id: key).version
                throw RegisterError.moved(reference: reference, expected: before.version, actual: actual)
            }
        } else {
            _ = try insert(.item, key: .integer(key), values)
        }
        func area(_ item: Item) -> String? {
            if case .text(let name) = item.fields["area"] { name } else { nil }
        }
        if let before { count(workflow: workflow, area: area(before.item), state: before.state, by: -1) }
        count(workflow: workflow, area: area(change.item), state: change.to, by: 1)
        if !erased.isEmpty {
            let isLeaving = before?.item.state != change.to
            try erase(erased, of: key, reference: reference, in: definition, andAllAboutIt: isLeaving)
            try eraseAttached(to: key)
        }
        return StoredItem(
            id: key, workflow: workflow, reference: reference, version: version, isOpen: isOpen,
            definition: definition, item: change.item, definitionKey: definitionKey, sealed: sealed)
    }

    /// Erases an item's sections. What leaves its state with that, a safeguarding matter, takes all with it that others said
    /// and did about it; of what stays where it is, minutes, decisions and actions stay too.
    private func erase(
        _ sections: Set<String>, of key: Int, reference: String, in definition: Definition, andAllAboutIt isAll: Bool
    ) throws {
        guard isAll else {
            return try erase(of: .item(key), sections: sections, fields: Set(definition.fields.map(\.name)))
        }
        try erase(of: .item(key), sections: sections)
        // Their text was copied from it, or is about it: all of it goes, whatever its section is called there.
        for row in try connection.rows("SELECT id FROM item WHERE issue = ?", [.text(reference)]) {
            try erase(of: .item(row.count("id")))
        }
    }

    /// More events than this do not follow from one another.
    private static let longestChain = 50

    private func record(
        _ change: Change, given: [String: Value], before: StoredItem?, after: StoredItem, standing: Standing, day: Day
    ) throws -> Outcome {
        try append(
            NewEvent(
                item: after.id, name: change.event, origin: before?.item.state, target: change.to,
                capacity: change.capacity, given: eventText(given, of: after), happened: day.description))
        var outcome = Outcome(item: after, event: change.event, from: before?.item.state, capacity: change.capacity)
        guard depth < Self.longestChain else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "What follows from this has no end: “\(change.event)” would be caused again and again.",
                    remedies: [.deed("check-workflow", on: after.workflow)])
            ])
        }
        depth += 1
        defer { depth -= 1 }
        for effect in change.effects {
            try perform(effect, of: change, before: before, after: after, telling: &outcome)
        }
        if let before { try correctDecision(of: before, to: after, by: change) }
        return outcome
    }

    /// A decision that was worded as the item said is put right with it, until the minutes have gone out.
    private func correctDecision(of before: StoredItem, to after: StoredItem, by change: Change) throws {
        let field = IssueReader.Field.decision.rawValue
        guard before.workflow == "issue", before.item.state == change.to,
            after.definition.event(change.event)?.corrects(field) ?? false,
            let old = before.text(field), let new = after.text(field), old != new
        else { return }
        for decision in try view.decisions(on: after) where decision.wording.contains(old) {
            guard try view.item(decision.meeting).meeting.circulatedOn == nil else { continue }
            guard
                let row = try connection.row(
                    "SELECT id, wording FROM decision WHERE reference = ?", [.text(decision.reference)])
            else { continue }
            if let replaced = Sealed(text: row.text("wording")) { try supersede(replaced) }
            let seal = try seal(
                decision.wording.replacing(old, with: new), of: .item(after.id), section: "narrative",
                field: BesideField.decisionWording.rawValue)
            try update(.decision, key: .integer(row.count("id")), ["wording": .text(seal.text)])
        }
    }

    /// What was given with an event: open values as they are, sealed ones by their seal.
    func eventText(_ given: [String: Value], of item: StoredItem) throws -> String {
        var members: [String: JSON] = [:]
        for (name, value) in given {
            guard let section = item.definition.field(name).flatMap(item.definition.seal) else {
                members[name] = ItemCoding.json(value)
                continue
            }
            if let seal = item.sealed[name], item.item.fields[name] == value {
                members[name] = seal.json
            } else {
                // Given, but not kept among the fields: the history alone has it.
                members[name] = try seal(ItemCoding.text(value), of: .item(item.id), section: section, field: name).json
            }
        }
        return JSON.object(members).text
    }

    /// The stored definition's key, stored now when this is the first use of what it means: the text is kept as it was then.
    func pin(_ definition: Definition, workflow: String) throws -> Int {
        if let known = pinnedKeys[workflow] { return known }
        let digest = view.rulebook.digest(of: definition)
        let known = try connection.row("SELECT id FROM definition WHERE digest = ?", [.text(digest)])?.integer("id")
        if known == nil {
            // From here on the register knows its text by what it means, which therefore is not taken from what was kept.
            let read = try view.rulebook.proved(workflow, text: view.rulebook.text(of: workflow))
            guard Hash.of(read.canonicalForm) == digest else {
                throw RegisterError.damaged(
                    "what was kept of the workflow \(workflow) is not what its text says; it was taken away")
            }
            try view.rulebook.verify(definition)
        }
        let key =
            try known ?? insert(.definition, [.text(digest), .text(workflow), .text(view.rulebook.text(of: workflow))])
        pinnedKeys[workflow] = key
        return key
    }

    /// The next name of an item.
    private func newReference(_ workflow: String, fields: [String: Value]) throws -> String {
        try view.reference(ofNew: workflow, fields: fields) { try next(in: $0) }
    }
}
