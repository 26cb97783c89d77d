import Ledger
import Partnership
import Workflow

/// A line of minutes about an issue.
public struct HeldMinute: Sendable {
    public let meeting: String
    /// The number on the agenda.
    public let number: String
    public let title: String
    public let discussed: String?
}

/// What is on record of a member besides their name.
public struct HeldSeat: Sendable {
    public let seat: String
    public let organisation: String?
    public let since: Day?
    public let until: Day?
}

extension View {
    /// What was minuted under items about an issue.
    public func minutes(about issue: StoredItem) throws -> [HeldMinute] {
        try connection.rows(
            """
            SELECT item.reference, agenda_item.number, agenda_item.title, agenda_item.discussed FROM agenda_item
            JOIN item ON item.id = agenda_item.meeting WHERE agenda_item.issue = ? ORDER BY agenda_item.id
            """, [.integer(issue.id)]
        ).map { row in
            HeldMinute(
                meeting: row.word("reference"), number: row.word("number"),
                title: try open(text: row.word("title")) ?? Person.erased,
                discussed: try open(text: row.text("discussed")))
        }
    }

    /// The actions and other items about an issue, requests about data apart.
    public func items(about issue: StoredItem) throws -> [StoredItem] {
        try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE issue = ? ORDER BY id", [.text(issue.reference)]
        ).map(stored)
    }

    /// Breaches, gaps and risks that an issue is part of and requests about it, whether settled or still open, oldest first.
    public func whatNames(_ issue: StoredItem) throws -> [StoredItem] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item WHERE workflow IN ('breach', 'request', 'gap', 'risk') AND fields LIKE ? ORDER BY id
            """, [.text("%\"\(issue.reference)\"%")]
        ).map(stored).filter { item in
            item.item.fields.values.contains { value in
                guard case .list(let names) = value else { return false }
                return names.contains(issue.reference)
            }
        }
    }

    /// The values of an item's field that were replaced since, oldest first.
    public func replaced(of item: StoredItem) throws -> [(field: String, text: String)] {
        let current = Set(item.sealed.values.map(\.key))
        return try connection.rows(
            "SELECT id, field, value FROM vault WHERE item = ? ORDER BY id", [.integer(item.id)]
        ).compactMap { row in
            guard !current.contains(row.count("id")), let field = item.definition.field(row.word("field")) else {
                return nil
            }
            return (field.title, row.word("value"))
        }
    }

    /// Every seat that somebody held.
    public func heldSeats(of person: Person) throws -> [HeldSeat] {
        try seats().filter { $0.person?.id == person.id }.map {
            HeldSeat(seat: $0.written, organisation: $0.organisation, since: $0.since, until: $0.until)
        }
    }

    /// How somebody attended meetings: the meeting and the status.
    public func attendances(of person: Person) throws -> [(meeting: String, status: String)] {
        try connection.rows(
            """
            SELECT item.reference, attendance.status FROM attendance JOIN item ON item.id = attendance.meeting
            WHERE attendance.person = ? OR attendance.deputy = ? ORDER BY attendance.id
            """, [.text(person.id), .text(person.id)]
        ).map { ($0.word("reference"), $0.word("status")) }
    }

    /// For what meetings somebody was called, and what they answered.
    public func calls(of person: Person) throws -> [(meeting: String, on: Day, answer: Called.Answer?)] {
        try connection.rows(
            """
            SELECT item.reference, called.since, called.answer FROM called JOIN item ON item.id = called.meeting
            WHERE called.person = ? ORDER BY called.id
            """, [.text(person.id)]
        ).map { row in
            (row.word("reference"), row.day("since") ?? today, row.text("answer").flatMap(Called.Answer.init))
        }
    }

    /// What somebody declared: the meeting and the interest.
    public func declarations(of person: Person) throws -> [(meeting: String, interest: String)] {
        try connection.rows(
            """
            SELECT item.reference, declaration.interest FROM declaration JOIN item ON item.id = declaration.meeting
            WHERE declaration.person = ? ORDER BY declaration.id
            """, [.text(person.id)]
        ).map { ($0.word("reference"), try open(text: $0.word("interest")) ?? Person.erased) }
    }

    /// The items in whose fields somebody stands or stood, by reference with the field's title.
    public func items(naming person: Person) throws -> [(reference: String, field: String)] {
        let named = try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE fields LIKE ? ORDER BY id", [.text("%\"\(person.id)\"%")]
        ).flatMap { row in
            let item = try stored(row)
            return item.item.fields.sorted { $0.key < $1.key }.compactMap { name, value in
                let isNamed: Bool =
                    switch value {
                    case .text(let text): text == person.id
                    case .list(let names): names.contains(person.id)
                    default: false
                    }
                return isNamed ? (reference: item.reference, field: item.definition.field(name)?.title ?? name) : nil
            }
        }
        let before = try itemsBefore(naming: person).filter { past in !named.contains { $0 == past } }
        return named + before.map { (reference: $0.reference, field: "\($0.field), before") }
    }

    /// The same of all that each item ever was.
    private func itemsBefore(naming person: Person) throws -> [(reference: String, field: String)] {
        var found: [(reference: String, field: String)] = []
        var items: [Int: StoredItem] = [:]
        for row in try connection.rows(
            "SELECT key, after FROM change WHERE relation = ? AND after LIKE ? ORDER BY operation, position",
            [.text(Relation.item.name), .text("%\(person.id)%")])
        {
            guard let fields = try ItemCoding.parse(row.word("after"))["fields"]?.string,
                let key = Int(row.word("key")),
                case .object(let members) = try ItemCoding.parse(fields),
                try items[key] != nil || connection.row("SELECT id FROM item WHERE id = ?", [.integer(key)]) != nil
            else { continue }
            let item = try items[key] ?? item(id: key)
            items[key] = item
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                guard let field = item.definition.field(name),
                    field.kind == .reference("person")
                        || field.kind == .references("person")
                else { continue }
                let isNamed =
                    switch ItemCoding.value(value, as: field.kind) {
                    case .text(let text): text == person.id
                    case .list(let names): names.contains(person.id)
                    default: false
                    }
                let line = (reference: item.reference, field: field.title)
                if isNamed, !found.contains(where: { $0 == line }) { found.append(line) }
            }
        }
        return found
    }

    /// What somebody did in the register: the day and the deed.
    public func deeds(of person: Person) throws -> [(on: Day, deed: String)] {
        try connection.rows(
            "SELECT effective, command FROM operation WHERE actor = ? ORDER BY id", [.text(person.id)]
        ).map { ($0.day("effective") ?? today, $0.word("command")) }
    }
}
