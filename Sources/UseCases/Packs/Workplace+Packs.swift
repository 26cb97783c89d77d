import Foundation
import Packs
import Register
import Workflow

extension Workplace {
    /// Makes a pack: reads its papers in one view of the register, and with that behind it writes them and searches what
    /// was written. What is issued is put on record before anybody has it. On any error nothing new is left. Throws
    /// `PackProblem`, and `BackupProblem.insideRegister`, besides what asking and recording throw.
    ///
    /// - Parameters:
    ///   - folder: made when it is not there.
    ///   - environment: where the programs that packs need are looked up: `PATH`, `LAP_TYPST`.
    public func make(
        _ question: some PackQuestion, as formats: [PackWriter.Format], in folder: URL,
        environment: [String: String], for request: Request
    ) async throws -> MadePack {
        try mustLieOutside(folder)
        let papers = try read(ReadPapers(question: question), for: request)
        let writer = PackWriter(
            data: share.root.appending(path: "Data").path,
            overrides: [self.folder.appending(path: "templates").path], environment: environment)
        let guarding = papers.known.guarding(try share.ordinaryWords()) { issues in
            try read(ReadOpenTexts(issues: issues), for: request)
        }
        let written: PackWriter.WrittenPack
        do {
            written = try await writer.write(
                papers.pack, edition: papers.edition, stage: papers.stage, correction: papers.correction,
                formats: formats, to: folder.path, guarding: guarding
            ) { files in
                guard papers.stage == .issued else { return }
                let papers = IssuePack(papers: papers, files: files.map(NewPaper.init))
                _ = try perform(papers, for: request)
            }
        } catch let problem as PackProblem where !papers.isToldFindings && !problem.findings.isEmpty {
            throw RegisterError.refused([
                Reason(
                    kind: .rule,
                    sentence: "As it stands, \(papers.pack.title) cannot be made.",
                    remedies: [.say("Ask whoever prepares these papers: they are told why.")], code: "R9")
            ])
        }
        return MadePack(
            files: written.files.map { PackFile($0, papers.stage) },
            suspects: papers.isToldFindings ? written.suspects : [])
    }
}

private struct ReadPapers<Asked: PackQuestion>: InnerQuestion {
    let question: Asked

    func answer(from view: View, as standing: Standing) throws -> PackPapers {
        try question.papers(from: view, as: standing)
    }
}

/// A pack that was made.
public struct MadePack: Sendable, Codable {
    public let files: [PackFile]
    /// Words in a draft that somebody has to look at before it is issued.
    public let suspects: [PersonalFinding]
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
    /// `html` or `pdf`.
    public let format: String
    /// In bytes.
    public let size: Int
    /// `draft` or `issued`.
    public let stage: PackStage

    init(_ file: PackWriter.WrittenFile, _ stage: PackStage) {
        self.stage = stage
        path = file.path
        format = file.format.rawValue
        size = file.size
    }
}
