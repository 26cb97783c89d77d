import Ledger
import Partnership
import Workflow

/// A text in the vault, wherever it is kept and however old it is.
public struct KeptText: Sendable {
    /// Its key in the vault.
    public let key: Int
    /// What it is kept with: an issue, a meeting, an action.
    public let reference: String
    /// That, and the issue that it is about.
    public let about: [String]
    /// The field, in words.
    public let field: String
    public let text: String
    /// It has to be kept as it is.
    public let isHeld: Bool
}

/// Which of the vault's values an erasure takes anyhow.
public struct ErasedValues: Sendable {
    let sections: [Int: Set<String>]

    /// - Parameter items: with the event that erases of each.
    init(_ items: [(item: StoredItem, event: String)]) {
        var sections: [Int: Set<String>] = [:]
        for (item, event) in items { sections[item.id] = Set(item.definition.event(event)?.erases ?? []) }
        self.sections = sections
    }
}

extension View {
    /// All that people wrote in the register, replaced texts too, but for those that an erasure takes anyhow. The names,
    /// contacts and the like of other issues are these families' own and not among them.
    public func keptTexts(without erased: ErasedValues) throws -> [KeptText] {
        let held = Set(try holds().flatMap { $0.issues + $0.records })
        let meetings = try meetingsOfTexts()
        return try connection.rows(
            """
            SELECT vault.id, vault.item, vault.section, vault.field, vault.value, item.reference, item.workflow, item.issue
            FROM vault JOIN item ON item.id = vault.item ORDER BY vault.id
            """
        ).compactMap { row in
            let definition = try definition(row.word("workflow"))
            let isField = definition.field(row.word("field")) != nil
            let section = definition.section(row.word("section"))
            // What others minuted and decided about it stands beside its own fields.
            let isGoing = erased.sections[row.count("item")]?.contains(row.word("section")) ?? false
            guard !(isGoing && isField), !isField || section?.takesText == true || section?.isSearched == true else {
                return nil
            }
            let meeting = meetings[row.count("id")]
            let about = [row.word("reference"), row.text("issue"), meeting].compactMap(\.self)
            return KeptText(
                key: row.count("id"), reference: meeting ?? row.word("reference"), about: about,
                field: row.word("field").replacing("-", with: " "), text: row.word("value"),
                isHeld: !held.isDisjoint(with: about))
        }
    }

    /// What was minuted and decided about an issue is kept with it, and stands in a meeting's agenda and decisions: by the
    /// key in the vault, the meeting's reference.
    private func meetingsOfTexts() throws -> [Int: String] {
        var meetings: [Int: String] = [:]
        for (table, columns) in [
            ("agenda_item", ["title", "discussed", "late", "reason", "release_reason"]), ("decision", ["wording"]),
        ] {
            for row in try connection.rows(
                """
                SELECT item.reference, \(columns.map { "\(table).\($0)" }.joined(separator: ", ")) FROM \(table)
                JOIN item ON item.id = \(table).meeting
                """)
            {
                for seal in columns.compactMap({ Sealed(text: row.text($0)) }) {
                    meetings[seal.key] = row.word("reference")
                }
            }
        }
        return meetings
    }

    /// The texts kept with an item, replaced ones too, and those of its agenda where it is a meeting.
    public func keptTexts(with item: StoredItem) throws -> [KeptText] {
        let lines = try connection.rows(
            "SELECT title, discussed, late, reason, release_reason FROM agenda_item WHERE meeting = ?",
            [.integer(item.id)]
        ).flatMap { row in
            ["title", "discussed", "late", "reason", "release_reason"].compactMap { Sealed(text: row.text($0))?.key }
        }
        let decided = try connection.rows(
            "SELECT wording FROM decision WHERE meeting = ?", [.integer(item.id)]
        ).compactMap { Sealed(text: $0.text("wording"))?.key }
        let beside = Set(lines + decided)
        let marks = ([item.id] + beside.sorted()).map { _ in "?" }.joined(separator: ", ")
        return try connection.rows(
            """
            SELECT vault.id, vault.field, vault.value, item.reference FROM vault JOIN item ON item.id = vault.item
            WHERE vault.item = ? OR vault.id IN (\(marks)) ORDER BY vault.id
            """, [.integer(item.id), .integer(-1)] + beside.sorted().map(SQLValue.integer)
        ).map { row in
            KeptText(
                key: row.count("id"), reference: row.word("reference"), about: [item.reference],
                field: row.word("field").replacing("-", with: " "), text: row.word("value"), isHeld: false)
        }
    }
}
