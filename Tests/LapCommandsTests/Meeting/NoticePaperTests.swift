import Foundation
import Testing

@testable import LapCommands

/// The notice of a meeting, for people and for calendars.
struct NoticePaperTests {
    private let april = "north-2019-04-30"

    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-06-18", "--on", "2019-04-03")
        return season
    }

    /// The calendar that a notice of April is.
    private func calendar(_ season: Season, draft: Bool = false, on day: String) async throws -> String {
        try await season.does(
            ["pack", "notice", april, "--format", "html,ics", "--on", day] + (draft ? ["--draft"] : []))
        let file = season.scratch.folder.appending(path: "packs/\(april)-notice-public\(draft ? "-draft" : "").ics")
        return try String(contentsOf: file, encoding: .utf8).replacing("\r\n ", with: "")
    }

    @Test func aMeetingThatIsMovedIsTheSameInCalendarsAndTakesThePlaceOfWhatItWas() async throws {
        let season = try await season()
        let first = try await calendar(season, on: "2019-04-10")
        #expect(
            first.contains("UID:lap:lancashire:north-2019-04-30")
                && first.contains("DTSTART;TZID=Europe/London:20190430T100000"))
        #expect(first.contains("UID:lap:lancashire:north-2019-06-18") && first.contains("STATUS:TENTATIVE"))
        let sequence = try #require(first.firstMatch(of: /SEQUENCE:(\d+)/)?.output.1)
        // What was issued is given out again as it was.
        #expect(
            try await season.does("pack", "notice", april, "--format", "ics", "--on", "2019-04-11").contains(
                "as issued"))
        try await season.does(
            "meeting", "reschedule", april, "--date", "2019-05-07", "--reason", "The school is closed.", "--on",
            "2019-04-12")
        #expect(try await season.does("status", "--on", "2019-04-12").contains("lap pack notice \(april)\n"))
        // Until notice of the new day is given, it may still be another.
        let draft = try await calendar(season, draft: true, on: "2019-04-12")
        #expect(draft.contains("STATUS:TENTATIVE"))
        try await season.does("agenda", "build", april, "--on", "2019-04-12")
        try await season.does("meeting", "publish", april, "--on", "2019-04-12")
        let moved = try await calendar(season, on: "2019-04-12")
        #expect(moved.contains("UID:lap:lancashire:north-2019-04-30") && moved.contains("20190507T100000"))
        #expect(try #require(moved.firstMatch(of: /SEQUENCE:(\d+)/)?.output.1) > sequence)
        #expect(try await !season.does("status", "--on", "2019-04-12").contains("lap pack notice"))
    }

    @Test func aMeetingThatIsCalledOffSaysSo() async throws {
        let season = try await season()
        _ = try await calendar(season, on: "2019-04-10")
        try await season.does("meeting", "cancel", april, "--reason", "The school is closed.", "--on", "2019-04-12")
        let off = try await calendar(season, on: "2019-04-12")
        #expect(off.contains("STATUS:CANCELLED") && off.contains("COMMENT:Cancelled"))
        let page = try String(
            contentsOf: season.scratch.folder.appending(path: "packs/\(april)-notice-public.html"), encoding: .utf8)
        #expect(page.contains("does not take place") && page.contains("The school is closed."))
    }

    @Test func beforeTheAgendaIsPublishedItIsADraft() async throws {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("pack", "notice", april, "--format", "ics", "--on", "2019-04-03")
        let file = season.scratch.folder.appending(path: "packs/\(april)-notice-public-draft.ics")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("STATUS:TENTATIVE") && text.contains("COMMENT:Draft. Not issued"))
        #expect(try await season.does("pack", "issued", april).isEmpty)
    }

    @Test func aNoticeIsNoAgenda() async throws {
        let season = try await season()
        _ = try await calendar(season, on: "2019-04-10")
        // That it went out first changes nothing in what the agenda says of itself.
        try await season.does("meeting", "edit", april, "--venue", "Another school", "--on", "2019-04-11")
        try await season.does("pack", "agenda", april, "--format", "md", "--on", "2019-04-12")
        let file = season.scratch.folder.appending(path: "packs/\(april)-agenda-public.md")
        #expect(try !String(contentsOf: file, encoding: .utf8).contains("Changed since"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func nothingElseIsACalendar() async throws {
        let season = try await season()
        let refused = await season.refusal(
            "pack", "agenda", april, "--format", "ics", "--on", "2019-04-10")
        #expect(refused.status == 64 && refused.said.contains("lap pack notice"), "\(refused)")
    }
}
