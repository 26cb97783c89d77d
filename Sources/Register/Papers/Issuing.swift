import Foundation
import Ledger
import Partnership
import Workflow

/// A file of a pack that is about to go out.
public struct NewPaper: Sendable {
    public let name: String
    /// `html`, `pdf`, `docx`, `md`, `json`, `ics`.
    public let format: String
    public let contents: Data

    public init(name: String, format: String, contents: Data) {
        self.name = name
        self.format = format
        self.contents = contents
    }

    /// What a paper is known by, wherever it lies and whatever it is called.
    public static func digest(of contents: Data) -> String { Hash.of(bytes: contents) }
}

extension Operation {
    /// Records files of a pack as issued, and keeps them and what they were set from. Those of the last paper of its kind,
    /// set from the same, are further files of that paper, and one that is among its files already is not recorded again.
    /// What was recalled and not replaced so far is replaced by them, format by format.
    ///
    /// - Parameters:
    ///   - model: what the files were set from.
    ///   - kind: what kind of pack it is: `agenda`.
    ///   - item: the meeting or the issue that it is about.
    ///   - edition: nil for a letter.
    ///   - part: the number of the item whose minutes it is an extract of; nil for a whole pack.
    ///   - mentions: references that stand in it; those of issues are kept.
    /// - Throws: `RegisterError.refused` when one of the files is one that was recalled or erased.
    public func issue(
        _ papers: [NewPaper], setFrom model: Data, of kind: String, about item: StoredItem, edition: String?,
        part: String? = nil, mentioning mentions: [String]
    ) throws {
        let known = try view.issued(about: item).filter {
            $0.kind == kind && $0.edition == edition && $0.part == part
        }
        let cites = try mentions.filter { reference in
            try !connection.rows(
                "SELECT id FROM item WHERE reference = ? AND workflow = 'issue'", [.text(reference)]
            ).isEmpty
        }
        let digests = papers.map { NewPaper.digest(of: $0.contents) }
        for (paper, digest) in zip(papers, digests) {
            if let day = known.last(where: { $0.digest == digest && $0.recalled != nil })?.recalled {
                throw Operation.issued(
                    before: "\(paper.name) would be the very file that was recalled on \(day.words).")
            }
            if try connection.isErased(contents: digest) {
                throw Operation.issued(before: "\(paper.name) would be the very file that words were taken out of.")
            }
        }
        let from = NewPaper.digest(of: model)
        if try connection.isErased(contents: from) {
            throw Operation.issued(before: "That would be the very paper that words were taken out of.")
        }
        // What was read before an erasure would come back with what was set from it.
        if try view.namesErasedFile(model) {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "A file that goes out with it was erased meanwhile.",
                    remedies: [.say("Make it again.")])
            ])
        }
        let last = known.last.flatMap { $0.recalled == nil && $0.model == from ? $0 : nil }
        let number = last?.number ?? (known.map(\.number).max() ?? 0) + 1
        for (paper, digest) in zip(papers, digests)
        where !known.contains(where: { $0.number == number && $0.digest == digest }) {
            try keep(paper.contents)
            try keep(model)
            let id = try insert(
                .issued,
                [
                    .text(kind), .integer(item.id), SQLValue(part), SQLValue(edition), .integer(number),
                    .text(paper.name), .text(paper.format), .integer(paper.contents.count), .text(digest), .text(from),
                    SQLValue(last?.redacted), .text(on.description), .text(actor.id),
                    .text(cites.joined(separator: " ")), .null, .null, .null,
                ])
            for old in known where old.format == paper.format && old.recalled != nil && old.correctedBy == nil {
                try update(.issued, key: .integer(old.id), ["corrected_by": .integer(id)])
            }
        }
    }

    private static func issued(before sentence: String) -> RegisterError {
        .refused([
            Reason(
                kind: .rule, sentence: sentence,
                remedies: [.say("Correct on record what was wrong in it, then make it again.")])
        ])
    }

    /// Recalls a paper in all of the formats it was made in, and opens the breach that it is. Another that went out under the
    /// same name, before or since, stays what it is.
    ///
    /// - Parameters:
    ///   - isHeld: whether a text stands in it: words that were let stand there are looked at again.
    ///   - issues: those that it is about; empty for all that the paper names.
    ///   - area: the area it is a matter of; nil for none or several.
    ///   - words: what got out, as it stands in it; nil when that is not told.
    ///   - time: the time of day at which it became known, in words.
    /// - Returns: the files that are recalled, and the breach.
    public func recall(
        _ paper: IssuedPaper, because reason: String, issues: [String] = [], body: String?, area: String?,
        words: String? = nil, at time: String?, holding isHeld: (_ text: String) -> Bool = { _ in true }
    ) throws -> (papers: [IssuedPaper], breach: StoredItem) {
        let item = try view.item(paper.item)
        let others = try view.issued(about: item)
        let papers = others.filter { $0.isOfOnePaper(with: paper) && $0.recalled == nil }
        var given: [String: Value] = [
            BreachReader.Field.summary.rawValue:
                .text("\(paper.stem), issued on \(paper.day.words), was recalled"),
            BreachReader.Field.because.rawValue: .text(reason),
            BreachReader.Field.knownOn.rawValue: .day(on),
        ]
        let asked = BreachReader.words
        if let words, try view.definition("breach").events.contains(where: { $0.ask(asked) != nil }) {
            given[asked] = .text(words)
        }
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
                ["recalled": .text(on.description), "breach": .integer(breach.id)])
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
