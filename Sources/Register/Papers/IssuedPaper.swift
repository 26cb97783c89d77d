import Ledger
import Partnership
import Workflow

/// A file of a pack that was issued, as it is on record.
public struct IssuedPaper: Sendable {
    public let id: Int
    /// What kind of pack it is of: `agenda`, `letter`.
    public let kind: String
    /// The meeting or the issue that it is about.
    public let item: String
    /// The number of the item whose minutes it is an extract of; nil for a whole pack.
    public let part: String?
    /// Whom it is for; nil for a letter.
    public let edition: String?
    /// `north-2020-01-14-agenda-public.html`.
    public let name: String
    /// `html`, `pdf`.
    public let format: String
    /// In bytes.
    public let size: Int
    /// SHA-256 of what it holds, 64 hexadecimal digits.
    public let digest: String
    /// The day it was issued.
    public let day: Day
    /// The name of who issued it.
    public let issuer: String
    /// The issues it names, by their references.
    public let cites: [String]
    /// The day it was recalled.
    public let recalled: Day?
    /// What was opened when it was recalled, `B-1`: why is told there.
    public let breach: String?
    /// The name of the file that replaces it.
    public let correctedBy: String?
    /// When it was recalled, a file of it was taken away, to be kept beside the register.
    public let isKept: Bool

    /// The pack's name, the same for all of its formats.
    public var stem: String { String(name.dropLast(format.count + 1)) }
}

/// A pack that replaces one that was recalled.
public struct StoredCorrection: Sendable {
    /// The first, the second such pack of its kind.
    public let number: Int
    /// The day on which the one that it replaces was issued.
    public let replaces: Day
    /// Something that it is about has been changed since that was issued.
    public let isChanged: Bool
}

extension View {
    /// What was issued for a meeting or about an issue, oldest first.
    public func issued(about item: StoredItem) throws -> [IssuedPaper] {
        try issued(where: "issued.item = ?", .integer(item.id))
    }

    /// The same, and what was issued of meetings that names it.
    public func issued(naming item: StoredItem) throws -> [IssuedPaper] {
        try issued().filter { $0.item == item.reference || $0.cites.contains(item.reference) }
    }

    /// Everything that was issued, oldest first.
    public func issued() throws -> [IssuedPaper] { try issued(where: "1 = 1") }

    /// The file with these contents, the latest such; nil when none was issued.
    public func issued(digest: String) throws -> IssuedPaper? {
        try issued(where: "issued.digest = ?", .text(digest)).last
    }

    /// A paper as it is on record by now.
    public func issued(again paper: IssuedPaper) throws -> IssuedPaper {
        try issued(where: "issued.id = ?", .integer(paper.id)).last ?? paper
    }

    /// The files of a name, oldest first.
    public func issued(named name: String) throws -> [IssuedPaper] {
        try issued(where: "issued.name = ?", .text(name))
    }

    /// Papers of meetings that name an issue, or are of the meeting itself, and have not been recalled, oldest first: the
    /// latest of each name.
    ///
    /// - Parameter ahead: only of meetings still to come.
    public func issuedForMeetings(naming item: StoredItem, ahead: Bool) throws -> [IssuedPaper] {
        let papers = try issued(
            where: """
                issued.recalled IS NULL AND item.workflow = 'meeting' AND item.happens >= ?
                  AND (? = 0 OR NOT EXISTS (SELECT 1 FROM attendance
                    WHERE attendance.meeting = item.id AND status IN ('present', 'deputised')))
                """, .text(ahead ? today.description : ""), .integer(ahead ? 1 : 0))
        var latest: [String: IssuedPaper] = [:]
        for paper in papers { latest[paper.name] = paper }
        return latest.values.filter { $0.cites.contains(item.reference) || $0.item == item.reference }.sorted {
            $0.id < $1.id
        }
    }

    /// The files that a paper was issued as: those of its name that were made with it, and those made apart while it was the
    /// last of its name.
    func formats(of paper: IssuedPaper, among papers: [IssuedPaper]) throws -> [IssuedPaper] {
        let named = papers.filter { $0.stem == paper.stem }
        let before = named.last { $0.id < paper.id && $0.format == paper.format }?.id ?? 0
        let after = named.first { $0.id > paper.id && $0.format == paper.format }?.id ?? Int.max
        let own = try operation(issuing: paper)
        return try named.filter { other in
            guard other.id != paper.id else { return true }
            guard other.format != paper.format else { return false }
            let operation = try operation(issuing: other)
            if operation == own { return true }
            let isOfAnother = try named.contains { third in
                try third.format == paper.format && self.operation(issuing: third) == operation
            }
            return !isOfAnother && other.id > before && other.id < after
        }
    }

    /// The operation by which a paper was issued.
    func operation(issuing paper: IssuedPaper) throws -> Int? {
        try connection.row(
            "SELECT operation FROM change WHERE relation = 'issued' AND key = ? AND before IS NULL",
            [.text(String(paper.id))])?.integer("operation")
    }

    /// What the next pack of a kind replaces; nil while none of them was recalled.
    ///
    /// - Parameter part: the number of the item that it is an extract of.
    public func correction(
        of kind: String, about item: StoredItem, edition: String?, part: String? = nil
    ) throws -> StoredCorrection? {
        // What one of its own name had replaced before it was recalled needs no other.
        let recalled = try issued(about: item).filter {
            $0.kind == kind && $0.edition == edition && $0.part == part && $0.recalled != nil
                && $0.correctedBy != $0.name
        }
        guard let last = recalled.last else { return nil }
        return StoredCorrection(
            number: Set(recalled.compactMap(\.breach)).count, replaces: last.day,
            isChanged: try isChanged(item, or: last.cites, since: last.id))
    }

    func issued(where condition: String, _ arguments: SQLValue...) throws -> [IssuedPaper] {
        try connection.rows(
            """
            SELECT issued.*, item.reference AS item_reference, breach.reference AS breach_reference,
              correcting.name AS corrected_name
            FROM issued JOIN item ON item.id = issued.item
            LEFT JOIN item AS breach ON breach.id = issued.breach
            LEFT JOIN issued AS correcting ON correcting.id = issued.corrected_by
            WHERE \(condition) ORDER BY issued.id
            """, arguments
        ).map { row in
            IssuedPaper(
                id: row.count("id"), kind: row.word("kind"), item: row.word("item_reference"),
                part: row.text("part"),
                edition: row.text("edition"), name: row.word("name"), format: row.word("format"),
                size: row.count("size"), digest: row.word("digest"), day: row.day("day") ?? today,
                issuer: try person(id: row.word("person")).name,
                cites: row.word("cites").split(separator: " ").map(String.init), recalled: row.day("recalled"),
                breach: row.text("breach_reference"), correctedBy: row.text("corrected_name"),
                isKept: row.integer("kept") == 1)
        }
    }

    /// Whether anything was changed since a paper was issued that a paper about the same would print differently.
    private func isChanged(_ item: StoredItem, or cited: [String], since paper: Int) throws -> Bool {
        let issued = try connection.row(
            "SELECT operation FROM change WHERE relation = 'issued' AND key = ? AND before IS NULL",
            [.text(String(paper))])
        guard let operation = issued?.integer("operation") else { return true }
        let ids = try [item.id] + cited.map { try self.item($0).id }
        let places = ids.map { _ in "?" }.joined(separator: ", ")
        let rows = try connection.rows(
            """
            SELECT relation, before, after FROM change WHERE operation > ? AND (
              relation = 'item' AND key IN (\(places))
              OR relation IN ('agenda_item', 'attendance', 'declaration', 'decision'))
            """, [.integer(operation)] + ids.map { .text(String($0)) })
        return try rows.contains { row in
            guard row.word("relation") == "item" else {
                let image = try ItemCoding.parse(row.text("after") ?? row.word("before"))
                return image["meeting"]?.number == item.id
            }
            return try printed(row.text("before")) != printed(row.text("after"))
        }
    }

    /// What a row of the journal keeps of the texts of an item that papers print.
    private func printed(_ image: String?) throws -> [String: JSON] {
        guard let image, let fields = try ItemCoding.parse(image)["fields"]?.string,
            let definition = try ItemCoding.parse(image)["definition"]?.number,
            let workflow = try ItemCoding.parse(image)["workflow"]?.string,
            case .object(let members) = try ItemCoding.parse(fields)
        else { return [:] }
        let pinned = try pinned(definition, workflow: workflow)
        // Whether it may be printed at all counts too.
        let deciding = [IssueReader.Field.consent, .safeguarding].map(\.rawValue)
        return members.filter { name, _ in
            deciding.contains(name) || pinned.field(name)?.section.flatMap(pinned.section)?.takesText ?? false
        }
    }
}
