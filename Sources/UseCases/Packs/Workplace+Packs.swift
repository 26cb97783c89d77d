import Foundation
import Packs
import Workflow

extension Workplace {
    /// Makes a pack: reads its papers in one view of the register, and with that behind it writes them and searches what
    /// was written. On any error nothing new is left. Throws `PackProblem` besides what asking throws.
    ///
    /// - Parameters:
    ///   - folder: made when it is not there.
    ///   - environment: where the programs that packs need are looked up: `PATH`, `LAP_TYPST`.
    public func make(
        _ question: some PackQuestion, as formats: [PackWriter.Format], in folder: URL,
        environment: [String: String], for request: Request
    ) async throws -> [PackFile] {
        let papers = try ask(question, for: request)
        let writer = PackWriter(
            data: share.root.appending(path: "Data").path,
            overrides: [self.folder.appending(path: "templates").path], environment: environment)
        let files = try await writer.write(
            papers.pack, edition: papers.edition, stage: papers.stage, formats: formats, to: folder.path,
            secrets: papers.secrets)
        return files.map { PackFile($0, papers.stage) }
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
