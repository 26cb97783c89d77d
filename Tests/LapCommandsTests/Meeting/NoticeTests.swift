import Foundation
import Testing

@testable import LapCommands

/// The paper that comes before a meeting tells nothing of it, whenever it is made; and none is promised that cannot be made.
struct NoticeTests {
    private let meeting = "north-2019-04-30"

    private func page(_ season: Season, _ words: String..., file: String) async throws -> String {
        try await season.does(["pack"] + words + ["--format", "html"])
        return try String(
            contentsOf: season.scratch.folder.appending(path: "packs/\(file).html"), encoding: .utf8)
    }

    @Test func anAgendaMadeAfterTheMeetingReportsNothingOfIt() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does("pack", "agenda", meeting, "--format", "html", "--on", "2019-04-10")
        try await season.attend(without: "Health North")
        try await season.does(
            "issue", "assign", "N-1", "--owner", "SENCO North", "--agency", "Trust", "--due", "2019-06-28", "--measure",
            "Seen", "--action", "Move the wallaby clinic", "--on", "2019-04-30")
        try await season.does("issue", "edit", "N-1", "--summary", "A wait for a first visit", "--on", "2019-05-02")
        for edition in ["public", "members", "chair"] {
            let text = try await page(
                season, "agenda", meeting, "--edition", edition, "--on", "2019-05-02",
                file: "\(meeting)-agenda-\(edition)")
            // The one that went out is given out as it was.
            #expect(text.contains(edition == "public" ? "Nine-month wait" : "A wait for a first visit"), "\(edition)")
            for later in ["was quorate", "Not quorate", "wallaby", "Local action", "A-1"] {
                #expect(!text.contains(later), "\(edition): \(later)")
            }
        }
        // Its minutes do.
        try await season.does(
            "minutes", "record", meeting, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        let minutes = try await page(
            season, "minutes", meeting, "--on", "2019-05-02", file: "\(meeting)-minutes-public-draft")
        #expect(minutes.contains("not quorate") && minutes.contains("wallaby"))
    }

    @Test func anAgendaOfWhichNoPublicPaperCouldBeMadeIsNotPublished() async throws {
        let season = try await Season()
        try await season.raise("--summary", "Nine months, says Family Quokka")
        try await season.accept("N-1")
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does("issue", "schedule", "N-1", "--meeting", meeting, "--on", "2019-04-03")
        try await season.does("agenda", "build", meeting, "--on", "2019-04-03")
        let refused = await season.refusal("meeting", "publish", meeting, "--on", "2019-04-10")
        #expect(refused.status == 1 && refused.said.contains("No public paper could be made of this agenda"))
        #expect(refused.said.contains("N-1") && !refused.said.contains("Quokka"))
        try await season.does("issue", "edit", "N-1", "--summary", "Nine months", "--on", "2019-04-04")
        try await season.does("agenda", "build", meeting, "--on", "2019-04-04")
        try await season.does("meeting", "publish", meeting, "--on", "2019-04-10")
    }

    @Test func whySomethingPrivateCameLateIsNotPrinted() async throws {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        try await season.raise()
        try await season.raise("--summary", "No escort on a long ride", "--theme", "transport")
        for issue in ["N-1", "N-2"] { try await season.accept(issue) }
        try await season.agenda(with: "N-1")
        try await season.does(
            "issue", "schedule", "N-2", "--meeting", meeting, "--private", "--private-because",
            "It is about one family",
            "--late-reason", "The bandicoot house flooded", "--on", "2019-04-20")
        try await season.does("agenda", "build", meeting, "--on", "2019-04-20")
        let warned = await season.scratch.run(
            "meeting", "supplement", meeting, "--late-reason", "Family Quokka asked", "--on", "2019-04-20")
        #expect(warned.status == 0 && warned.complaints.contains("Q•••"), "\(warned.complaints)")
        let text = try await page(season, "agenda", meeting, "--on", "2019-04-21", file: "\(meeting)-agenda-public")
        #expect(!text.contains("bandicoot"))
        for words in [
            ["show", meeting], ["log", meeting, "--json"], ["search", "Quokka"], ["show", meeting, "--json"],
        ] {
            let seen = await season.scratch.run(words + ["--as", "Viewer North"])
            #expect(!seen.output.contains("Quokka"), "\(words)")
        }
    }

    @Test func minutesThatWentOutStayAsTheyAre() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does("minutes", "record", meeting, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "A pilot", "--on", "2019-04-30")
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, meeting, "--on", "2019-05-02")
        }
        let refused = await season.refusal(
            "minutes", "record", meeting, "2", "--discussed", "None", "--on", "2019-05-03")
        #expect(refused.status == 1 && refused.said.contains("--corrections"), "\(refused.said)")
        // Words stand as they were said.
        let text = try await page(season, "minutes", meeting, "--on", "2019-05-03", file: "\(meeting)-minutes-public")
        #expect(text.contains("<strong>Resolved:</strong> A pilot"))
        #expect(!text.contains("Absent"))
    }
}
