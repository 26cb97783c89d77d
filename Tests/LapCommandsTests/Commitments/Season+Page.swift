import Foundation
import Testing

@testable import LapCommands

extension Season {
    /// The one page that a pack is made as.
    func page(_ words: String...) async throws -> String {
        try await does(["pack"] + words + ["--format", "html", "--to", "packs"])
        let folder = scratch.folder.appending(path: "packs")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
        let text = try String(contentsOf: folder.appending(path: #require(names.first)), encoding: .utf8)
        try FileManager.default.removeItem(at: folder)
        return text
    }
}
