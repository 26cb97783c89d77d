import Packs
import Partnership
import Register
import Workflow

/// The files of packs that were issued, oldest first: those that the asker could make, or recall.
public struct ListIssuedPacks: Question {
    /// Only those of a meeting, or that are about an issue or name it.
    public let of: String?

    public init(of reference: String? = nil) { of = reference }

    public func answer(from view: View, as standing: Standing) throws -> [IssuedPackLine] {
        let papers = try of.map { try view.issued(naming: view.item($0, visibleTo: standing)) } ?? view.issued()
        // What is in none of their lists is named by no paper's line either.
        var known: [String: Bool] = [:]
        func isKnown(_ reference: String) -> Bool {
            if let known = known[reference] { return known }
            let isKnown = (try? view.item(reference, visibleTo: standing)) != nil
            known[reference] = isKnown
            return isKnown
        }
        var subjects: [String: Bool] = [:]
        return try papers.filter { paper in
            let key = "\(paper.item) \(paper.edition ?? "")"
            if let known = subjects[key] { return known }
            let subject = try PackSubject(paper, from: view)
            let isShown = try [subject.making, .recall, .readRecalled].contains {
                try subject.may($0, as: standing, from: view)
            }
            subjects[key] = isShown
            return isShown
        }.map {
            IssuedPackLine($0, citing: $0.cites.filter(isKnown), mailed: try view.mailed(with: $0).map(\.person.name))
        }
    }
}

/// A file that was issued.
public struct IssuedPackLine: Sendable, Codable {
    public let file: String
    /// `agenda`, `minutes`, `board`, `letter`, `notice`, `news`, `briefing`, `page` or `log`.
    public let kind: String
    /// The meeting or the issue.
    public let of: String
    /// The number of the item whose minutes it is an extract of, or the day from which on it joins meetings.
    public let part: String?
    /// Nil for a letter.
    public let edition: String?
    /// The first, the second paper of its kind and edition.
    public let number: Int
    public let format: String
    /// In bytes.
    public let size: Int
    public let sha256: String
    public let issued: Day
    /// When that was recorded: ISO 8601, UTC.
    public let recorded: String
    /// Where the journal had come to with it: `143-a1b2c3d4e5f6-2026-11-26`.
    public let head: String
    /// How often words were taken out of it since.
    public let redacted: Int?
    /// This file is not kept any more: what it held was erased.
    public let isErased: Bool
    public let by: String
    /// The issues it names, as far as the asker may know of them.
    public let cites: [String]
    /// The names of those for whom a message with it was prepared.
    public let mailed: [String]
    public let recalled: Day?
    public let breach: String?
    /// The file that replaces it.
    public let correctedBy: String?

    init(_ paper: IssuedPaper, citing cites: [String], mailed: [String]) {
        file = paper.name
        kind = paper.kind
        of = paper.item
        part = paper.part
        edition = paper.edition
        format = paper.format
        number = paper.number
        recorded = paper.recorded
        head = paper.head
        redacted = paper.redacted
        isErased = paper.isErased
        size = paper.size
        sha256 = paper.digest
        issued = paper.day
        by = paper.issuer
        self.cites = cites
        self.mailed = mailed
        recalled = paper.recalled
        breach = paper.breach
        correctedBy = paper.correctedBy
    }
}
