import Foundation
import Subprocess
import SystemPackage
import Workflow

/// A program that backups need: `tar`, `age`.
struct Program {
    let name: String
    private let path: String

    /// The first of its name in the folders of `PATH`. Throws `BackupProblem.missing`.
    init(_ name: String, _ environment: [String: String]) throws {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        guard let path = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile) else {
            throw BackupProblem.missing(name)
        }
        self.name = name
        self.path = path
    }

    /// Runs it to the end, in the language that it is programmed in. Throws `BackupProblem.failed`, `.unwritable` when the
    /// disk failed, and `FullDisk` when it found no room.
    ///
    /// - Parameters:
    ///   - problem: what it means when the program says no.
    ///   - place: where it writes to.
    /// - Returns: what it wrote, up to 4 MiB.
    @discardableResult
    func run(failing problem: BackupProblem? = nil, _ arguments: [String], writing place: URL) async throws -> String {
        let result = try? await Subprocess.run(
            .path(.init(path)), arguments: Arguments(arguments), environment: .inherit.updating(["LC_ALL": "C"]),
            output: .string(limit: 4 << 20), error: .string(limit: 1 << 16))
        guard let result, result.terminationStatus.isSuccess else {
            let complaint = (result?.standardError ?? "").lowercased()
            if complaint.contains("no space left") { throw FullDisk(place.path) }
            if complaint.contains("input/output error") { throw BackupProblem.unwritable(name) }
            guard let result else { throw BackupProblem.failed(name, said: "it could not be started") }
            if let problem { throw problem }
            let said = result.standardError.split(separator: "\n").first.map(String.init) ?? ""
            // Ended by the system, such as for a file that was not allowed to grow.
            if said.isEmpty { throw BackupProblem.unwritable(name) }
            throw BackupProblem.failed(name, said: String(said.prefix(200)))
        }
        return result.standardOutput
    }
}
