import Ledger
import Workflow

/// An item of a workflow as the register holds it, opened: sealed values stand among its fields like any other. Who may
/// see them is decided where they are shown (`SeenItem`).
public struct StoredItem: Sendable {
    /// The fields that name something in a line, whichever of them its workflow has.
    public static let naming = ["title", "text", "summary", "cause"]

    public let id: Int
    /// `issue`, `meeting`, `action`, `plan-action`, `breach`, `request`, `matter`, `commitment`, `question`, `gap`, `risk`.
    public let workflow: String
    /// `N-7`.
    public let reference: String
    /// Grows by one with every change.
    public let version: Int
    public let isOpen: Bool
    public let definition: Definition
    public let item: Item
    let definitionKey: Int
    /// Where the sealed fields lie.
    let sealed: [String: Sealed]

    /// The vault's keys of the values that some fields have now.
    public func sealedKeys(of fields: Set<String>) -> Set<Int> {
        Set(fields.compactMap { sealed[$0]?.key })
    }

    public var state: String { item.state ?? "" }
    /// What is due first, and the clock it is due for.
    public var due: (clock: String, on: Day)? { definition.due(of: item) }
    public var stateTitle: String { definition[state]?.title ?? state }

    /// The item as a change would leave it. Nothing of it is stored.
    func changed(by change: Change) -> StoredItem {
        StoredItem(
            id: id, workflow: workflow, reference: reference, version: version + 1,
            isOpen: definition[change.to]?.isEnd != true, definition: definition, item: change.item,
            definitionKey: definitionKey, sealed: [:])
    }

    public func text(_ field: String) -> String? {
        if case .text(let text) = item.fields[field] { return text }
        return nil
    }
    public func day(_ field: String) -> Day? {
        if case .day(let day) = item.fields[field] { return day }
        return nil
    }
    public func number(_ field: String) -> Int? {
        if case .number(let number) = item.fields[field] { return number }
        return nil
    }
    public func flag(_ field: String) -> Bool { item.fields[field] == .flag(true) }
    public func list(_ field: String) -> [String] {
        if case .list(let words) = item.fields[field] { return words }
        return []
    }
    /// The title of the choice a field holds, `Parent or carer`.
    public func choiceTitle(_ field: String) -> String? {
        guard let name = text(field), let kind = definition.field(field)?.kind, case .choice(let choices) = kind
        else { return text(field) }
        return choices.first { $0.name == name }?.title ?? name
    }
}

extension Definition {
    /// The sealed section that a field lies in; nil for one whose values stand in the item's row.
    func seal(of field: Field) -> String? { field.section.flatMap { isSealed($0) ? $0 : nil } }
}

extension View {
    static let itemColumns = "id, workflow, reference, version, definition, open, state, clocks, fields"

    /// The item of a reference, whatever its workflow. Throws `RegisterError.notFound`.
    public func item(_ reference: String) throws -> StoredItem {
        let written = canonical(reference)
        guard
            let row = try connection.row(
                "SELECT \(View.itemColumns) FROM item WHERE reference = ?", [.text(written)])
        else { throw try missing(reference) }
        return try stored(row)
    }

    /// The item of a reference, which must be of one workflow.
    public func item(_ reference: String, workflow: String) throws -> StoredItem {
        let found = try item(reference)
        guard found.workflow == workflow else {
            throw RegisterError.badInput(
                "\(found.reference) is \(Naming.withArticle(found.workflow)), not \(Naming.withArticle(workflow)).",
                remedies: [.deed("show", on: found.reference)])
        }
        return found
    }

    /// How each of an item's clocks stands, the earliest due first.
    public func standings(of item: StoredItem) throws -> [ClockStanding] {
        item.definition.standings(of: item.item, on: today, calendars: try calendars())
    }

    func item(id: Int) throws -> StoredItem {
        guard let row = try connection.row("SELECT \(View.itemColumns) FROM item WHERE id = ?", [.integer(id)])
        else { throw RegisterError.damaged("a row refers to item \(id), which is not there") }
        return try stored(row)
    }

    func stored(_ row: Row) throws -> StoredItem {
        let workflow = row.word("workflow")
        let definition = try pinned(row.count("definition"), workflow: workflow)
        guard case .object(let members) = try ItemCoding.parse(row.word("fields")) else {
            throw RegisterError.damaged("the fields of \(row.word("reference")) are not an object")
        }
        let (fields, sealed) = try opened(members, of: row.count("id"), in: definition)
        let clocks = ItemCoding.clocks(try ItemCoding.parse(row.word("clocks")))
        return StoredItem(
            id: row.count("id"), workflow: workflow, reference: row.word("reference"), version: row.count("version"),
            isOpen: row.count("open") == 1, definition: definition,
            item: Item(state: row.word("state"), fields: fields, clocks: clocks),
            definitionKey: row.count("definition"), sealed: sealed)
    }

    /// The values of an item's fields, with those from the vault, and the seals of these.
    func opened(
        _ members: [String: JSON], of item: Int, in definition: Definition
    ) throws -> (fields: [String: Value], sealed: [String: Sealed]) {
        let values = try connection.opened(item: item)
        var fields: [String: Value] = [:]
        var sealed: [String: Sealed] = [:]
        for (name, json) in members {
            guard let kind = definition.field(name)?.kind else { continue }
            if let seal = Sealed(json) {
                sealed[name] = seal
                fields[name] = values[seal.key].flatMap { ItemCoding.value($0, as: kind) }
            } else {
                fields[name] = ItemCoding.value(json, as: kind)
            }
        }
        return (fields, sealed)
    }

    /// The definition an item was started under, read once however many items are looked at.
    func pinned(_ key: Int, workflow: String) throws -> Definition {
        if let known = pinnedDefinitions[key] { return known }
        guard
            let digest = try connection.row("SELECT digest FROM definition WHERE id = ?", [.integer(key)])?.text(
                "digest")
        else { throw RegisterError.damaged("workflow definition \(key) is not stored") }
        let source = {
            try self.connection.row("SELECT source FROM definition WHERE id = ?", [.integer(key)])?.text("source") ?? ""
        }
        let definition: Definition
        do {
            definition = try rulebook.definition(workflow, digest: digest, text: source)
        } catch let error where !(error is RegisterError || error is LedgerError) {
            // What was read when it was stored can be read still, unless it is not what was stored.
            throw RegisterError.damaged("the workflow \(workflow) that is on record cannot be read")
        }
        pinnedDefinitions[key] = definition
        return definition
    }

    /// The text of the version of its workflow that an item is under.
    public func source(of item: StoredItem) throws -> String {
        let row = try connection.row("SELECT source FROM definition WHERE id = ?", [.integer(item.definitionKey)])
        guard let source = row?.text("source") else {
            throw RegisterError.damaged("workflow definition \(item.definitionKey) is not stored")
        }
        return source
    }
}
