import Foundation
import Packs
import Register
import Workflow

extension Workplace {
    /// Gives out a pack: as it was issued where that stands; otherwise it is made. That reads its papers in one view of the
    /// register, and with that behind it writes them and searches what was written. What is issued is put on record before
    /// anybody has it. On any error nothing new is left. Throws `PackProblem`, and `BackupProblem.insideRegister`, besides
    /// what asking and recording throw.
    ///
    /// - Parameters:
    ///   - folder: made when it is not there.
    ///   - isRead: somebody has read the files that go out with it; only for the public is that asked.
    ///   - environment: where the programs that packs need are looked up: `PATH`, `LAP_TYPST`.
    public func make(
        _ question: some PackQuestion, as formats: [PackWriter.Format], in folder: URL,
        attachedIsRead isRead: Bool = false,
        environment: [String: String], for request: Request
    ) async throws -> MadePack {
        try mustLieOutside(folder)
        let writer = writer(environment)
        switch try read(ReadPack(question: question), for: request) {
        case .kept(let kept):
            return try await give(kept, as: formats, in: folder, by: writer, for: request)
        case .record(let papers):
            if let (kept, then) = papers.standing,
                try writer.document(of: then, for: papers.edition).saysTheSame(as: kept.document)
            {
                return try await give(kept, as: formats, in: folder, by: writer, for: request)
            }
            return try await make(
                papers, as: formats, in: folder, attachedIsRead: isRead, by: writer, for: request)
        }
    }

    /// - Parameter environment: where the programs that packs need are looked up.
    func writer(_ environment: [String: String]) -> PackWriter {
        PackWriter(
            data: share.root.appending(path: "Data").path,
            overrides: [self.folder.appending(path: "templates").path], environment: environment)
    }

    func guarding(_ known: KnownDetails, for request: Request) throws -> PackGuard {
        known.guarding(try share.ordinaryWords()) { issues in try read(ReadOpenTexts(issues: issues), for: request) }
    }

    /// What goes out with a pack. Throws where some of it was erased.
    func attached(to document: PackDocument, for request: Request) throws -> [(name: String, contents: Data)] {
        try document.attached.map { try read(ReadAttached(lines: $0), for: request) } ?? []
    }

    /// No search finds everything in files that come from elsewhere: for the public, somebody who may let words stand there has to have read
    /// them (rule R9).
    private func mustBeRead(
        _ attached: [(name: String, contents: Data)], _ isRead: Bool, for papers: PackPapers
    ) throws {
        guard !attached.isEmpty, !isRead || !papers.isToldFindings else { return }
        guard papers.isToldFindings else {
            throw RegisterError.notPermitted(
                "That files which go out with a paper may go to the public is for those who prepare it to say.",
                remedies: [.say("Ask whoever prepares these papers; once they are issued, they are given out again.")])
        }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: "No search finds every personal detail in what is attached: "
                    + "\(Sentences.list(attached.map(\.name), "and")).",
                remedies: [.say("Read it, in a draft or the members’ edition."), .give([MadePack.attachedIsRead])],
                code: "R9")
        ])
    }

    private func make(
        _ papers: PackPapers, as formats: [PackWriter.Format], in folder: URL, attachedIsRead isRead: Bool,
        by writer: PackWriter, for request: Request
    ) async throws -> MadePack {
        let attached = try attached(to: writer.document(of: papers.pack, for: papers.edition), for: request)
        if papers.edition == .public, papers.stage == .issued { try mustBeRead(attached, isRead, for: papers) }
        // With the draft of what replaces a recalled paper nothing goes out that may be why.
        let given =
            papers.stage == .draft && papers.correction != nil ? [] : try await writer.papers(attached, as: formats)
        do {
            let written = try await writer.write(
                papers.pack, edition: papers.edition, stage: papers.stage, correction: papers.correction,
                difference: papers.difference, formats: formats, papers: given, to: folder.path,
                guarding: guarding(papers.known, for: request)
            ) { files, model in
                guard papers.stage == .issued else { return }
                let pack = papers.pack
                let deed = IssuePack(
                    kind: pack.kind.rawValue, item: pack.subject, edition: pack.hasEditions ? papers.edition : nil,
                    part: pack.part,
                    mentions: try pack.mentions(for: papers.edition), files: files.map(NewPaper.init), model: model)
                _ = try perform(deed, for: request)
            }
            return MadePack(
                files: written.files.map { PackFile($0, papers.stage) },
                attached: try writer.put(given.map(\.file), in: folder.path, isPublic: papers.edition == .public),
                apart: given.compactMap(PaperApart.init),
                suspects: papers.isToldFindings ? try read(ReadTold(findings: written.suspects), for: request) : [])
        } catch let problem as PackProblem where !papers.isToldFindings && !problem.findings.isEmpty {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "As it stands, \(papers.pack.title) cannot be made.",
                    remedies: [.say("Ask whoever prepares these papers: they are told why.")], code: "R9")
            ])
        } catch let problem as PackProblem where !problem.findings.isEmpty {
            throw problem.telling(try read(ReadTold(findings: problem.findings), for: request))
        }
    }

    /// Gives out what was issued; a format that it was not issued in yet is set from what the others were.
    private func give(
        _ kept: KeptPack, as formats: [PackWriter.Format], in folder: URL, by writer: PackWriter, for request: Request
    ) async throws -> MadePack {
        let attached = try attached(to: kept.document, for: request)
        let files = PackWriter.Format.allCases.filter(formats.contains).compactMap { format in
            kept.files[format.rawValue].map {
                PackWriter.ReadyFile(name: $0.name, format: format, contents: $0.contents)
            }
        }
        let missing = formats.filter { kept.files[$0.rawValue] == nil }
        let given = try await writer.papers(attached, as: missing)
        let known = missing.isEmpty ? nil : try read(KnowForKept(paper: kept.paper), for: request)
        let written = try await writer.give(
            files, setting: missing, of: kept.document, name: kept.paper.stem, title: kept.paper.stem,
            edition: kept.edition, papers: given, to: folder.path,
            guarding: known.map { try guarding($0, for: request) }
        ) { files in
            let deed = IssuePack(
                kind: kept.paper.kind, item: kept.paper.item, edition: kept.edition, part: kept.paper.part,
                mentions: kept.paper.cites, files: files.map(NewPaper.init), model: kept.model)
            _ = try perform(deed, for: request)
        }
        return MadePack(
            files: written.map {
                PackFile($0, .issued, of: kept.paper.day, isSetAnew: kept.files[$0.format.rawValue] == nil)
            }, attached: try writer.put(attached, in: folder.path, isPublic: kept.edition == .public),
            apart: given.compactMap(PaperApart.init), suspects: [])
    }
}

private struct ReadPack<Asked: PackQuestion>: InnerQuestion {
    let question: Asked

    func answer(from view: View, as standing: Standing) throws -> AskedPack {
        try question.pack(from: view, as: standing)
    }
}

/// What files that go out with a pack hold; less what was erased since.
private struct ReadAttached: InnerQuestion {
    let lines: [AttachedLine]

    func answer(from view: View, as standing: Standing) throws -> [(name: String, contents: Data)] {
        try lines.compactMap { line in try view.attachedContents(line.id).map { (line.link, $0) } }
    }
}

/// A pack that was made.
public struct MadePack: Sendable, Codable {
    /// The option that says that somebody has read what is attached.
    static let attachedIsRead = "papers-read"

    public let files: [PackFile]
    /// The paths of the files that go out with it.
    public let attached: [String]
    /// Those whose pages a PDF of it does not hold.
    public let apart: [PaperApart]
    /// Words in a draft that somebody has to look at before it is issued.
    public let suspects: [PersonalFinding]
}

/// A PDF that goes out beside a pack alone, and why.
public struct PaperApart: Sendable, Codable {
    public let name: String
    public let why: UnfitPaper

    init?(_ paper: PackPaper) {
        guard let why = paper.unfit else { return nil }
        (name, self.why) = (paper.name, why)
    }
}

extension NewPaper {
    fileprivate init(_ file: PackWriter.ReadyFile) {
        self.init(
            name: file.name, format: file.format.rawValue, contents: file.contents)
    }
}

/// A file of a pack that was written, searched and kept.
public struct PackFile: Sendable, Codable {
    public let path: String
    /// `html`, `pdf`, `docx`, `md`, `json` or `ics`.
    public let format: String
    /// In bytes.
    public let size: Int
    /// `draft` or `issued`.
    public let stage: PackStage
    /// The day on which the paper was issued that this is; nil for one that was made now.
    public let issued: Day?
    /// That paper was not issued in this format before.
    public let isSetAnew: Bool

    init(_ file: PackWriter.WrittenFile, _ stage: PackStage, of issued: Day? = nil, isSetAnew: Bool = false) {
        self.stage = stage
        self.issued = issued
        self.isSetAnew = isSetAnew
        path = file.path
        format = file.format.rawValue
        size = file.size
    }
}
