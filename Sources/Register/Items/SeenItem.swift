import Ledger
import Partnership
import Workflow

/// An item as somebody may see it: what they may not read is not in it.
public struct SeenItem: Sendable {
    public let reference: String
    public let workflow: String
    public let state: String
    public let stateTitle: String
    public let version: Int
    public let isOpen: Bool
    public let definition: Definition
    /// The fields that may be read. People stand in them by their names.
    public let fields: [String: Value]
    /// There are others, which may not.
    public let hidesSome: Bool
    /// What happened to it, and how its clocks stand, may be seen.
    public let showsRecord: Bool
    /// What is due first, and the clock it is due for.
    public let due: (clock: String, on: Day)?
    /// How each of its clocks stands, the earliest due first.
    public let clocks: [ClockStanding]
    /// Fields that came onto its record where this is no reader.
    let hidden: Set<String>
    /// Clocks that came to stand as they do where this is no reader.
    let hiddenClocks: Set<String>
    let sight: Sight
}

extension View {
    /// An item as somebody may see it.
    ///
    /// - Parameters:
    ///   - present: the item as it is, where it is shown as it was: what may not be read of the one is not shown of the
    ///     other.
    ///   - isNoted: that it was shown is logged.
    public func seen(
        _ item: StoredItem, now present: StoredItem? = nil, as standing: Standing, isNoted: Bool = true
    ) throws -> SeenItem {
        let sight = try sight(standing, of: item, now: present)
        var fields = item.item.fields.filter { sight.shows(field: $0.key) }
        if let present, !sight.showsAll { try putRight(&fields, of: item, now: present) }
        if isNoted { note(fields.keys, of: item) }
        let hiddenClocks = sight.hiddenClocks(of: item.item)
        return SeenItem(
            reference: item.reference, workflow: item.workflow, state: item.state, stateTitle: item.stateTitle,
            version: item.version, isOpen: item.isOpen, definition: item.definition,
            fields: try named(fields, in: item.definition), hidesSome: fields.count < item.item.fields.count,
            showsRecord: sight.showsRecord,
            due: sight.showsRecord ? item.definition.due(of: item.item.without(clocks: hiddenClocks)) : nil,
            clocks: sight.showsRecord
                ? try standings(of: item).filter { !hiddenClocks.contains($0.clock.name) } : [],
            hidden: sight.hidden, hiddenClocks: hiddenClocks, sight: sight)
    }

    /// What of an item's record somebody may see.
    ///
    /// - Parameter present: the item as it is, where it is seen as it was.
    func sight(_ standing: Standing, of item: StoredItem, now present: StoredItem? = nil) throws -> Sight {
        let now = present ?? item
        let reading = try reader(standing, workflow: now.workflow, id: now.id, fields: now.item.fields)
        var sight = Sight(of: item.definition, item: item.item, roles: reading.actor.roles)
        if let present {
            sight = sight.narrowed(to: Sight(of: present.definition, item: present.item, roles: reading.actor.roles))
        }
        guard !reading.withheld.isEmpty, sight.showsRecord else { return sight }
        return sight.without(
            try custody(of: now.id, in: now.definition, by: reading.withheld), of: item.item, sealed: item.sealed)
    }

    /// Whether a field of an item is somebody's to read, whatever stands in it.
    public func reads(_ field: String, of item: StoredItem, as standing: Standing) throws -> Bool {
        try sight(standing, of: item).shows(field: field)
    }

    /// Whether all of an issue's record is somebody's to see, what bodies took in private with it, as far as their roles go.
    public func readsWhole(_ item: StoredItem, as standing: Standing) throws -> Bool {
        try reader(standing, workflow: item.workflow, id: item.id, fields: item.item.fields).withheld.isEmpty
    }

    /// Leaves nothing in an item's past that was put right since: what was put in its place stands there, as far as that
    /// stands.
    func putRight(_ fields: inout [String: Value], of past: StoredItem, now present: StoredItem) throws {
        let changed = past.sealed.filter { fields[$0.key] != nil && present.sealed[$0.key] != $0.value }
        guard !changed.isEmpty else { return }
        let putRight = try PutRight(of: present, from: self)
        for (name, seal) in changed where putRight.holds(seal) {
            fields[name] = try putRight.standing(for: seal).flatMap { seal in
                try connection.open(seal).flatMap { text in
                    past.definition.field(name).flatMap { ItemCoding.value(text, as: $0.kind) }
                }
            }
        }
    }

    /// The item of a reference, for whoever may read something of it; to anybody else it is not there.
    ///
    /// - Parameter workflow: nil for an item of any.
    public func item(_ reference: String, workflow: String? = nil, visibleTo standing: Standing) throws -> StoredItem {
        // That there is one tells something too: what is not there and what is not theirs read alike.
        func missing() throws -> RegisterError {
            let whom = standing.person.id.isEmpty ? "" : " for \(standing.person.name)"
            return .notFound(
                "There is no \(canonical(reference)) in this register\(whom).",
                remedies: [
                    .say("References look like \(try self.reference.exampleReferences.joined(separator: ", "))."),
                    .deed("list", on: "issue"),
                ])
        }
        guard
            let item = try connection.row(
                "SELECT \(View.itemColumns) FROM item WHERE reference = ?", [.text(canonical(reference))]
            ).map(stored)
        else { throw try missing() }
        let sight = try sight(standing, of: item)
        guard sight.showsRecord || item.item.fields.keys.contains(where: sight.shows(field:)) else {
            throw try missing()
        }
        return try workflow.map { try self.item(reference, workflow: $0) } ?? item
    }

    /// References of the issues that became part of an item, in the order in which they came in, as far as somebody may see what
    /// is on record of them.
    ///
    /// - Parameter day: at the end of which they were; nil for now.
    public func merged(into item: StoredItem, as standing: Standing, on day: Day? = nil) throws -> [String] {
        try connection.rows("SELECT \(View.itemColumns) FROM item WHERE lead = ? ORDER BY id", [.text(item.reference)])
            .map(stored).filter { part in
                guard try shows(part, to: standing) else { return false }
                return try day.map { try past(part, on: $0)?.issue.lead == item.reference } ?? true
            }.map(\.reference)
    }

    /// What happened to an item, oldest first; nothing for whoever may not see it.
    ///
    /// - Parameter day: up to its end, and without what was undone; nil for all.
    public func history(of item: StoredItem, until day: Day? = nil, as standing: Standing) throws -> [HistoryLine] {
        let sight = try sight(standing, of: item)
        guard sight.showsRecord else { return [] }
        let lines = try history(of: item, sight)
        return day.map { day in lines.filter { $0.on <= day && !$0.isUndone && !$0.isUndo } } ?? lines
    }

    /// Fields with people's names in place of their keys.
    func named(_ fields: [String: Value], in definition: Definition) throws -> [String: Value] {
        var named = fields
        for (field, value) in fields {
            switch (definition.field(field)?.kind, value) {
            case (.reference("person"), .text(let key)): named[field] = .text(try person(id: key).name)
            case (.references("person"), .list(let keys)):
                named[field] = .list(try keys.map { try person(id: $0).name })
            default: break
            }
        }
        return named
    }
}

/// Which parts of an item's record somebody may see. Each section is asked once.
struct Sight: Sendable {
    let definition: Definition
    private var readable: Set<String>
    /// Fields that are not for this reader, whatever section they lie in.
    private(set) var hidden: Set<String> = []
    /// What came onto the record where this is no reader.
    private var withheld: PrivateCustody?
    /// What happened to it, and how its clocks stand: for whoever may read the section of what is not text, or the text
    /// where there is none.
    private(set) var showsRecord: Bool

    init(of definition: Definition, item: Item, roles: [String]) {
        self.definition = definition
        let readable = definition.sections(readableBy: roles, of: item)
        self.readable = readable
        let record = definition.sections.first(where: \.takesCodes) ?? definition.sections.first(where: \.takesText)
        showsRecord = record.map { readable.contains($0.name) } ?? !roles.isEmpty
    }

    /// What both show.
    func narrowed(to other: Sight) -> Sight {
        var both = self
        both.readable = readable.intersection(other.readable)
        both.showsRecord = showsRecord && other.showsRecord
        return both
    }

    /// The same without what came onto the record in private somewhere.
    func without(_ custody: PrivateCustody, of item: Item, sealed: [String: Sealed]) -> Sight {
        var sight = self
        sight.withheld = custody
        // What anybody may know of it is no secret, whenever it came.
        sight.hidden = custody.fields(of: item, sealed: sealed).filter { name in
            definition.field(name)?.section.flatMap(definition.section)?.isForAnyone != true
        }
        return sight
    }

    /// Something came onto the record where this is no reader.
    var isPartial: Bool { withheld != nil }

    var showsAll: Bool { withheld == nil && definition.sections.allSatisfy { readable.contains($0.name) } }

    /// Whether what an operation did may be seen.
    func shows(operation: Int) -> Bool { withheld.map { !$0.operations.contains(operation) } ?? true }

    /// Whether a text of the vault may be seen, as far as its section may.
    func shows(text key: Int) -> Bool { withheld.map { !$0.texts.contains(key) } ?? true }

    /// The clocks of an item that came to stand as they do where this is no reader.
    func hiddenClocks(of item: Item) -> Set<String> {
        guard let withheld else { return [] }
        return Set(item.clocks.filter { withheld.holds($0.key, $0.value) }.map(\.key))
    }

    func shows(section: String) -> Bool { readable.contains(section) }

    /// The same without what is confidential, where that is not asked for.
    var open: Sight {
        var sight = self
        sight.readable = readable.filter { !definition.isConfidential($0) }
        return sight
    }

    /// A field without a section is nobody's but the register's.
    func shows(field: String) -> Bool {
        !hidden.contains(field) && definition.field(field)?.section.map(readable.contains) ?? false
    }

    /// Text that stands beside an item's fields, such as minutes about it.
    var showsText: Bool { definition.sections.first(where: \.takesText).map { readable.contains($0.name) } ?? false }
}

extension Item {
    /// The same without some of its clocks.
    func without(clocks names: Set<String>) -> Item {
        Item(state: state, fields: fields, clocks: clocks.filter { !names.contains($0.key) })
    }
}

extension Section {
    /// Whoever holds a seat reads it.
    fileprivate var isForAnyone: Bool { readers.contains { $0.role == Reader.anyone } }
}
