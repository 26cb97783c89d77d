import Foundation
import Testing

@testable import LapCommands

/// The chair's update, from the register to the paper that stands.
struct NewsPaperTests {
    private let april = "north-2019-04-30"

    /// A meeting that said and decided something; its minutes are circulated.
    private func told(circulated: Bool = true) async throws -> Season {
        let season = try await Season.heard()
        try await season.assign()
        try await season.does(
            "minutes", "record", april, "8.1", "--discussed", "The wait has grown.", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        guard circulated else { return season }
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        return season
    }

    private func page(_ season: Season, _ words: String..., named: String, on day: String) async throws -> String {
        try await season.does(["pack", "news", april, "--format", "md", "--on", day] + words)
        return try String(
            contentsOf: season.scratch.folder.appending(path: "packs/\(named).md"), encoding: .utf8)
    }

    @Test func itIsADraftUntilTheMinutesAreCirculated() async throws {
        let early = try await told(circulated: false)
        let draft = try await page(early, named: "\(april)-news-public-draft", on: "2019-05-01")
        #expect(draft.contains("Draft. Not issued") && draft.contains("The wait has grown."))
        let season = try await told()
        let text = try await page(season, named: "\(april)-news-public", on: "2019-05-03")
        #expect(
            text.contains("The wait has grown.") && text.contains("Write to every family")
                && text.contains("by 14 June 2019"))
        #expect(text.contains("not agreed yet") && !text.contains("Quokka"))
        #expect(try await season.does("pack", "issued", april).contains("\(april)-news-public.md"))
        #expect(
            try await season.does("pack", "news", april, "--format", "md", "--on", "2019-05-04").contains("as issued"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func aBriefingIsIssuedWithTheMinutesAndPutRightWithThem() async throws {
        let season = try await told()
        try await season.does("pack", "briefing", april, "--format", "md", "--on", "2019-05-03")
        let file = season.scratch.folder.appending(path: "packs/\(april)-briefing-public.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("Write to every family") && !text.contains("The wait has grown."))
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-05-05")
        #expect(try await season.does("status", "--on", "2019-05-06").contains("lap pack briefing \(april)\n"))
        try await season.does("pack", "briefing", april, "--format", "md", "--on", "2019-05-06")
        #expect(try !String(contentsOf: file, encoding: .utf8).contains("Write to every family"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func ofAMeetingThatNobodyWasAtThereIsNone() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        let refused = await season.refusal("pack", "news", april, "--on", "2019-04-12")
        #expect(refused.status == 1 && refused.said.contains("Nobody is recorded as having been at"))
    }

    @Test func whatIsPutRightInTheMinutesIsPutRightHere() async throws {
        let season = try await told()
        _ = try await page(season, named: "\(april)-news-public", on: "2019-05-03")
        let may = "north-2019-05-28"
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-05-03")
        try await season.does("agenda", "build", may, "--on", "2019-05-10")
        try await season.does("meeting", "publish", may, "--on", "2019-05-10")
        try await season.attend(may)
        try await season.does("meeting", "agree-minutes", april, "--agreed-at", may, "--on", "2019-05-28")
        let text = try await page(season, named: "\(april)-news-public", on: "2019-05-29")
        #expect(!text.contains("not agreed yet"))
        // Several are joined, and are a paper of their own.
        try await season.does("minutes", "record", may, "1", "--discussed", "Welcome.", "--on", "2019-05-28")
        try await season.does("meeting", "conclude", may, "--on", "2019-05-28")
        try await season.does(
            "pack", "news", may, "--from", "2019-04-01", "--format", "md", "--draft", "--on", "2019-06-01")
        let joined = try String(
            contentsOf: season.scratch.folder.appending(
                path: "packs/\(may)-news-from-\(april.suffix(10))-public-draft.md"),
            encoding: .utf8)
        #expect(joined.contains("The wait has grown.") && joined.contains("Welcome."))
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, may, "--on", "2019-06-02")
        }
        let words = ["pack", "news", may, "--from", "2019-04-01", "--format", "md", "--on"]
        #expect(try await !season.does(words + ["2019-06-03"]).contains("as issued"))
        #expect(try await season.does(words + ["2019-06-04"]).contains("as issued on 3 June 2019"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func whatAFamilyTakesBackIsOutOfItToo() async throws {
        let season = try await told()
        _ = try await page(season, named: "\(april)-news-public", on: "2019-05-03")
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-05-05")
        #expect(try await season.does("status", "--on", "2019-05-06").contains("lap pack news \(april)\n"))
        let text = try await page(season, named: "\(april)-news-public", on: "2019-05-06")
        #expect(!text.contains("The wait has grown.") && !text.contains("Write to every family"))
    }

    @Test func itIsRecalledAndReplacedLikeAnyPaper() async throws {
        let season = try await told()
        _ = try await page(season, named: "\(april)-news-public", on: "2019-05-03")
        try await season.does(
            "pack", "recall", "packs/\(april)-news-public.md", "--because", "It told too much.", "--on", "2019-05-04")
        let names = try FileManager.default.contentsOfDirectory(
            atPath: season.scratch.folder.appending(path: "packs").path)
        #expect(names.contains { $0.hasPrefix("\(april)-news-public-corrected-1") }, "\(names)")
    }

    /// What another body took in private since, minutes go on printing; a paper made after that tells nothing of it.
    @Test func whatIsToldAnewIsNeutralOnceTheBoardTookItInPrivate_R10() async throws {
        let season = try await Season.heard()
        let april = "north-2019-04-30"
        try await season.propose("N-1")
        try await season.does("minutes", "record", april, "8.1", "--discussed", "Dunnarts wait.", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        #expect(try await season.page("minutes", april, "--on", "2019-05-02").contains("Dunnarts"))
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--as", "Board Secretary", "--on", "2019-05-03")
        try await season.does(
            "issue", "table", "N-1", "--meeting", "board-2019-05-22", "--private", "--private-because", "One family",
            "--as", "Board Secretary", "--on", "2019-05-03")
        #expect(try await season.page("minutes", april, "--on", "2019-05-10").contains("Dunnarts"))
        for kind in ["news", "briefing"] {
            let page = try await season.page(kind, april, "--on", "2019-05-10")
            for told in ["Dunnarts", "Nine-month", "N-1"] { #expect(!page.contains(told), "\(kind), \(told): \(page)") }
        }
    }
}
