import Foundation
import PlainPDF
import Testing

@testable import LapCommands

/// What is to go out is looked through before; what went out is the same in every format.
struct PackCheckTests {
    private let april = "north-2019-04-30"

    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise(
            "--summary",
            "The CETR process necessitates considerable interdisciplinary reconsideration of all plans here")
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("issue", "schedule", "N-1", "--meeting", april, "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        return season
    }

    private func checked(_ season: Season, _ words: String...) async -> Scratch.Ran {
        await season.scratch.run(
            ["pack", "check", april, "--on", "2019-04-03"] + words, environment: season.environment, now: season.now)
    }

    @Test func aCheckTellsHowPapersReadAndWhatWouldStopThem() async throws {
        let season = try await season()
        let clear = await checked(season)
        #expect(clear.status == 0, "\(clear.complaints)")
        #expect(
            clear.output.contains("Nothing that people typed would stop the public edition of the agenda of \(april)."))
        #expect(clear.output.contains("Reading age: "))
        #expect(clear.output.contains("item 8.1, title ("))
        #expect(clear.output.contains("Short forms that are not explained:\n  CETR\n"))
        #expect(clear.output.contains("lap agenda check \(april)"))
        try await season.does(
            "agenda", "add", april, "--under", "14", "--title", "Call 07700 900123 about it", "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        let found = await checked(season)
        #expect(found.status == 1)
        #expect(
            found.output.contains("Would stop") && found.output.contains("telephone")
                && !found.output.contains("900123"))
    }

    @Test func aCheckSearchesTheFilesThemselvesAndKeepsNone() async throws {
        let season = try await season()
        let clear = await checked(season, "--format", "html,docx,md,json")
        #expect(clear.status == 0, "\(clear)")
        #expect(clear.output.contains("Nothing in its files (html, docx, md, json) would stop the public edition"))
        #expect(!FileManager.default.fileExists(atPath: season.scratch.folder.appending(path: "packs").path))
        try await season.does(
            "agenda", "add", april, "--under", "14", "--title", "Call 07700 900123 about it", "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        let found = await checked(season, "--format", "md")
        #expect(found.status == 1 && found.output.contains("telephone") && !found.output.contains("900123"))
        #expect(await checked(season, "--format", "rtf").status == 64)
    }

    @Test func aCheckNamesPapersWithoutTags() async throws {
        var season = try await season()
        season.environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
        try await season.does("pack", "agenda", april, "--format", "pdf", "--on", "2019-04-03")
        let folder = season.scratch.folder
        let own = try Data(contentsOf: folder.appending(path: "packs/\(april)-agenda-public-draft.pdf"))
        try own.write(to: folder.appending(path: "tagged.pdf"))
        try PlainPDF().data.write(to: folder.appending(path: "bare.pdf"))
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Posts", "--summary", "How many posts are filled.",
            "--paper", "tagged.pdf", "--paper", "bare.pdf", "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        let told = await checked(season)
        #expect(told.output.contains("PDFs without tags"), "\(told)")
        #expect(told.output.contains("m-1-paper-2.pdf") && !told.output.contains("m-1-paper-1.pdf"))
    }

    @Test func aCheckIsForThoseWhoPrepareThePapers() async throws {
        let season = try await season()
        let refused = await checked(season, "--as", "Health North")
        #expect(refused.status == 77 && !refused.output.contains("Reading age"))
    }

    /// What stands in the place of what is private nobody typed.
    @Test func theRegistersOwnWordsAreNotLookedAt() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", april, "--private", "--private-because",
            "It could tell who they are", "--on", "2019-04-03")
        try await season.does("agenda", "build", april, "--on", "2019-04-03")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        try await season.does(
            "minutes", "record", april, "16.1", "--discussed", "It was talked of", "--on", "2019-04-30")
        let clear = await season.scratch.run(
            ["pack", "check", april, "--on", "2019-04-30"], environment: season.environment, now: season.now)
        #expect(clear.status == 0, "\(clear.output)")
    }

    @Test func otherFormatsOfAnIssuedPackAreSetFromWhatWasIssued() async throws {
        let season = try await season()
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        let made = ["pack", "agenda", april, "--to", "packs", "--on", "2019-04-10"]
        try await season.does(made + ["--format", "html"])
        let told = try await season.does(made + ["--format", "docx,md,json"])
        #expect(told.matches(of: /set from what was issued on 10 April 2019/).count == 3)
        let folder = season.scratch.folder.appending(path: "packs")
        let markdown = try String(
            contentsOf: folder.appending(path: "\(april)-agenda-public.md"), encoding: .utf8)
        #expect(markdown.contains("The CETR process"))
        let again = try await season.does(made + ["--format", "docx,md,json"])
        #expect(again.matches(of: /as issued on 10 April 2019/).count == 3)
    }
}
