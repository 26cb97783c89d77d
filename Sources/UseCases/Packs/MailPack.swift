import Foundation
import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// A message with a paper that was issued, to those who may have it: it is prepared, and sent by a person.
public struct PreparedMail: Sendable, Codable {
    public struct Addressee: Sendable, Codable {
        public let name: String
        public let role: String
    }

    public let path: String
    public let edition: String
    /// The names of the files that go with it.
    public let attached: [String]
    public let to: [Addressee]
    /// Those who may have it, and of whom no address is on record.
    public let unreachable: [Addressee]
}

extension Workplace {
    /// Prepares a message for each edition of a meeting's paper that was issued and stands. For whom is put on record before the
    /// messages are there.
    ///
    /// - Parameters:
    ///   - kind: which of its papers; nil for its minutes once they went out, before that its agenda.
    ///   - edition: only of this one; nil for all that were issued.
    ///   - environment: where the programs that packs need are looked up.
    public func mail(
        _ meeting: String, _ kind: PackDocument.Kind?, edition: Edition?, to folder: URL,
        environment: [String: String], for request: Request
    ) throws -> Done<[PreparedMail]> {
        try mustLieOutside(folder)
        let drafts = try read(DraftMail(meeting: meeting, kind: kind, edition: edition), for: request)
        let writer = writer(environment)
        let messages = try drafts.map { draft in
            let files = draft.kept.files.values.sorted { $0.name < $1.name }.map { ($0.name, $0.contents) }
            let text = draft.text
            // What it says, the paper says.
            try writer.mustSayNoMore(
                text, than: draft.kept.document, title: draft.kept.paper.stem,
                guarding: guarding(draft.known, for: request))
            let message = MailMessage(
                from: draft.from, unseenTo: draft.to.compactMap(\.person.email), subject: draft.kept.document.title,
                text: text, files: files + draft.attached)
            return (name: "\(draft.kept.paper.stem).eml", contents: message.data)
        }
        let done = try perform(
            MailPack(papers: drafts.map { ($0.kept.paper, $0.to.map(\.person)) }), for: request)
        let paths = try writer.put(messages, in: folder.path, isPublic: false)
        return done.mapping { _ in
            zip(drafts, paths).map { draft, path in
                PreparedMail(
                    path: path, edition: draft.kept.edition?.rawValue ?? "",
                    attached: draft.kept.files.values.map(\.name).sorted() + draft.attached.map(\.name),
                    to: draft.to.map { .init(name: $0.person.name, role: $0.role) },
                    unreachable: draft.unreachable.map { .init(name: $0.person.name, role: $0.role) })
            }
        }
    }
}

/// What a message is made of.
private struct MailDraft: Sendable {
    let kept: KeptPack
    let attached: [(name: String, contents: Data)]
    let known: KnownDetails
    let from: String
    let to: [(person: Person, role: String)]
    let unreachable: [(person: Person, role: String)]

    /// What it is, for whom, and what goes with it.
    var text: String {
        let document = kept.document
        var lines = ["\(document.heading), \(document.subheading)", document.organisation, ""]
        lines += [document.edition, document.marking, document.markingReason, document.draft].compactMap(\.self).map {
            $0.hasSuffix(".") ? $0 : "\($0)."
        }
        let names = kept.files.values.map(\.name).sorted() + attached.map(\.name)
        return (lines + ["", "Attached:"] + names.map { "- \($0)" } + [""]).joined(separator: "\r\n")
    }
}

/// Which papers of a meeting can be sent, and to whom.
private struct DraftMail: InnerQuestion {
    let meeting: String
    let kind: PackDocument.Kind?
    let edition: Edition?

    func answer(from view: View, as standing: Standing) throws -> [MailDraft] {
        let meeting = try view.item(meeting, workflow: "meeting")
        let body = try view.body(of: meeting)
        guard standing.may(.readAddresses) else {
            throw RegisterError.notPermitted(
                "A message needs the addresses of those who get it, which you may not see.",
                remedies: [.say("Ask whoever keeps the list of members.")])
        }
        let kind = kind ?? (meeting.meeting.circulatedOn == nil ? .agenda : .minutes)
        let subjects = (edition.map { [$0] } ?? Edition.allCases).map { PackSubject(kind, of: meeting, $0) }
        if let only = edition { try standing.must(only.permission, at: body) }
        let drafts = try subjects.filter { try $0.may($0.making, as: standing, from: view) }.compactMap {
            try draft($0, at: body, view, standing)
        }
        guard !drafts.isEmpty else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence:
                        "No \(kind.rawValue) paper of \(meeting.reference) that you may send was issued and still stands.",
                    remedies: [.deed("make-\(kind.rawValue)-paper", on: meeting.reference)])
            ])
        }
        return drafts
    }

    private func draft(
        _ subject: PackSubject, at body: Body, _ view: View, _ standing: Standing
    ) throws -> MailDraft? {
        guard let kept = try subject.kept(from: view), try !view.isOutdated(kept.paper) else { return nil }
        guard let from = standing.person.email else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "There is no address of yours on record for the message to come from.",
                    remedies: [.deed("give-address", on: standing.person.name)])
            ])
        }
        let entitled = try subject.entitled(at: body, on: view.today, from: view)
        return MailDraft(
            kept: kept,
            attached: try (kept.document.attached ?? []).compactMap { line in
                try view.attachedContents(line.id).map { (line.link, $0) }
            }, known: try KnowForKept(paper: kept.paper).answer(from: view, as: standing), from: from,
            to: entitled.filter { $0.person.email != nil }, unreachable: entitled.filter { $0.person.email == nil })
    }
}

/// Records for whom messages were prepared.
private struct MailPack: Deed {
    let papers: [(paper: IssuedPaper, to: [Person])]
    let name = "mail-pack"

    /// Answers with the names of the papers.
    func perform(in operation: Operation, as standing: Standing) throws -> [String] {
        for (paper, people) in papers {
            let subject = try PackSubject(paper, from: operation.view)
            try subject.must(subject.making, as: standing, from: operation.view)
            guard try operation.view.issued(again: paper).recalled == nil else {
                throw RegisterError.refused([
                    Reason(
                        kind: .rule, sentence: "\(paper.stem) was recalled meanwhile.",
                        remedies: [.deed("issued-packs")])
                ])
            }
            try operation.mail(paper, to: people)
        }
        return papers.map(\.paper.stem)
    }
}
