import SystemPackage
import Foundation
import Subprocess

/// A program that packs need.
struct Tool {
    let name: String
    let path: String
    /// Arguments that come before a run's own.
    var prefix: [String] = []

    /// The first of its name in the folders of `PATH`.
    static func onPath(_ name: String, _ environment: [String: String]) -> String? {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { isProgram($0) }
    }

    static func isProgram(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return false
        }
        return FileManager.default.isExecutableFile(atPath: path)
    }

    /// Runs it to the end. What it writes is kept up to 64 MiB; what it complains about becomes the problem.
    func run(_ arguments: [String]) async throws -> [UInt8] {
        let result: ExecutionResult<Void, BytesOutput, StringOutput<Unicode.UTF8>>
        do {
            result = try await Subprocess.run(
                .path(.init(path)), arguments: Arguments(prefix + arguments), output: .bytes(limit: 64 << 20),
                error: .string(limit: 1 << 20))
        } catch {
            throw PackProblem.toolFailed(name: name, said: "it could not be run")
        }
        guard result.terminationStatus.isSuccess else {
            let said = result.standardError.oneLine
            throw PackProblem.toolFailed(name: name, said: String(said.prefix(300)))
        }
        return result.standardOutput
    }
}
