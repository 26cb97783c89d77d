import Ledger
import Partnership
import Workflow

/// A personal value that the register knows, and that no pack may hold.
public struct PersonalValue: Sendable {
    public enum Kind: Sendable {
        case name, child, contact, text, birth, place
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
    public func names(ofFamiliesIn area: String) throws -> [PersonalValue] {
        let fields = [IssueReader.Field.name, .actingFor, .childName].map(\.rawValue)
        return try personalValues(
            where: "item.area = ? AND item.open = 1 AND vault.field IN (?, ?, ?)",
            [.text(area)] + fields.map(SQLValue.text)
        ).filter { [.name, .child].contains($0.kind) }
    }

    private func personalValues(where condition: String, _ arguments: [SQLValue]) throws -> [PersonalValue] {
        let definition = try definition("issue")
        let sections = definition.sections.filter { $0.isSealed && !$0.takesText }.map(\.name)
        let marks = Array(repeating: "?", count: sections.count).joined(separator: ", ")
        var kinds: [String: PersonalValue.Kind?] = [:]
        var titles: [String: String] = [:]
        for field in definition.fields {
            titles[field.name] = field.title.lowercasedFirst
            switch field.kind {
            case .day: kinds[field.name] = .birth
            case .line, .text: kinds[field.name] = .text
            default: kinds[field.name] = .some(nil)
            }
        }
        for (field, kind) in [
            (IssueReader.Field.name, PersonalValue.Kind.name), (.actingFor, .name), (.childName, .child),
            (.contact, .contact), (.setting, .place),
        ] where kinds[field.rawValue] != nil { kinds[field.rawValue] = kind }
        return try connection.rows(
            """
            SELECT item.reference, item.area, item.open, item.happens, vault.field, vault.value,
              item.raised_by AS raiser
            FROM vault JOIN item ON item.id = vault.item
            WHERE item.workflow = 'issue' AND (vault.section IN (\(marks)) OR vault.field = ?)
              AND (\(condition)) AND vault.id NOT IN (SELECT vault FROM mistaken)
            """,
            sections.map(SQLValue.text) + [.text(IssueReader.Field.setting.rawValue)] + arguments
        ).compactMap { row in
            let field = row.word("field")
            guard var kind = kinds[field] ?? .text else { return nil }
            let value = row.word("value")
            // What raised it was an organisation, whose name is known to everybody.
            let isOrganisation = row.text("raiser").map(IssueReader.organisations.contains) ?? false
            if kind == .name, field == IssueReader.Field.name.rawValue, isOrganisation { kind = .place }
            if kind == .birth, field != IssueReader.Field.born.rawValue, let day = Day(iso: value),
                let received = row.day("happens"), day > received.adding(months: -24)
            {
                return nil
            }
            return PersonalValue(
                reference: row.word("reference"), field: titles[field] ?? field, kind: kind, value: value,
                area: row.text("area"), isOpen: row.count("open") == 1)
        }
    }

    /// What was minuted and decided in private and not released, as texts that no paper for others may repeat: the shortest
    /// too, which are nothing by themselves, but several words of which in a row tell of it.
    ///
    /// - Parameter body: the one that may print its own; nil for the public.
    public func privateTexts(exceptOf body: String?) throws -> [PersonalValue] {
        try connection.rows(
            """
            SELECT meeting.reference, meeting.body, agenda_item.number, agenda_item.discussed AS text, issue.area
            FROM agenda_item JOIN item AS meeting ON meeting.id = agenda_item.meeting
            LEFT JOIN item AS issue ON issue.id = agenda_item.issue
            WHERE private = 1 AND released IS NULL AND discussed IS NOT NULL
            UNION ALL
            SELECT meeting.reference, meeting.body, agenda_item.number, decision.wording, issue.area FROM agenda_item
            JOIN decision ON decision.agenda_item = agenda_item.id AND kind <> 'deferred'
            JOIN item AS meeting ON meeting.id = agenda_item.meeting
            LEFT JOIN item AS issue ON issue.id = agenda_item.issue
            WHERE private = 1 AND released IS NULL AND (decision.issue IS NOT NULL OR agenda_item.matter IS NOT NULL)
            """
        ).compactMap { row -> PersonalValue? in
            guard row.text("body") != body, let text = try open(text: row.word("text")) else { return nil }
            return try PersonalValue(
                reference: row.word("reference"), field: "item \(row.word("number")), taken in private", kind: .said,
                value: text, area: row.text("area") ?? self.area(ofBody: row.text("body")), isOpen: true)
        } + privateCorrections(exceptOf: body) + privateRecords(exceptOf: body)
    }

    /// Corrections of what was minuted in private, as long as anything that their meeting took in private is not released.
    private func privateCorrections(exceptOf body: String?) throws -> [PersonalValue] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE workflow = 'meeting' AND EXISTS (
              SELECT 1 FROM agenda_item WHERE meeting = item.id AND private = 1 AND released IS NULL)
            """
        ).map(stored).compactMap { meeting in
            guard meeting.meeting.body != body, let text = meeting.meeting.privateCorrections else { return nil }
            return try PersonalValue(
                reference: meeting.reference, field: "corrections of private items", kind: .said, value: text,
                area: area(ofBody: meeting.meeting.body), isOpen: true)
        }
    }

    /// What matters say that are taken in private, until they are released.
    private func privateRecords(exceptOf body: String?) throws -> [PersonalValue] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE workflow = 'matter' AND id NOT IN (
              SELECT matter FROM agenda_item WHERE matter IS NOT NULL AND released IS NOT NULL)
            """
        ).map(stored).flatMap { matter -> [PersonalValue] in
            let own = matter.text("body")
            guard matter.matter.privateGround != nil, own != body else { return [] }
            let area = try area(ofBody: own)
            let printed = MatterReader.Field.privateBecause.rawValue
            let told = matter.openTexts.filter { $0.field != printed }
            return told.map { text in
                PersonalValue(
                    reference: matter.reference, field: text.title.lowercasedFirst, kind: .said, value: text.text,
                    area: area, isOpen: true)
            }
        }
    }

    private func area(ofBody name: String?) throws -> String? { try name.flatMap { try reference.body($0)?.area } }

    /// What names matters that are not for the public: references of what went to the safeguarding service, or may have to,
    /// and references and titles of what is taken in private and was not released.
    ///
    /// - Parameter body: the one that may print its own; nil for the public.
    public func mentions(exceptOf body: String?) throws -> [PersonalValue] {
        func mention(_ reference: String, _ field: String, _ value: String) -> PersonalValue {
            PersonalValue(reference: reference, field: field, kind: .mention, value: value, area: nil, isOpen: true)
        }
        let worries = try connection.rows(
            "SELECT reference FROM item WHERE workflow = 'issue' AND safeguarding <> 'no'"
        ).map { mention($0.word("reference"), "reference", $0.word("reference")) }
        let taken = try connection.rows(
            """
            SELECT item.reference, meeting.body, agenda_item.title FROM agenda_item
            JOIN item ON item.id IN (agenda_item.issue, agenda_item.matter) JOIN item AS meeting ON meeting.id = agenda_item.meeting
            WHERE private = 1 AND released IS NULL AND feed <> 'answers'
            """
        )
        // What it takes too, in private or before it was taken in private elsewhere, it may print by the same title.
        let own =
            try body.map { body in
                Set(
                    try connection.rows(
                        """
                        SELECT DISTINCT item.reference FROM agenda_item JOIN item ON item.id = agenda_item.issue
                        JOIN item AS meeting ON meeting.id = agenda_item.meeting
                        WHERE meeting.body = ? AND (private = 0 AND meeting.published_on IS NOT NULL
                          OR private = 1 AND released IS NULL) AND feed <> 'answers'
                        """, [.text(body)]
                    ).map { $0.word("reference") })
            } ?? []
        let others = try taken.filter { $0.text("body") != body && !own.contains($0.word("reference")) }.flatMap {
            row in
            let reference = row.word("reference")
            let title = try open(text: row.word("title")).map { mention(reference, "title", $0) }
            return [mention(reference, "reference", reference)] + [title].compactMap(\.self)
        }
        return worries + others
    }

    /// What some issues say in the section that papers print, by their references.
    public func openTexts(of references: Set<String>) throws -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for reference in references {
            guard let item = try? item(reference) else { continue }
            texts[reference] = item.openTexts.map(\.text)
        }
        return texts
    }

    /// What people wrote in the section that papers print, and that an erasure of an issue leaves: in meetings, in other
    /// open issues, in actions that are not about it.
    public func textsThatStay(without issue: StoredItem) throws -> [(reference: String, field: String, text: String)] {
        var items: [Int: (meeting: String, number: String)] = [:]
        for row in try connection.rows(
            """
            SELECT item.reference, agenda_item.number, agenda_item.discussed, agenda_item.title, agenda_item.late
            FROM agenda_item JOIN item ON item.id = agenda_item.meeting
            """)
        {
            for column in ["discussed", "title", "late"] {
                guard let seal = Sealed(text: row.text(column)) else { continue }
                items[seal.key] = (row.word("reference"), row.word("number"))
            }
        }
        return try connection.rows(
            """
            SELECT vault.id, item.reference, vault.field, vault.value FROM vault JOIN item ON item.id = vault.item
            WHERE vault.section = 'narrative' AND item.id <> ? AND item.issue IS DISTINCT FROM ?
              AND (item.workflow <> 'issue' OR item.open = 1) AND vault.field <> ?
            ORDER BY vault.id
            """, [.integer(issue.id), .text(issue.reference), .text(BesideField.releasedWords.rawValue)]
        ).map { row in
            let field = row.word("field").replacing("-", with: " ")
            guard let item = items[row.count("id")] else {
                return (reference: row.word("reference"), field: field, text: row.word("value"))
            }
            return (reference: item.meeting, field: "item \(item.number), \(field)", text: row.word("value"))
        }
    }

    /// Words that are nobody's: places, bodies, roles, themes, and what organisations are called.
    public var publicWords: [String] {
        get throws {
            let reference = try reference
            let organisations = try seats().compactMap(\.organisation)
            return reference.areas.map(\.title) + reference.districts.map(\.title) + reference.bodies.map(\.title)
                + reference.roles.map(\.title) + reference.themes.map(\.title) + reference.destinations.map(\.title)
                + reference.contacts.map(\.title) + organisations
        }
    }

    /// How to reach offices that serve the public.
    public var publicContacts: [String] {
        get throws { try reference.contacts.map(\.reach) + reference.destinations.map(\.contact) }
    }
}

extension StoredItem {
    /// What its fields say in the section that papers print.
    public var openTexts: [(field: String, title: String, text: String)] { texts { $0.takesText } }

    /// What its fields say where many read it: what papers print, and what is for whoever holds a seat.
    public var textsForMany: [(field: String, title: String, text: String)] {
        texts { section in section.takesText || section.readers.contains { $0.role == "anyone" } }
    }

    private func texts(
        where isMeant: (Section) -> Bool
    ) -> [(field: String, title: String, text: String)] {
        item.fields.compactMap { name, value in
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
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
