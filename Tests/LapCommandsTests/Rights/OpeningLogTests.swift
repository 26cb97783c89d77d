import Foundation
import Testing

@testable import LapCommands

/// Whoever was shown something confidential stands in a log.
struct OpeningLogTests {
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        // Whoever logs a concern is shown what became of it, and stands in the log for that.
        try FileManager.default.removeItem(at: season.scratch.folder.appending(path: ".lap/opened"))
        return season
    }

    private func log(_ season: Season, _ words: String...) async throws -> [[String]] {
        try await season.does(["log", "--opened", "--as", "Information Officer"] + words).split(separator: "\n").map {
            $0.split(separator: "\t").map(String.init)
        }
    }

    @Test func whoeverIsShownAContactIsLoggedAndNobodyElse() async throws {
        let season = try await season()
        try await season.does("issue", "list")
        try await season.does("show", "N-1", "--as", "SENCO North")
        #expect(try await log(season).isEmpty)
        try await season.does("show", "N-1")
        let lines = try await log(season, "N-1")
        #expect(lines.map { $0[1] } == ["DCO North"] && lines[0][2] == "N-1")
        #expect(lines[0][3].contains("contact") && lines[0][3].contains("detail") && !lines[0][3].contains("narrative"))
    }

    @Test func theWordsOfASearchAreNotKept() async throws {
        let season = try await season()
        try await season.does("search", "zebrafinch")
        #expect(try await log(season).map { $0[3] } == ["detail"])
        let folder = season.scratch.folder.appending(path: ".lap/opened")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files == ["2019-08.jsonl"])
        let text = try String(contentsOf: folder.appending(path: files[0]), encoding: .utf8)
        #expect(!text.contains("zebrafinch") && !text.contains("DCO North"))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.appending(path: files[0]).path)
        #expect(mode[.posixPermissions] as? Int == 0o600)
    }

    @Test func whatCannotBeLoggedIsNotShown() async throws {
        let season = try await season()
        try season.scratch.write("no folder", to: ".lap/opened")
        let listed = await season.scratch.run("issue", "list")
        #expect(listed.status == 0)
        let refused = await season.scratch.run("show", "N-1")
        #expect(refused.status != 0 && refused.output.isEmpty)
        try await season.does("show", "N-1", "--as", "SENCO North")
    }

    @Test(arguments: ["/dev/null", "elsewhere", "folder"])
    func whatWouldBeLoggedElsewhereIsNotShown(target: String) async throws {
        let season = try await season()
        let files = FileManager.default
        let folder = season.scratch.folder.appending(path: ".lap/opened")
        if target == "folder" {
            let other = season.scratch.folder.appending(path: "other")
            try files.createDirectory(at: other, withIntermediateDirectories: false)
            try files.createSymbolicLink(at: folder, withDestinationURL: other)
        } else {
            try season.scratch.write("", to: "elsewhere")
            try files.createDirectory(at: folder, withIntermediateDirectories: false)
            try files.createSymbolicLink(
                atPath: folder.appending(path: "2019-08.jsonl").path,
                withDestinationPath: target == "elsewhere"
                    ? season.scratch.folder.appending(path: target).path : target)
        }
        let refused = await season.scratch.run("show", "N-1")
        #expect(refused.status == 73 && refused.output.isEmpty && refused.complaints.contains("cannot be written"))
        #expect(await season.scratch.run("issue", "list").status == 0)
    }

    @Test func aLogThatIsAPipeOrHasTwoNamesIsNone() async throws {
        let season = try await season()
        let folder = season.scratch.folder.appending(path: ".lap/opened")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        let file = folder.appending(path: "2019-08.jsonl")
        #expect(mkfifo(file.path, 0o600) == 0)
        #expect(await season.scratch.run("show", "N-1").status == 73)
        unlink(file.path)
        try Data().write(to: file)
        #expect(link(file.path, season.scratch.folder.appending(path: "second").path) == 0)
        #expect(await season.scratch.run("show", "N-1").status == 73)
    }

    @Test func aClockThatIsFastForOnceTakesNothingAway() async throws {
        let season = try await season()
        try await season.does("show", "N-1")
        _ = try await season.said(on: "2020-09-04", "show", "N-1")
        #expect(try await log(season).map { $0[0].prefix(7) } == ["2020-09", "2019-08"])
        // Put right, it goes on from what was there.
        _ = try await season.said(on: "2019-09-02", "show", "N-1")
        #expect(try await log(season).map { $0[0].prefix(7) } == ["2020-09", "2019-09", "2019-08"])
    }

    @Test func aCopyOfALetterAndABackupAreLogged() async throws {
        var season = try await season()
        season.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        try await season.does("backup", "monday")
        #expect(try await log(season).map { [$0[1], $0[2], $0[3]] } == [["DCO North", "everything", "backup"]])
        try await season.does("backup", "tuesday", "-n")
        #expect(try await log(season).count == 1)
    }

    @Test func theLogIsKeptForTwelveMonths() async throws {
        let season = try await season()
        try await season.does("show", "N-1")
        _ = try await season.said(on: "2020-07-31", "show", "N-1")
        #expect(try await log(season).count == 2)
        _ = try await season.said(on: "2020-09-01", "show", "N-1")
        #expect(try await log(season).map { $0[0].prefix(7) } == ["2020-09", "2020-07"])
    }
}
