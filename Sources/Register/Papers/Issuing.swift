import Foundation
import Ledger
import Partnership
import Workflow

/// A file of a pack that is about to go out.
public struct NewPaper: Sendable {
    public let name: String
    /// `html`, `pdf`.
    public let format: String
    /// In bytes.
    public let size: Int
    /// SHA-256 of what it holds, 64 hexadecimal digits.
    public let digest: String

    public init(name: String, format: String, contents: Data) {
        self.name = name
        self.format = format
        size = contents.count
        digest = NewPaper.digest(of: contents)
    }

    /// What a paper is known by, wherever it lies and whatever it is called.
    public static func digest(of contents: Data) -> String { Hash.of(bytes: contents) }
}

extension Operation {
    /// Records files of a pack as issued. One that is on record already, with the same contents, is not recorded again.
    /// What was recalled and not replaced so far is replaced by them, format by format.
    ///
    /// - Parameters:
    ///   - kind: what kind of pack it is: `agenda`.
    ///   - item: the meeting or the issue that it is about.
    ///   - edition: nil for a letter.
    ///   - part: the number of the item whose minutes it is an extract of; nil for a whole pack.
    ///   - mentions: references that stand in it; those of issues are kept.
    /// - Throws: `RegisterError.refused` when one of the files is one that was recalled.
    public func issue(
        _ papers: [NewPaper], of kind: String, about item: StoredItem, edition: String?, part: String? = nil,
        mentioning mentions: [String]
    ) throws {
        let known = try view.issued(about: item).filter {
            $0.kind == kind && $0.edition == edition && $0.part == part
        }
        let cites = try mentions.filter { reference in
            try !connection.rows(
                "SELECT id FROM item WHERE reference = ? AND workflow = 'issue'", [.text(reference)]
            ).isEmpty
        }
        for paper in papers {
            let same = known.filter { $0.digest == paper.digest }
            if let recalled = same.last(where: { $0.recalled != nil }), let day = recalled.recalled {
                throw RegisterError.refused([
                    Reason(
                        kind: .rule,
                        sentence: "\(paper.name) would be the very file that was recalled on \(day.words).",
                        remedies: [.say("Correct on record what was wrong in it, then make it again.")])
                ])
            }
            guard same.isEmpty else { continue }
            let id = try insert(
                .issued,
                [
                    .text(kind), .integer(item.id), SQLValue(edition), .text(paper.name), .text(paper.format),
                    .integer(paper.size), .text(paper.digest), .text(on.description), .text(actor.id),
                    .text(cites.joined(separator: " ")), .null, .null, .null, .null, SQLValue(part),
                ])
            for old in known where old.format == paper.format && old.recalled != nil && old.correctedBy == nil {
                try update(.issued, key: .integer(old.id), ["corrected_by": .integer(id)])
            }
        }
    }

    /// Recalls a paper in all of the formats it was made in, and opens the breach that it is. Another that went out under the
    /// same name, before or since, stays what it is.
    ///
    /// - Parameters:
    ///   - isHeld: whether a text stands in it: words that were let stand there are looked at again.
    ///   - issues: those that it is about; empty for all that the paper names.
    ///   - area: the area it is a matter of; nil for none or several.
    ///   - time: the time of day at which it became known, in words.
    ///   - isTaken: whether a file of it is taken away now, to be kept beside the register: a check looks for it there.
    /// - Returns: the files that are recalled, and the breach.
    public func recall(
        _ paper: IssuedPaper, because reason: String, issues: [String] = [], body: String?, area: String?,
        at time: String?,
        holding isHeld: (_ text: String) -> Bool = { _ in true },
        takingAway isTaken: (_ paper: IssuedPaper) -> Bool = { _ in false }
    ) throws -> (papers: [IssuedPaper], breach: StoredItem) {
        let item = try view.item(paper.item)
        let others = try view.issued(about: item)
        let papers = try view.formats(of: paper, among: others).filter { $0.recalled == nil }
        var given: [String: Value] = [
            BreachReader.Field.summary.rawValue:
                .text("\(paper.stem), issued on \(paper.day.words), was recalled"),
            BreachReader.Field.because.rawValue: .text(reason),
            BreachReader.Field.knownOn.rawValue: .day(on),
        ]
        given[BreachReader.Field.knownAt.rawValue] = time.map { .text($0) }
        given[BreachReader.Field.body.rawValue] = body.map { .text($0) }
        given[BreachReader.Field.area.rawValue] = area.map { .text($0) }
        let cites = Set(papers.flatMap(\.cites)).sorted()
        let about = issues.isEmpty ? cites : issues
        if !about.isEmpty { given[BreachReader.Field.issues.rawValue] = .list(about) }
        let breach = try begin("breach", given: given, as: .system).item
        // Whoever looked at its words overlooked something: they are looked at again.
        for (id, release) in try view.storedReleases(in: item) where isHeld(release.text) {
            try delete(.releasedWord, key: .integer(id))
        }
        for paper in papers {
            try update(
                .issued, key: .integer(paper.id),
                [
                    "recalled": .text(on.description), "breach": .integer(breach.id),
                    "kept": isTaken(paper) ? .integer(1) : .null,
                ])
            // One of its name went out since, and has taken its place already.
            if let later = others.last(where: { other in
                other.id > paper.id && other.name == paper.name && other.recalled == nil
                    && !papers.contains { $0.id == other.id }
            }) {
                try update(.issued, key: .integer(paper.id), ["corrected_by": .integer(later.id)])
            }
        }
        return (papers, breach)
    }
}
