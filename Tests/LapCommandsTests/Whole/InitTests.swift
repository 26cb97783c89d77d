import Foundation
import Testing

@testable import LapCommands

/// A register is made whole or not at all, and nothing that was there is touched.
@Suite("lap init")
struct InitTests {
    private func files(_ scratch: Scratch, _ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.appending(path: folder).path).sorted()
    }

    @Test func makesOneFileAndRemembersWhoMadeIt() async throws {
        let scratch = try await Scratch()
        #expect(try files(scratch, ".lap") == ["config.yaml", "register.sqlite"])
        #expect(await scratch.run("member", "list").output.contains("\tregistrar\tDCO North\t"))
    }

    @Test func whatFailsLeavesWhatWasThere() async throws {
        let scratch = try await Scratch()
        let own = scratch.folder.appending(path: "other/.lap/workflows")
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        try scratch.write("nothing that can be read", to: "other/.lap/workflows/plan-action.yaml")
        let ran = await scratch.run(
            "init", "other", "--as", "DCO South", "--seat", "board/dco-admin")
        #expect(ran.status == 78, "\(ran.complaints)")
        #expect(try files(scratch, "other/.lap") == ["workflows"])
        #expect(try files(scratch, "other/.lap/workflows") == ["plan-action.yaml"])
    }

    @Test func aSeatThatThereIsNotMakesNoFolder() async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run("init", "a/b", "--as", "DCO South", "--seat", "board/dco-admin")
        #expect(ran.status == 65, "\(ran.complaints)")
        #expect(!FileManager.default.fileExists(atPath: scratch.folder.appending(path: "a").path))
    }
}
