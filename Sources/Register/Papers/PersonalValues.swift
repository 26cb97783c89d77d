import Ledger
import Partnership
import Workflow

/// A personal value that the register knows, and that no pack may hold.
public struct PersonalValue: Sendable {
    public enum Kind: Sendable {
        case name, child, contact, text, birth, place, organisation
        /// What names a matter that is not for the public.
        case mention
        /// What was said of such a matter.
        case said
    }

    /// Shorter texts say nothing of their own: `Answered`.
    public static let telling = 40

    /// Whose it is: `N-7`.
    public let reference: String
    /// What it is, as the workflow calls it: `Name`.
    public let field: String
    public let kind: Kind
    /// A day as ISO.
    public let value: String
    /// The issue's area.
    public let area: String?
    /// The issue is open.
    public let isOpen: Bool
    /// The private matter that it was said of, or names.
    public internal(set) var about: String?
    /// The id of the body that took that in private.
    public internal(set) var takenBy: String?
    /// Whoever reads the papers that it is looked for in may know of that matter: single words of it tell nobody anything.
    public internal(set) var isKnownThere = false

    public init(reference: String, field: String, kind: Kind, value: String, area: String?, isOpen: Bool) {
        self.reference = reference
        self.field = field
        self.kind = kind
        self.value = value
        self.area = area
        self.isOpen = isOpen
    }
}

extension View {
    /// Every personal value of every issue, superseded ones too, unless they were marked as mistaken: the lines, texts and
    /// days of each sealed section but the one that papers print. Choices, flags and numbers are ordinary words and not
    /// among them. A day is one only where it can be a birth: long before the issue was received.
    ///
    /// - Parameter reference: of one issue; nil for all.
    public func personalValues(of reference: String? = nil) throws -> [PersonalValue] {
        guard let reference else { return try personalValues(where: "1 = 1", []) }
        return try personalValues(where: "item.reference = ?", [.text(reference)])
    }

    /// The same of some issues, as they stand in the order of their references.
    public func personalValues(of references: Set<String>) throws -> [PersonalValue] {
        // One by one: asked for a hundred at once, an engine may rather read every issue there is.
        try references.sorted().flatMap {
            try personalValues(where: "item.reference = ?", [.text($0)], order: "vault.id")
        }
    }

    /// The same of one issue, as far as they lie in some sections.
    public func personalValues(of reference: String, in sections: Set<String>) throws -> [PersonalValue] {
        let marks = Array(repeating: "?", count: sections.count).joined(separator: ", ")
        return try personalValues(
            where: "item.reference = ? AND vault.section IN (\(marks))",
            [.text(reference)] + sections.sorted().map(SQLValue.text))
    }

    /// The same of one issue, as far as they are values of some fields.
    public func personalValues(of reference: String, fields: Set<String>) throws -> [PersonalValue] {
        let marks = Array(repeating: "?", count: fields.count).joined(separator: ", ")
        return try personalValues(
            where: "item.reference = ? AND vault.field IN (\(marks))",
            [.text(reference)] + fields.sorted().map(SQLValue.text))
    }

    /// The names of the families whose issues are open in an area, the children's among them.
    ///
    /// - Parameter ids: of issues that do not count.
    public func names(ofFamiliesIn area: String, besides ids: ClosedRange<Int>) throws -> [PersonalValue] {
        try names(
            ofFamiliesIn: area, where: "item.id NOT BETWEEN ? AND ?",
            [.integer(ids.lowerBound), .integer(ids.upperBound)])
    }

    /// The same of those families of which a name has one of some keys (`NameKeys`): the others are not read.
    public func names(ofFamiliesIn area: String, lookedUpBy keys: Set<Int>) throws -> [PersonalValue] {
        try connection.items(lookedUpBy: keys).flatMap {
            try names(ofFamiliesIn: area, where: "item.id = ?", [.integer($0)])
        }
    }

    /// How whoever raised any issue is reached.
    public func contactsOfFamilies() throws -> [PersonalValue] {
        try personalValues(where: "vault.field = ?", [.text(IssueReader.Field.contact.rawValue)])
    }

    private func names(
        ofFamiliesIn area: String, where condition: String, _ arguments: [SQLValue]
    ) throws -> [PersonalValue] {
        let marks = PersonalFields.names.map { _ in "?" }.joined(separator: ", ")
        return try personalValues(
            where: "\(condition) AND item.area = ? AND item.open = 1 AND vault.field IN (\(marks))",
            arguments + [.text(area)] + PersonalFields.names.map(SQLValue.text)
        ).filter { [.name, .child].contains($0.kind) }
    }

    private func personalValues(
        where condition: String, _ arguments: [SQLValue], order: String? = nil
    ) throws -> [PersonalValue] {
        let known = try personalFields ?? PersonalFields(definition("issue"))
        personalFields = known
        let marks = Array(repeating: "?", count: known.sections.count).joined(separator: ", ")
        return try connection.rows(
            """
            SELECT item.reference, item.area, item.open, item.happens, vault.field, vault.value,
              item.raised_by AS raiser
            FROM vault JOIN item ON item.id = vault.item
            WHERE item.workflow = 'issue' AND (vault.section IN (\(marks)) OR vault.field = ?)
              AND (\(condition)) AND vault.id NOT IN (SELECT vault FROM mistaken)
            \(order.map { "ORDER BY \($0)" } ?? "")
            """,
            known.sections.map(SQLValue.text) + [.text(IssueReader.Field.setting.rawValue)] + arguments
        ).compactMap { row in
            let (field, value) = (row.word("field"), row.word("value"))
            guard let kind = known.kind(of: field, value, raiser: row.text("raiser"), received: row.day("happens"))
            else { return nil }
            return PersonalValue(
                reference: row.word("reference"), field: known.titles[field] ?? field, kind: kind, value: value,
                area: row.text("area"), isOpen: row.count("open") == 1)
        }
    }

    /// The same of what was typed for an issue that is a draft yet.
    ///
    /// - Parameter given: as people write it, by field.
    public func personalValues(typed given: [String: String], in draft: StoredItem) throws -> [PersonalValue] {
        let definition = try definition("issue")
        let known = personalFields ?? PersonalFields(definition)
        personalFields = known
        let area = area(typedIn: given, definition)
        return given.sorted { $0.key < $1.key }.compactMap { field, value in
            let section = definition.field(field)?.section ?? ""
            guard known.sections.contains(section) || field == IssueReader.Field.setting.rawValue,
                let kind = known.kind(
                    of: field, value, raiser: given[IssueReader.Field.raisedBy.rawValue],
                    received: given[IssueReader.Field.received.rawValue].flatMap { Day(iso: $0) })
            else { return nil }
            return PersonalValue(
                reference: draft.reference, field: known.titles[field] ?? field, kind: kind, value: value, area: area,
                isOpen: true)
        }
    }

    /// The area that was typed, or that of the district; nil where neither is known here.
    private func area(typedIn given: [String: String], _ definition: Definition) -> String? {
        func known(_ field: IssueReader.Field) -> String? {
            let typed = given[field.rawValue].map { [field.rawValue: Value.text($0)] } ?? [:]
            guard case .text(let id)? = (try? resolved(typed, in: definition))?[field.rawValue] else { return nil }
            return id
        }
        return known(.area)
            ?? known(.district).flatMap { id in
                (try? reference)?.districts.first { $0.id == id }?.area
            }
    }

    /// What some issues say in the section that papers print, by their references.
    ///
    /// By the issue's reference; and by that and the title of a field, what is open besides for what that field says: what was
    /// minuted in public before a family was told it.
    public func openTexts(of references: Set<String>) throws -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for reference in references {
            guard let item = try? item(reference) else { continue }
            texts[reference] = item.openTexts.map(\.text)
            guard let told = item.definition.field(IssueReader.Field.told.rawValue) else { continue }
            let last = try connection.row(
                "SELECT max(id) AS last FROM vault WHERE item = ? AND field = ?", [.integer(item.id), .text(told.name)])
            texts["\(reference) \(told.title.lowercased())"] = try last?.integer("last").map(minutedOpenly) ?? []
        }
        return texts
    }

    /// What was minuted and decided in public before something else was sealed: a family that is told the same is told
    /// nothing of its own.
    ///
    /// - Parameter key: what that is kept under.
    private func minutedOpenly(before key: Int) throws -> [String] {
        try connection.rows(
            """
            SELECT discussed AS text FROM agenda_item WHERE private = 0 AND discussed IS NOT NULL
            UNION ALL
            SELECT wording FROM decision LEFT JOIN agenda_item ON agenda_item.id = decision.agenda_item
            WHERE coalesce(private, 0) = 0
            """
        ).compactMap { row in
            guard let sealed = Sealed(text: row.word("text")), sealed.key < key else { return nil }
            return try open(text: row.word("text"))
        }
    }

    /// Words that are nobody's: places, bodies, roles, themes.
    public var publicWords: [String] {
        get throws {
            let reference = try reference
            return reference.areas.map(\.title) + reference.districts.map(\.title)
                + reference.bodies.flatMap { [$0.title] + $0.callsAlso }
                + reference.roles.map(\.title) + reference.themes.map(\.title) + reference.destinations.map(\.title)
                + reference.contacts.map(\.title)
        }
    }

    /// What the organisations of seats are called.
    public var organisations: [String] {
        get throws { try seats().compactMap(\.organisation).filter { $0 != Person.erased } }
    }

    /// How to reach offices that serve the public.
    public var publicContacts: [String] {
        get throws { try reference.contacts.map(\.reach) + reference.destinations.map(\.contact) }
    }
}

extension StoredItem {
    /// What its fields say in the section that papers print.
    public var openTexts: [(field: String, title: String, text: String)] { texts(of: item.fields) { $0.takesText } }

    /// What its fields say where many read it: what papers print, and what is for whoever holds a seat.
    public var textsForMany: [(field: String, title: String, text: String)] { textsForMany(item.fields) }

    /// The same of some values of its fields.
    func textsForMany(_ values: [String: Value]) -> [(field: String, title: String, text: String)] {
        texts(of: values) { section in section.takesText || section.readers.contains { $0.role == "anyone" } }
    }

    private func texts(
        of values: [String: Value], where isMeant: (Section) -> Bool
    ) -> [(field: String, title: String, text: String)] {
        values.compactMap { name, value in
            guard case .text(let text) = value, let field = definition.field(name), let section = field.section,
                let section = definition.section(section), isMeant(section)
            else { return nil }
            switch field.kind {
            case .line, .text: return (name, field.title, text)
            default: return nil
            }
        }.sorted { $0.0 < $1.0 }
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
