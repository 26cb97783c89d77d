import Foundation
import Testing

@testable import LapCommands

@Suite("lap config")
struct ConfigTests {
    private let season: Season
    private let home: URL

    init() async throws {
        season = try await Season()
        home = season.scratch.folder.appending(path: "home")
    }

    private func configure(_ text: String) throws {
        let folder = home.appending(path: ".config/lap")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: "config.yaml"))
    }

    private func run(_ words: String..., environment: [String: String] = [:]) async -> Scratch.Ran {
        await season.scratch.run(words, environment: environment.merging(["HOME": home.path]) { $1 })
    }

    @Test func eachValueIsToldWithWhereItComesFrom() async throws {
        try configure("user: SENCO North\npager: more\ncolor: never\naliases:\n  mine: issue list --waiting-for me\n")
        let told = await run("config", environment: ["LAP_ON": "2019-07-01", "PAGER": "most"]).output
        for line in [
            "day\t2019-07-01\tLAP_ON", "pager\tmore\t~/.config/lap/config.yaml",
            "color\tnever\t~/.config/lap/config.yaml",
            "alias mine\tissue list --waiting-for me\t~/.config/lap/config.yaml", "editor\tnano\tthe program",
        ] { #expect(told.contains(line + "\n"), "\(line) in \(told)") }
        // The register names somebody before the user's file does.
        #expect(told.contains(/user\t.*\t.lap\/config.yaml\n/), "\(told)")
        #expect(await run("config", "--as", "Chair North").output.contains("user\tChair North\t--as\n"))
    }

    @Test func whoActsIsTakenFromTheUsersFileLast() async throws {
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: ".lap/config.yaml"))
        #expect(await run("tick").status == 77)
        #expect(await !run("config").output.contains("user\t"))
        try configure("user: DCO North\n")
        #expect(await run("tick").status == 0)
        try configure("user: Nobody\n")
        let refused = await run("tick")
        #expect(refused.status != 0 && refused.complaints.contains("lap config"), "\(refused.complaints)")
    }

    @Test func anAliasStandsForTheBeginningOfACommandLine() async throws {
        try await season.raise()
        try configure("aliases:\n  all: issue list --columns ref\n  status: issue list\n  odd: nonsense\n")
        #expect(await run("all").output == "N-1\n")
        #expect(await run("all", "--overdue", "--on", "2019-04-01").output.isEmpty)
        // A command of lap's own is never an alias.
        #expect(await run("status").output != run("issue", "list").output)
        let refused = await run("odd")
        #expect(
            refused.status == 78 && refused.complaints.contains("stands for no command line"), "\(refused.complaints)")
        try configure("aliases: 3\nnonsense: 1\n")
        #expect(await run("all").status == 78)
        // What needs nothing of it goes on.
        #expect(await run("--version").status == 0)
    }

    @Test func aProgramOnThePathIsACommand() async throws {
        let folder = season.scratch.folder.appending(path: "bin")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["lap-tally", "lap-status"] {
            let file = folder.appending(path: name)
            try Data("#!/bin/sh\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        let path = ["PATH": folder.path + ":/usr/bin"]
        let ran = await run("tally", "N-1", "--fast", environment: path)
        #expect(ran.status == 7 && ran.complaints == "ran lap-tally N-1 --fast\n", "\(ran.complaints)")
        #expect(await run("status", environment: path).status == 0)
        let unknown = await run("tallly", environment: path)
        #expect(unknown.status == 64 && unknown.complaints.contains("no command"), "\(unknown.complaints)")
    }

    @Test func colourIsForTerminalsAndAsItIsAskedFor() async throws {
        try await season.raise()
        let bold = "\u{1B}[1m"
        func shown(_ words: [String], _ environment: [String: String]) async -> String {
            let terminal = TerminalConsole()
            _ = await season.scratch.run(words, at: terminal, environment: environment)
            return terminal.output
        }
        let list = ["issue", "list", "--on", "2019-07-01"]
        let colour = ["NO_COLOR": "", "HOME": home.path]
        let shownByDefault = await shown(list, colour)
        #expect(shownByDefault.contains(bold) && shownByDefault.contains("\u{1B}[31m2019-04"), "\(shownByDefault)")
        #expect(await !shown(list, ["HOME": home.path]).contains(bold))
        #expect(await shown(list + ["--color", "always"], ["HOME": home.path]).contains(bold))
        #expect(await !shown(list + ["--color", "never"], colour).contains(bold))
        try configure("color: never\n")
        #expect(await !shown(list, colour).contains(bold))
        #expect(await !run("issue", "list").output.contains(bold))
    }
}
