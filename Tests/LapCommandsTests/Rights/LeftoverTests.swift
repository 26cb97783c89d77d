import Foundation
import Packs
import Testing

@testable import LapCommands

/// What lies beside a register and tells of what was erased from it.
@Suite("What is left beside a register")
struct LeftoverTests {
    private let files = FileManager.default

    private func home(_ season: Season) -> URL { season.scratch.folder.appending(path: ".lap") }

    private func diverted(_ season: Season) async -> Scratch.Ran {
        await season.scratch.run(
            "issue", "divert", "N-1", "--destination", "childrens-services", "--external-reference", "CS-1")
    }

    /// A text as an editor had it whose command was killed, with what the editor itself put beside it.
    private func killed(_ season: Season) throws -> URL {
        let name = ".lap-editing-\(UUID().uuidString)"
        let folder = home(season).appending(path: name)
        try files.createDirectory(at: folder, withIntermediateDirectories: false)
        for file in ["text-detail.txt", ".text-detail.txt.swp", "text-detail.txt~"] {
            try Data("zebrafinch".utf8).write(to: folder.appending(path: file))
        }
        try Data(name.utf8).write(to: folder.appending(path: ".lap-working"))
        return folder
    }

    @Test func theTextOfAKilledEditorGoesWithTheNextCommand() async throws {
        let season = try await Season()
        try await season.raise()
        for words in [["status"], ["backup", "monday", "-n"], ["fsck"], ["issue", "show", "N-1"]] {
            let folder = try killed(season)
            let ran = await season.scratch.run(words, environment: ProcessInfo.processInfo.environment)
            #expect(!files.fileExists(atPath: folder.path), "\(words)")
            #expect(ran.output.contains("Taken away: 1 text of an editor") == (words == ["fsck"]), "\(ran.output)")
        }
        let folder = try killed(season)
        #expect(await diverted(season).status == 0)
        #expect(!files.fileExists(atPath: folder.path))
    }

    @Test func aLivingEditorIsLeftAloneAndNamed() async throws {
        let season = try await Season()
        try await season.raise()
        let editing = try WorkingFolder(in: home(season).path, named: ".lap-editing-")
        defer { editing.remove() }
        let text = URL(filePath: editing.path).appending(path: "text-detail.txt")
        try Data("zebrafinch".utf8).write(to: text)
        let name = URL(filePath: editing.path).lastPathComponent
        let done = await diverted(season)
        #expect(done.status == 0 && done.complaints.contains("in .lap/\(name):"), "\(done.complaints)")
        #expect(files.fileExists(atPath: text.path))
        #expect(try await season.does("fsck").contains("in .lap/\(name):"))
        // What erases nothing has nothing to say.
        #expect(await season.scratch.run("member", "add", "Somebody New").complaints.isEmpty)
    }

    @Test func copiesOfAnUpgradeGoWithAnErasureOrWhenTheRegisterHolds() async throws {
        let season = try await Season()
        try await season.raise()
        let copy = home(season).appending(path: "register.sqlite.schema-1")
        let draft = home(season).appending(path: "register.sqlite.schema-1.\(UUID().uuidString)")
        for _ in 0..<2 {
            for file in [copy, draft] { try files.copyItem(at: season.scratch.register, to: file) }
            _ = await diverted(season)
            if files.fileExists(atPath: copy.path) { try await season.does("fsck") }
            for file in [copy, draft] { #expect(!files.fileExists(atPath: file.path)) }
        }
    }

    @Test func whatIsNotTheRegistersOwnIsListedWhenSomethingIsErased() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.does("show", "N-1")
        #expect(try await !season.does("fsck").contains("Not the register's own"))
        try files.copyItem(at: season.scratch.register, to: home(season).appending(path: "register.sqlite.bak"))
        try files.createDirectory(at: home(season).appending(path: "set-aside"), withIntermediateDirectories: false)
        let done = await diverted(season)
        for name in ["register.sqlite.bak", "set-aside"] {
            #expect(done.complaints.contains("never erased from: .lap/\(name)\n"), "\(done.complaints)")
            #expect(try await season.does("fsck").contains("never erased from: .lap/\(name)\n"))
        }
    }
}
