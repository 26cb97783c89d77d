import Foundation
import Ledger
import Subprocess
import SystemPackage

/// The program `dot`, which lays pictures out.
enum Graphviz {
    /// A picture in SVG. Throws a failure that says how to get the program when it is not there.
    static func svg(_ dot: String, _ context: Context) async throws -> String {
        let folders = (context.environment["PATH"] ?? "").split(separator: ":")
        let candidates = folders.map { "\($0)/dot" }
        guard let program = candidates.first(where: FileManager.default.isExecutableFile) else {
            throw Failure(
                .configuration, "SVG needs Graphviz, whose program dot is not on the PATH.",
                hint: "Install the package graphviz, or take --format dot or mermaid.")
        }
        let ended = try await Subprocess.run(
            .path(.init(program)), arguments: ["-Tsvg"], input: .string(dot), output: .string(limit: 16 << 20),
            error: .string(limit: 1 << 16))
        guard ended.terminationStatus.isSuccess, !ended.standardOutput.isEmpty else {
            throw Failure(
                .failed, "Graphviz could not draw it: \(Printed.safe(ended.standardError, limit: 200))",
                hint: "Look at what it was given with --format dot.")
        }
        return ended.standardOutput
    }
}
