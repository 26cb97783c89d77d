import Ledger
import Partnership
import Workflow

/// A text in the vault, wherever it is kept and however old it is.
public struct KeptText: Sendable {
    /// Its key in the vault.
    public let key: Int
    /// What it is kept with: an issue, a meeting, an action.
    public let reference: String
    /// That, and the issues that it is about.
    public let about: [String]
    /// The field, in words.
    public let field: String
    public let text: String
    /// It has to be kept as it is.
    public let isHeld: Bool
    /// It says who another family is or how to reach them, and nothing else: that is theirs.
    public let isTheirOwn: Bool
    /// Of what it is about, the issues whose safeguarding screen is not clear: those are their DCO's alone, and nobody is told of
    /// them, nor changes a word.
    public let worries: Set<String>
    /// The id of the area that it belongs to; nil for none or all.
    public let area: String?
    /// Papers print it.
    public let isPrinted: Bool
    /// It is what a meeting said of it, in no field of its own.
    public let isMinuted: Bool
    /// An erasure takes it anyhow.
    public let isGoing: Bool
    /// The number of the item that the vault keeps it with, and the section there.
    let item: Int
    let section: String
}

/// Which of the vault's values an erasure takes anyhow.
public struct ErasedValues: Sendable {
    private let sections: [Int: Set<String>]
    /// The references of those that take with them all that is kept with them, and with what is about them.
    let whole: Set<String>

    /// - Parameter items: with the event that erases of each.
    init(_ items: [(item: StoredItem, event: String)]) {
        var sections: [Int: Set<String>] = [:]
        var whole: Set<String> = []
        for (item, event) in items {
            guard let event = item.definition.event(event), !event.erases.isEmpty else { continue }
            sections[item.id] = Set(event.erases)
            if event.targets.contains(where: { $0.state.map { $0 != item.state } ?? false }) {
                whole.insert(item.reference)
            }
        }
        self.sections = sections
        self.whole = whole
    }

    /// - Parameters:
    ///   - issue: the issue that the item is about.
    ///   - isField: it is a field of the item, and not what others minuted and decided about it.
    func takes(_ section: String, isField: Bool, of item: Int, _ reference: String, about issue: String?) -> Bool {
        if issue.map(whole.contains) ?? false { return true }
        guard let sections = sections[item], isField || whole.contains(reference) else { return false }
        return sections.contains(section)
    }
}

extension View {
    /// All that people wrote in the register, in whatever section or table, replaced texts too, but for what an erasure takes
    /// anyhow. What members and the organisations of seats are called is no text. A field whose kind is a choice, a day or a
    /// number holds nobody's words.
    ///
    /// - Parameter isWanted: which of them; a register holds too many to keep them all in memory.
    public func keptTexts(
        without erased: ErasedValues, where isWanted: (KeptText) throws -> Bool
    ) throws -> [KeptText] {
        var texts: [KeptText] = []
        try eachText(erasing: erased) { if try !$0.isGoing && isWanted($0) { texts.append($0) } }
        return texts
    }

    /// The same one after the other, with what an erasure takes anyhow.
    public func eachText(erasing erased: ErasedValues, _ body: (KeptText) throws -> Void) throws {
        let held = try heldReferences()
        let worries = Set(
            try connection.rows(
                """
                SELECT reference FROM item WHERE workflow = 'issue' AND safeguarding <> 'no'
                  AND NOT \(inState(meaning: "diverted", of: "issue"))
                """
            ).map { $0.word("reference") })
        let holders = try holdersOfTexts()
        let several = try issuesOfSeveral()
        let areas = try Dictionary(uniqueKeysWithValues: reference.bodies.map { ($0.id, $0.area) })
        let rows = try connection.cursor(
            """
            SELECT vault.id, vault.item, vault.section, vault.field, vault.value, item.reference, item.workflow, item.issue,
              item.area, item.body
            FROM vault JOIN item ON item.id = vault.item ORDER BY vault.id
            """)
        while let row = try rows.next() {
            let definition = try definition(row.word("workflow"))
            let field = definition.field(row.word("field"))
            guard field?.isTyped ?? true else { continue }
            let holder = holders[row.count("id")]
            let own = row.word("reference")
            let about = [own, row.text("issue"), holder?.reference].compactMap(\.self) + (several[own] ?? [])
            try body(
                KeptText(
                    key: row.count("id"), reference: holder?.reference ?? own, about: about,
                    field: (holder?.number.map { "item \($0), " } ?? "") + View.inWords(row.word("field")),
                    text: row.word("value"), isHeld: !held.isDisjoint(with: about),
                    isTheirOwn: (View.naming[row.word("workflow")] ?? []).contains(row.word("field")),
                    worries: worries.intersection(about),
                    area: row.text("area") ?? row.text("body").flatMap { areas[$0] ?? nil },
                    isPrinted: definition.section(row.word("section"))?.takesText ?? false,
                    isMinuted: field == nil,
                    isGoing: erased.takes(
                        row.word("section"), isField: field != nil, of: row.count("item"), own,
                        about: row.text("issue")), item: row.count("item"), section: row.word("section")))
        }
    }

    static func inWords(_ field: String) -> String { field.replacing("-", with: " ") }

    /// The fields that say who somebody is, or how to reach them, by workflow.
    private static let naming: [String: Set<String>] = [
        "issue": Set(IssueReader.naming.map(\.rawValue)),
        "request": RequestReader.naming,
    ]

    /// What breaches, requests, gaps and risks are about, by their references: they may name several issues.
    private func issuesOfSeveral() throws -> [String: [String]] {
        var about: [String: [String]] = [:]
        for row in try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE workflow IN ('breach', 'request', 'gap', 'risk') ORDER BY id")
        {
            let item = try stored(row)
            about[item.reference] = item.about.filter { $0 != item.reference }
        }
        return about
    }

    /// What was minuted, decided and declared about an issue is kept with it, and stands in a meeting's agenda and decisions: by
    /// the key in the vault, the meeting's reference, and the number of the item of its agenda. Every sealed column of every
    /// relation that belongs to a meeting is among them.
    private func holdersOfTexts() throws -> [Int: (reference: String, number: String?)] {
        var holders: [Int: (reference: String, number: String?)] = [:]
        for relation in Relation.all {
            guard let holder = relation.holder else { continue }
            let columns = relation.sealed.sorted()
            let number = relation == .agendaItem ? "\(relation.name).number" : "NULL"
            for row in try connection.rows(
                """
                SELECT item.reference, \(number) AS place, \(columns.map { "\(relation.name).\($0)" }.joined(separator: ", "))
                FROM \(relation.name) JOIN item ON item.id = \(holder)
                """)
            {
                for seal in columns.compactMap({ Sealed(text: row.text($0)) }) {
                    holders[seal.key] = (row.word("reference"), row.text("place"))
                }
            }
        }
        return holders
    }

    /// The texts kept with an item, replaced ones too, and those of its agenda where it is a meeting.
    public func keptTexts(with item: StoredItem) throws -> [KeptText] {
        let held = try heldReferences()
        let beside = try holdersOfTexts().filter { $0.value.reference == item.reference }.keys.sorted()
        let marks = ([item.id] + beside).map { _ in "?" }.joined(separator: ", ")
        return try connection.rows(
            """
            SELECT vault.id, vault.item, vault.section, vault.field, vault.value, item.reference, item.issue FROM vault
            JOIN item ON item.id = vault.item WHERE vault.item = ? OR vault.id IN (\(marks)) ORDER BY vault.id
            """, [.integer(item.id), .integer(-1)] + beside.map(SQLValue.integer)
        ).map { row in
            let own = row.word("reference")
            return KeptText(
                key: row.count("id"), reference: own, about: [item.reference],
                field: row.word("field").replacing("-", with: " "), text: row.word("value"),
                isHeld: !held.isDisjoint(with: [own, row.text("issue")].compactMap(\.self)), isTheirOwn: false,
                worries: [], area: nil, isPrinted: false, isMinuted: false, isGoing: false, item: row.count("item"),
                section: row.word("section"))
        }
    }

    /// Whether somebody may read a text.
    public func shows(_ text: KeptText, to standing: Standing) throws -> Bool {
        guard !standing.isSystem else { return true }
        let item = try item(id: text.item)
        let sight = try sight(standing, of: item)
        // What was minuted stands beside a meeting's own fields, in no section of theirs.
        let isOwn = item.definition.section(text.section) != nil
        return sight.showsRecord && sight.shows(text: text.key)
            && (isOwn ? sight.shows(section: text.section) : sight.showsText)
    }
}

extension Relation {
    /// The column, or the query, that gives the number of the item whose detail its rows are; nil for what holds no sealed
    /// texts, or is nobody's detail.
    var holder: String? {
        guard hasNumberedKey, !sealed.isEmpty, self != .item else { return nil }
        if let column = ["meeting", "paper"].first(where: columns.contains) { return "\(name).\(column)" }
        guard columns.contains("decision") else { return nil }
        return "(SELECT meeting FROM decision WHERE id = \(name).decision)"
    }
}

extension Field {
    /// It holds what somebody wrote.
    fileprivate var isTyped: Bool {
        switch kind {
        case .line, .text: true
        default: false
        }
    }
}
