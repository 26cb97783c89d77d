import Foundation
import Testing

@testable import LapCommands

/// What papers say of a quorum that was lost, and of what had to be confirmed.
struct QuorumPaperTests {
    private let april = "north-2019-04-30"
    private let may = "north-2019-05-28"

    /// Two matters, of which the second was decided when the SENCO had left.
    private func season() async throws -> Season {
        let season = try await Season()
        for day in ["2019-04-30", "2019-05-28"] {
            try await season.does("meeting", "schedule", "north", "--date", day, "--on", "2019-04-03")
        }
        for title in ["Posts", "Routes"] {
            try await season.does("agenda", "add", april, "--under", "11", "--title", title, "--on", "2019-04-04")
        }
        try await season.does("agenda", "build", april, "--on", "2019-04-05")
        try await season.does("meeting", "publish", april, "--on", "2019-04-10")
        try await season.attend()
        try await season.does("meeting", "attend", april, "--left", "SENCO North=11.2", "--on", "2019-04-30")
        for item in ["11.1", "11.2"] {
            try await season.does("minutes", "resolve", april, item, "--that", "it be tried", "--on", "2019-04-30")
        }
        return season
    }

    private func pack(_ season: Season, _ kind: String, _ meeting: String, _ own: String...) async throws -> String {
        let to = UUID().uuidString
        try await season.does(
            ["pack", kind, meeting, "--format", "html", "--to", to] + own
                + (own.contains("--on") ? [] : ["--on", "2019-05-29"]))
        let folder = season.scratch.folder.appending(path: to)
        let file = try #require(
            FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).first)
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func minutesSayFromWhichItemOnTheQuorumWasLostAndWhoWasMissing_R8() async throws {
        let season = try await season()
        for edition in ["public", "members", "restricted", "chair"] {
            let text = try await pack(season, "minutes", april, "--edition", edition)
            #expect(
                text.contains("The meeting was quorate when it opened and not quorate from item 11.2."), "\(edition)")
            #expect(text.contains("When it opened, 5 of the 5 whom a quorum needs were there: chair (1)"), "\(edition)")
            #expect(text.contains("From item 11.2, 4 of the 5 whom a quorum needs were there"), "\(edition)")
            #expect(text.contains("(nobody)") && !text.contains("The meeting was quorate."), "\(edition)")
        }
        #expect(
            try await pack(season, "minutes", april).contains("Provisional, because the meeting was not quorate for it")
        )
        #expect(try await pack(season, "minutes", april).contains("(4 of the 5 whom a quorum needs; missing: "))
        let first = try await pack(season, "minutes", april, "--item", "11.1")
        #expect(
            first.contains("The meeting was quorate for item 11.1.")
                && first.contains("No interests were declared in it."))
        let second = try await pack(season, "minutes", april, "--item", "11.2")
        #expect(second.contains("The meeting was not quorate for item 11.2. For item 11.2, 4 of the 5"))
    }

    @Test func whoeverWithdrewIsMissingForThatItemAlone_R8() async throws {
        let season = try await season()
        try await season.does("meeting", "attend", april, "--present", "SENCO North", "--on", "2019-04-30")
        #expect(try await pack(season, "minutes", april).contains("The meeting was quorate."))
        try await season.does(
            "meeting", "declare", april, "11.1", "--person", "Parent Rep North", "--interest", "A relation",
            "--withdraws", "--on", "2019-04-30")
        let text = try await pack(season, "minutes", april)
        #expect(
            text.contains(
                "The meeting was quorate when it opened and not quorate for item 11.1, without those who withdrew."))
        #expect(text.contains("For item 11.1, without those who withdrew, 4 of the 5 whom a quorum needs were there"))
        #expect(text.contains("was present when it opened and not present for item 11.1, without those who withdrew."))
    }

    @Test func whatWasProvisionalIsToldWithWhereItWasConfirmedAndThereByNumber_R8() async throws {
        let season = try await season()
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--concluded-at", "12:05", "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        let draft = try await pack(season, "minutes", april, "--on", "2019-05-03")
        #expect(draft.contains("What it decided without a quorum is provisional until it is confirmed."))
        #expect(draft.contains("Closed at") && draft.contains("12.05pm"))
        try await season.does("agenda", "build", may, "--on", "2019-05-10")
        try await season.does("meeting", "publish", may, "--on", "2019-05-14")
        let asked = "To be confirmed, because it was taken provisionally: D-north-2019-2 of 30 April 2019."
        #expect(try await pack(season, "agenda", may, "--on", "2019-05-14").contains(asked))
        try await season.attend(may)
        try await season.does("meeting", "confirm", april, "--confirmed-at", may, "--on", "2019-05-28")
        try await season.does("meeting", "agree-minutes", april, "--agreed-at", may, "--on", "2019-05-28")
        try await season.does("meeting", "sign-minutes", april, "--on", "2019-05-28")
        let signed = try await pack(season, "minutes", april)
        #expect(signed.contains("not quorate from item 11.2."))
        #expect(signed.contains("was provisional until the meeting of 28 May 2019 confirmed it."))
        #expect(signed.contains("It was provisional, because the meeting was not quorate for it"))
        #expect(signed.contains("The meeting of 28 May 2019 confirmed it."))
        try await season.does("minutes", "record", may, "1", "--discussed", "Welcome", "--on", "2019-05-28")
        let confirming = try await pack(season, "minutes", may)
        #expect(confirming.contains("Decisions confirmed"))
        #expect(confirming.contains("Of the meeting of 30 April 2019: D-north-2019-2."))
        // Its agenda is still what went out.
        #expect(try await pack(season, "agenda", may).contains(asked))
    }
}
