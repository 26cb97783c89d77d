import Foundation
import Testing

@testable import LapCommands

extension Season {
    /// The one page that a pack is made as, alone in its folder: an earlier draft that lies there would be read instead.
    func page(_ words: String...) async throws -> String { try await page(words) }

    func page(_ words: [String]) async throws -> String {
        let folder = scratch.folder.appending(path: "page")
        try await does(["pack"] + words + ["--format", "html", "--to", "page"])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
        try #require(names.count == 1, "\(names)")
        let text = try String(contentsOf: folder.appending(path: names[0]), encoding: .utf8)
        try FileManager.default.removeItem(at: folder)
        return text
    }
}
