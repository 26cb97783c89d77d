import Foundation
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
    /// The number of the item whose minutes it is an extract of, or the day from which on it joins meetings; nil for a whole
    /// pack of one meeting.
    public let part: String?
    /// Whom it is for; nil for a letter.
    public let edition: String?
    /// The first, the second paper of its kind and edition: files of one number are one paper.
    public let number: Int
    /// `north-2020-01-14-agenda-public.html`.
    public let name: String
    /// `html`, `pdf`, `docx`, `md`, `json`, `ics`.
    public let format: String
    /// In bytes.
    public let size: Int
    /// SHA-256 of what it holds, 64 hexadecimal digits.
    public let digest: String
    /// SHA-256 of what it was set from.
    public let model: String
    /// How often words were taken out of it since; nil when never.
    public let redacted: Int?
    /// What it holds was erased: words were taken out, or its time has run out.
    public let isErased: Bool
    /// The operation that issued it, when that was recorded (ISO 8601, UTC), and where the journal had come to with it.
    public let operation: Int
    public let recorded: String
    public let head: String
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

    /// The pack's name, the same for all of its formats.
    public var stem: String { String(name.dropLast(format.count + 1)) }

    /// It tells what a meeting said and did.
    var tellsWhatWasDone: Bool { Self.afterMeetings.contains(kind) }

    /// The kinds of papers that do.
    static let afterMeetings = ["minutes", "news", "briefing"]
    /// Those that tell of a body as it is today, and are filed under its first meeting.
    static let ofBodies = ["page", "log"]

    /// The number of the item whose minutes it is an extract of.
    var extracted: String? { kind == "minutes" ? part : nil }

    /// A file of the same paper.
    func isOfOnePaper(with other: IssuedPaper) -> Bool {
        isOfOneKind(with: other) && number == other.number
    }

    /// Whether one of some references stands in what it was set from, as a word of its own.
    func names(_ references: [String], in view: View) throws -> Bool {
        guard !references.isEmpty, let model = try view.contents(model) else { return false }
        let words = Set(
            String(decoding: model, as: UTF8.self).split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
        return references.contains(where: words.contains)
    }

    /// A file of the same paper, or of one that went out in its place: an extract is a paper of its own.
    public func isOfOneKind(with other: IssuedPaper) -> Bool {
        (kind, item, edition, part) == (other.kind, other.item, other.edition, other.part)
    }
}

/// A pack that replaces one that was recalled.
public struct StoredCorrection: Sendable {
    /// The first, the second such pack of its kind.
    public let number: Int
    /// The day on which the one that it replaces was issued.
    public let replaces: Day
    /// Something that it was recalled for, as far as that is known, has been changed since that was issued.
    public let isChanged: Bool
    /// Words were taken out of it.
    public let isRedacted: Bool
    /// What it was set from, by its digest.
    public let model: String
    /// What such packs were recalled for, word for word, as far as that was told.
    public let words: [String]
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

    /// The files of the paper of a kind that stands, oldest first: the last one that was issued, unless that was recalled.
    ///
    /// - Parameter part: the number of the item that it is an extract of.
    public func standing(
        _ kind: String, about item: StoredItem, edition: String?, part: String? = nil
    ) throws -> [IssuedPaper] {
        let papers = try issued(about: item).filter {
            $0.kind == kind && $0.edition == edition && $0.part == part
        }
        guard let last = papers.last, last.recalled == nil else { return [] }
        return papers.filter(last.isOfOnePaper)
    }

    /// What an issued paper holds, or was set from, by its digest; nil when it was erased.
    public func contents(_ digest: String) throws -> Data? { try connection.contents(digest) }

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
        let breaches = try Set(recalled.compactMap(\.breach)).sorted().map { try self.item($0) }
        let own = try last.breach.map { try self.item($0) }
        let about = own.map(\.breach.issues).flatMap { $0.isEmpty ? nil : $0 } ?? last.cites
        return StoredCorrection(
            number: breaches.count, replaces: last.day,
            isChanged: try isChanged(
                item, or: about, since: last.operation, recalled: own.map(beginning) ?? last.operation),
            isRedacted: last.redacted != nil, model: last.model, words: breaches.compactMap(\.breach.words))
    }

    /// What papers of a meeting, or letters about an issue, were recalled for, word for word, as far as that was told.
    public func wordsRecalled(about item: StoredItem) throws -> [String] {
        try Set(issued(about: item).filter { $0.recalled != nil }.compactMap(\.breach)).sorted().compactMap {
            try self.item($0).breach.words
        }
    }

    func issued(where condition: String, _ arguments: SQLValue...) throws -> [IssuedPaper] {
        try connection.rows(
            """
            SELECT issued.*, item.reference AS item_reference, breach.reference AS breach_reference,
              correcting.name AS corrected_name, erased_content.operation AS erased, operation.id AS operation,
              operation.recorded, operation.hash
            FROM issued JOIN item ON item.id = issued.item
            LEFT JOIN erased_content ON erased_content.digest = issued.digest
            LEFT JOIN change ON change.relation = 'issued' AND change.key = CAST(issued.id AS TEXT)
              AND change.before IS NULL
            LEFT JOIN operation ON operation.id = change.operation
            LEFT JOIN item AS breach ON breach.id = issued.breach
            LEFT JOIN issued AS correcting ON correcting.id = issued.corrected_by
            WHERE \(condition) ORDER BY issued.id
            """, arguments
        ).map { row in
            IssuedPaper(
                id: row.count("id"), kind: row.word("kind"), item: row.word("item_reference"),
                part: row.text("part"), edition: row.text("edition"), number: row.count("number"),
                name: row.word("name"), format: row.word("format"), size: row.count("size"), digest: row.word("digest"),
                model: row.word("model"), redacted: row.integer("redacted"), isErased: row.integer("erased") != nil,
                operation: row.count("operation"), recorded: row.word("recorded"),
                head: Head(
                    number: row.count("operation"), hash: row.word("hash"), recorded: row.word("recorded")
                ).description, day: row.day("day") ?? today,
                issuer: try person(id: row.word("person")).name,
                cites: row.word("cites").split(separator: " ").map(String.init), recalled: row.day("recalled"),
                breach: row.text("breach_reference"), correctedBy: row.text("corrected_name"))
        }
    }

    /// The operation that an item began with.
    private func beginning(of item: StoredItem) throws -> Int {
        try connection.row(
            "SELECT min(operation) AS operation FROM change WHERE relation = 'item' AND key = ?",
            [.text(String(item.id))])?.integer("operation") ?? 0
    }

    /// Whether anything was changed since a paper was issued that a paper about the same would print differently. That one of
    /// several issues was taken out of it once it was recalled mends nothing of the others.
    private func isChanged(
        _ item: StoredItem, or cited: [String], since operation: Int, recalled: Int
    ) throws -> Bool {
        let matters = try connection.rows(
            "SELECT DISTINCT matter FROM agenda_item WHERE meeting = ? AND matter IS NOT NULL", [.integer(item.id)]
        ).map { $0.count("matter") }
        let ids = try [item.id] + matters + cited.map { try self.item($0).id }
        let places = ids.map { _ in "?" }.joined(separator: ", ")
        let rows = try connection.rows(
            """
            SELECT operation, relation, before, after FROM change WHERE operation > ? AND (
              relation = 'item' AND key IN (\(places))
              OR relation IN ('agenda_item', 'attendance', 'declaration', 'decision'))
            """, [.integer(operation)] + ids.map { .text(String($0)) })
        func takesOut(_ row: Row) throws -> Bool {
            guard row.word("relation") == "item", row.count("operation") > recalled else { return false }
            return try deciding(printed(row.text("before"))) != deciding(printed(row.text("after")))
        }
        let taking = Set(cited).count < 2 ? [] : Set(try rows.filter(takesOut).map { $0.count("operation") })
        return try rows.contains { row in
            if taking.contains(row.count("operation")) { return false }
            guard row.word("relation") == "item" else {
                let image = try ItemCoding.parse(row.text("after") ?? row.word("before"))
                return image["meeting"]?.number == item.id
            }
            return try printed(row.text("before")) != printed(row.text("after"))
        }
    }

    /// The fields by which it is decided whether an issue may be printed.
    private static let allowing = [IssueReader.Field.consent, .safeguarding].map(\.rawValue)

    private func deciding(_ printed: [String: JSON]) -> [String: JSON] {
        printed.filter { Self.allowing.contains($0.key) }
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
        return members.filter { name, _ in
            Self.allowing.contains(name) || pinned.field(name)?.section.flatMap(pinned.section)?.takesText ?? false
        }
    }
}
