import Foundation
import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Takes back a paper that went out: it is marked on record in all of its formats, and the breach that it is begins.
public struct RecallPack: Deed {
    /// SHA-256 of the file; nil when it is not there.
    let digest: String?
    /// What the file is called.
    let fileName: String
    let because: String
    /// What got out, as it stands in the paper; nil when that is not told.
    let words: String?
    /// The time of day at which it became known, in words.
    let time: String?
    public let name = "recall-pack"

    public func perform(in operation: Operation, as standing: Standing) throws -> RecalledPack {
        let view = operation.view
        let paper = try found(view)
        let subject = try PackSubject(paper, from: view)
        try subject.must(.recall, as: standing, from: view)
        if let day = paper.recalled {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "\(paper.name) was recalled on \(day.words) already.",
                    remedies: (digest == nil ? [] : [.say("Take this copy out of everybody's reach yourself.")])
                        + [paper.breach.map { .deed("show", on: $0) }].compactMap(\.self))
            ])
        }
        guard view.today >= paper.day else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "\(paper.name) was issued on \(paper.day.words), so nobody recalled it before.",
                    remedies: [.dated(from: paper.day)])
            ])
        }
        try mustSay(paper, view)
        let body = try subject.edition.map { _ in try view.body(of: subject.item) }
        let pack = try? subject.pack(from: view)
        let held = try words.map { try PapersHolding($0, from: view, as: standing) }
        let recalled = try operation.recall(
            paper, because: because, issues: held?.issues ?? [], body: body?.id,
            area: area(of: subject, body, cites: paper.cites, view), words: words, at: time,
            holding: { text in pack?.holds(text) ?? true })
        let others = try (held ?? PapersHolding(besides: paper, from: view, as: standing)).papers
        return RecalledPack(
            paper, others: others, try recalled.papers.map { try view.issued(again: $0) }, recalled.breach,
            subject: subject,
            standing: standing, body: body,
            addressees: try Addressees(of: paper, subject, body: body, from: view, as: standing),
            attached: try attached(to: paper, view))
    }

    /// The files that went out with it and are kept still.
    private func attached(to paper: IssuedPaper, _ view: View) throws -> [RecalledPack.Attached] {
        guard let model = try view.contents(paper.model), let lines = try PackDocument(json: model).attached else {
            return []
        }
        return try lines.compactMap { line in
            guard let (matter, file) = try view.attachedFile(named: line.link),
                let contents = try view.attachedContents(file.digest)
            else { return nil }
            return RecalledPack.Attached(
                name: file.name, matter: matter.reference, digest: NewPaper.digest(of: contents))
        }
    }

    /// Throws where the words that got out do not stand in a paper, as far as what it says is kept.
    private func mustSay(_ paper: IssuedPaper, _ view: View) throws {
        guard let words, try view.says(paper, words) == false else { return }
        throw RegisterError.badInput(
            "\(paper.name), issued on \(paper.day.words), does not say those words.",
            remedies: [.say("Give them as they stand in it, or none where that cannot be told.")])
    }

    /// By what it holds; by its name only when it is not there: another of that name may be what went out. Of several of one name
    /// it is the one that says what got out.
    private func found(_ view: View) throws -> IssuedPaper {
        func says(_ paper: IssuedPaper) throws -> Bool {
            try paper.recalled == nil && words.map { try view.says(paper, $0) ?? false } ?? false
        }
        guard let digest else {
            let named = try view.issued(named: fileName)
            guard
                let paper = try named.last(where: says) ?? named.last(where: { $0.recalled == nil }) ?? named.last
            else {
                throw RegisterError.notFound(
                    "No paper was issued with that name or with what that file holds.",
                    remedies: [.deed("issued-packs")])
            }
            return paper
        }
        guard let paper = try view.issued(digest: digest) else {
            try mustBeNoAttachedFile(view)
            throw RegisterError.notFound(
                "What \(fileName) holds was never issued as it stands there.",
                remedies: [
                    .say("Give a copy that was not changed, or the paper's name where no such file lies."),
                    .deed("issued-packs"),
                ])
        }
        if paper.recalled == nil, try !says(paper), let other = try view.issued(named: paper.name).last(where: says) {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "That file, issued on \(paper.day.words), does not say those words: the paper of that "
                        + "name issued on \(other.day.words) does.",
                    remedies: [
                        .say("Give a copy of that one, or its name where no such file lies."), .deed("issued-packs"),
                    ])
            ])
        }
        return paper
    }

    /// Throws for a file that went out with papers: those are recalled, and it is taken out of what is kept.
    private func mustBeNoAttachedFile(_ view: View) throws {
        guard let (matter, file) = try view.attachedFile(named: fileName) else { return }
        let papers = try view.issued(with: file).filter { $0.recalled == nil }.map(\.name)
        guard !papers.isEmpty else { return }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: "\(file.name) is no paper of its own: it went out with \(Sentences.list(papers, "and")).",
                remedies: [.say("Recall each of those."), .deed("redact-file", on: matter.reference)])
        ])
    }

    /// The area that a paper is a matter of: its LAP's, its issue's, or the one that all the issues in it are of.
    private func area(of subject: PackSubject, _ body: Body?, cites: [String], _ view: View) throws -> String? {
        if let area = body?.area ?? (body == nil ? subject.item.text("area") : nil) { return area }
        let areas = Set(try cites.compactMap { try view.item($0).text("area") })
        return areas.count == 1 ? areas.first : nil
    }
}

/// What a recall came to.
public struct RecalledPack: Sendable, Codable {
    /// The names of the files, one for each format.
    public let files: [String]
    /// The day it had been issued.
    public let issued: Day
    /// The name of the paper that went out since and had taken its place already; nil when there is none.
    public let replacedBefore: String?
    /// Other papers that went out and may hold the same, earlier ones of the same name among them.
    public let others: [Other]
    /// The files that went out with it.
    public let attached: [Attached]
    /// SHA-256 of the files.
    let digests: [String]
    /// `B-1`.
    public let breach: String
    /// By when it has to be decided whether the authority is told, and at what time of that day.
    public let decideBy: Day?
    public let decideAt: String?
    public let addressees: Addressees
    public let kind: PackDocument.Kind
    /// The meeting or the issue.
    public let item: String
    /// The number of the item whose minutes it is an extract of; nil for a whole pack.
    public let part: String?
    /// Nil for a letter.
    public let edition: Edition?
    let formats: [String]

    /// A paper that went out, by one of its files.
    public struct Other: Sendable, Codable {
        public let name: String
        public let issued: Day
    }

    /// A file that went out with it.
    public struct Attached: Sendable, Codable {
        public let name: String
        /// What it was attached to.
        public let matter: String
        let digest: String
    }

    init(
        _ paper: IssuedPaper, others: [IssuedPaper], _ papers: [IssuedPaper], _ breach: StoredItem,
        subject: PackSubject,
        standing: Standing,
        body: Body?,
        addressees: Addressees, attached: [Attached]
    ) {
        self.attached = attached
        var seen: Set<String> = []
        files = papers.map(\.name).filter { seen.insert($0).inserted }
        issued = paper.day
        self.others = others.filter { other in
            !papers.contains { $0.name == other.name && $0.number == other.number }
        }.map { Other(name: $0.name, issued: $0.day) }
        digests = papers.map(\.digest) + attached.map(\.digest)
        replacedBefore = papers.allSatisfy { $0.correctedBy != nil } ? papers.last?.correctedBy : nil
        self.breach = breach.reference
        decideBy = breach.due?.on
        decideAt = breach.breach.knownAt
        self.addressees = addressees
        kind = PackDocument.Kind(rawValue: subject.kind) ?? .agenda
        item = subject.item.reference
        part = subject.part
        edition = subject.edition
        var formats: Set<String> = []
        self.formats = papers.map(\.format).filter { formats.insert($0).inserted }
    }
}
