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

    @Test func nobodyElseReadsIt() async throws {
        let scratch = try await Scratch()
        func rights(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: scratch.folder.appending(path: path).path)[
                .posixPermissions] as? Int
        }
        #expect(try rights(".lap") == 0o700)
        for file in try files(scratch, ".lap") { #expect(try rights(".lap/\(file)") == 0o600, "\(file)") }
    }

    /// Without a seat of a body, whoever makes it seats the others and does nothing else.
    @Test(arguments: [[], ["--seat", "registrar"]])
    func whoeverMakesItNeedsNoSeatOfABody(options: [String]) async throws {
        let scratch = try Scratch(empty: ())
        let made = await scratch.run(["init", ".", "--as", "First Person", "--on", "2019-01-07"] + options)
        #expect(made.status == 0, "\(made.complaints)")
        #expect(await scratch.run("member", "list").output.contains("\tregistrar\tFirst Person\t"))
        #expect(await scratch.run("member", "add", "DCO North", "--seat", "north/dco").status == 0)
        #expect(await scratch.run("issue", "list").status == 0)
    }

    @Test func anErasedUserOfTheConfigurationSaysWhatToDo() async throws {
        let scratch = try Scratch(empty: ())
        _ = await scratch.run(["init", ".", "--as", "First Person", "--on", "2019-01-07"])
        for words in [
            ["member", "add", "Second Person", "--seat", "registrar"],
            ["member", "leave", "First Person", "--seat", "registrar", "--to", "2019-07-31", "--as", "Second Person"],
            ["member", "add", "DCO North", "--seat", "north/dco", "--as", "Second Person"],
            ["member", "add", "Information Officer", "--seat", "board/information-officer", "--as", "Second Person"],
            [
                "request", "receive", "--kind", "erasure", "--person", "First Person", "--area", "north", "--asked-by",
                "Themselves", "--relation", "self", "--as", "DCO North",
            ],
            ["request", "check-identity", "R-1", "--identity", "In person", "--as", "DCO North"],
            ["request", "approve", "R-1", "--as", "Information Officer"],
            ["member", "erase", "R-1", "--yes", "--as", "Information Officer"],
        ] {
            let ran = await scratch.run(words)
            #expect(ran.status == 0, "\(words): \(ran.complaints)")
        }
        for words in [["status"], ["member", "add", "Third Person"]] {
            let ran = await scratch.run(words)
            #expect(ran.status == 77)
            for said in ["--as", "LAP_AS", ".lap/config.yaml"] { #expect(ran.complaints.contains(said)) }
        }
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
