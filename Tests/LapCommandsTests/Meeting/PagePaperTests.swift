import Foundation
import Testing

@testable import LapCommands

/// A LAP's page for everybody, and its action log on its own.
struct PagePaperTests {
    private let april = "north-2019-04-30"

    /// A meeting that decided something, whose papers were issued in public, and one to come.
    private func told() async throws -> Season {
        let season = try await Season.heard()
        try await season.assign()
        try await season.does(
            "minutes", "record", april, "8.1", "--discussed", "The wait has grown.", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        try await season.does("pack", "minutes", april, "--format", "html", "--on", "2019-05-03")
        try await season.does(
            "meeting", "schedule", "north", "--date", "2019-05-28", "--time", "10:00", "--venue",
            "A high school, Fleetwood", "--on", "2019-05-03")
        return season
    }

    private func made(_ season: Season, _ words: String..., file: String) async throws -> String {
        try await season.does(["pack"] + words + ["--format", "md"])
        return try String(contentsOf: season.scratch.folder.appending(path: "packs/\(file).md"), encoding: .utf8)
    }

    @Test func aPageTellsWhatIsPublicOfALAP() async throws {
        let season = try await told()
        let page = try await made(season, "page", "north", "--on", "2019-05-04", file: "north-page-public")
        for told in [
            "A high school, Fleetwood", "28 May 2019", "Write to every family", "\(april)-minutes-public.html",
            "neither a complaint nor an appeal",
        ] { #expect(page.contains(told), "\(told): \(page)") }
        for secret in ["Quokka", "zebrafinch", "Social Care North", "The wait has grown."] {
            #expect(!page.contains(secret), "\(secret)")
        }
        #expect(try await season.does("pack", "issued").contains("north-page-public.md"))
        // What is as it was is given out as it was, whatever the day; what is new is made anew.
        let again = try await season.does("pack", "page", april, "--format", "md", "--on", "2019-05-06")
        #expect(again.contains("as issued on 4 May 2019"), "\(again)")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-25", "--on", "2019-05-06")
        let later = try await made(season, "page", "north", "--on", "2019-05-06", file: "north-page-public")
        #expect(later.contains("25 June 2019") || later.contains("25 Jun 2019"), "\(later)")
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    /// What may be in no paper any more is on the page no longer, and whoever keeps it is told.
    @Test func aPageForgetsWhatMayBeInNoPaper() async throws {
        let season = try await told()
        _ = try await made(season, "page", "north", "--on", "2019-05-04", file: "north-page-public")
        try await season.does("issue", "withdraw-consent", "N-1", "--on", "2019-05-05")
        #expect(try await season.does("status", "--on", "2019-05-06").contains("lap pack page "))
        let page = try await made(season, "page", "north", "--on", "2019-05-06", file: "north-page-public")
        #expect(!page.contains("Write to every family"), "\(page)")
        let recalled = try await season.does(
            "pack", "recall", "packs/north-page-public.md", "--because", "A name", "--at", "10am", "--on", "2019-05-07")
        #expect(recalled.contains("north-page-public.md, issued on 6 May 2019: recalled."), "\(recalled)")
    }

    @Test func whatIsNoBodyOrHasNoMeetingHasNoPage() async throws {
        let season = try await Season()
        let unknown = await season.refusal("pack", "page", "narnia")
        #expect(unknown.status == 66 && unknown.said.contains("Known: north"), "\(unknown)")
        let early = await season.refusal("pack", "page", "north")
        #expect(early.status == 1 && early.said.contains("has no meeting yet"), "\(early)")
    }

    @Test func anActionLogIsWholeOrOnePersons() async throws {
        let season = try await told()
        let all = try await made(season, "log", "north", "--on", "2019-05-04", file: "north-log-public")
        #expect(all.contains("A-1") && all.contains("Write to every family") && !all.contains("Social Care North"))
        let own = try await season.does(
            "pack", "log", "north", "--lead", "Social Care North", "--format", "md", "--on", "2019-07-01")
        let name = try #require(own.firstMatch(of: /packs\/(north-log-[a-z0-9-]+-members\.md)/)?.1)
        let log = try String(
            contentsOf: season.scratch.folder.appending(path: "packs/\(name)"), encoding: .utf8)
        #expect(
            log.contains("Actions of Social Care North") && log.contains("A-1") && log.contains("Overdue"), "\(log)")
        let others = try await season.does(
            "pack", "log", "north", "--lead", "SENCO North", "--format", "md", "--on", "2019-07-01")
        let other = try #require(others.firstMatch(of: /packs\/(north-log-[a-z0-9-]+-members\.md)/)?.1)
        #expect(
            try !String(contentsOf: season.scratch.folder.appending(path: "packs/\(other)"), encoding: .utf8)
                .contains("A-1"))
        let named = await season.refusal("pack", "log", "north", "--lead", "SENCO North", "--edition", "public")
        #expect(named.status == 65 && named.said.contains("names nobody"), "\(named)")
        let nobody = await season.refusal("pack", "log", "north", "--lead", "Nobody Here")
        #expect(nobody.status == 66, "\(nobody)")
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    /// A meeting's venue is a text like any other: it is looked at before everybody reads it.
    @Test func aPageIsNotIssuedWhileAVenueMayNameAFamily_R9() async throws {
        let season = try await told()
        for venue in ["The home of the Quokkas", "Quokka House, Fleetwood"] {
            try await season.does("meeting", "edit", "north-2019-05-28", "--venue", venue, "--on", "2019-05-04")
            let refused = await season.refusal("pack", "page", "north", "--format", "md", "--on", "2019-05-04")
            #expect(refused.status == 1 && refused.said.contains("venue of the next meeting"), "\(venue): \(refused)")
        }
        try await season.does(
            "meeting", "edit", "north-2019-05-28", "--venue", "Young House, Fleetwood", "--on", "2019-05-04")
        _ = try await made(season, "page", "north", "--on", "2019-05-04", file: "north-page-public")
    }

    /// Whom to tell about access is told of a meeting to come, and is nobody to bring a concern to.
    @Test func aPageSendsNobodyToThePlaceOfAMeetingThatIsOver() async throws {
        let season = try await told()
        for (meeting, contact) in [(april, "the past office"), ("north-2019-05-28", "the DCO office")] {
            let isOver = meeting == april
            let ran = await season.refusal(
                "meeting", "edit", meeting, "--access-contact", contact, "--on", isOver ? "2019-05-03" : "2019-05-04")
            #expect(ran.status == 0 || isOver, "\(ran)")
            guard !isOver else { continue }
            let page = try await made(season, "page", "north", "--on", "2019-05-04", file: "north-page-public")
            #expect(page.contains("DCO office") && !page.contains("past office"), "\(page)")
            #expect(page.contains("Tell the Designated Clinical Officer of your area."), "\(page)")
        }
        try await season.does(
            "meeting", "schedule", "board", "--date", "2019-05-22", "--access-contact", "the office at County Hall",
            "--as", "Board Secretary", "--on", "2019-05-03")
        let board = try await made(
            season, "page", "board", "--as", "Board Secretary", "--on", "2019-05-04", file: "board-page-public")
        #expect(!board.contains("Tell: the office") && !board.contains("**Tell**"), "\(board)")
        #expect(board.contains("Tell the Designated Clinical Officer of your area."), "\(board)")
    }
}
