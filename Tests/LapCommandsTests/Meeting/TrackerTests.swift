import Foundation
import Testing

@testable import LapCommands

/// What became of the issues that reached the Board, and what it changed later (DOMAIN section 9: the tracker).
struct TrackerTests {
    private let clerk = ["--as", "Board Secretary"]
    private let chair = ["--as", "Board Chair"]
    private let may = "board-2019-05-22"
    private let july = "board-2019-07-24"

    /// N-1 is before the Board of 22 May, which sits.
    private func heard(_ more: String...) async throws -> Season {
        var season = try await Season.heard()
        season.now = Scratch.now + 200 * 86_400
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer", "--from", "2019-01-07")
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        try await season.does(["meeting", "schedule", "board", "--date", "2019-05-22", "--on", "2019-05-03"] + clerk)
        try await season.does(["issue", "table", "N-1", "--meeting", may, "--on", "2019-05-03"] + more + clerk)
        try await season.openBoard()
        return season
    }

    private func owned(_ season: Season) async throws {
        try await season.does(
            [
                "issue", "board-own", "N-1", "--decision", "That one assessment be used", "--owner",
                "Director of Social Care", "--due", "2019-06-28", "--measure", "No other is used", "--on", "2019-05-22",
            ] + chair)
    }

    private func completed(_ season: Season) async throws {
        try await season.does(
            "action", "propose-done", "A-1", "--evidence", "A sample of thirty", "--as", "Director of Social Care",
            "--on", "2019-06-20")
        try await season.does(["action", "complete", "A-1", "--on", "2019-06-21"] + chair)
        try await season.does(
            [
                "issue", "board-complete", "N-1", "--outcome", "Every team uses one assessment", "--outcome-evidence",
                "Thirty numbat files were read", "--impact", "None was wrong", "--on", "2019-06-24",
            ] + chair)
    }

    private func fedBack(_ season: Season) async throws {
        try await season.does(
            "issue", "feed-back", "N-1", "--method", "email", "--said", "The wrong form is used", "--did",
            "One assessment is used", "--on", "2019-06-26")
    }

    private func told(
        _ season: Season, _ words: String..., as who: String = "Board Secretary", on day: String = "2019-06-27"
    ) async throws -> [[String: Any]] {
        let json = try await season.does(["tracker", "--json", "--as", who, "--on", day] + words)
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    @Test func whatReachedTheBoardIsFollowedUntilItsFamilyIsTold() async throws {
        let season = try await Season.heard()
        #expect(try await told(season, on: "2019-05-02").isEmpty)
        let tabled = try await heard()
        let waiting = try #require(try await told(tabled, on: "2019-05-21").first)
        #expect(waiting["due"] is NSNull && waiting["owner"] is NSNull && waiting["decision"] is NSNull)
        #expect(waiting["origin"] as? String == "North LAP" && waiting["reached"] as? String == "2019-05-03")

        try await owned(tabled)
        try await tabled.does(
            "action", "report", "A-1", "--progress", "Twenty of thirty read", "--as", "Director of Social Care", "--on",
            "2019-06-11")
        let owned = try #require(try await told(tabled, "--open").first)
        #expect(owned["owner"] as? String == "Director of Social Care" && owned["due"] as? String == "2019-06-28")
        #expect(owned["decided"] as? String == "That one assessment be used")
        #expect(owned["latest"] as? String == "Report progress: Twenty of thirty read")
        #expect(owned["latestRef"] as? String == "A-1" && owned["latestOn"] as? String == "2019-06-11")

        try await completed(tabled)
        try await fedBack(tabled)
        #expect(try await told(tabled, "--open").isEmpty)
        #expect(try await told(tabled, "--since", "2019-06-27").isEmpty)
        let ended = try #require(try await told(tabled, "--since", "2019-06-26").first)
        #expect(ended["outcome"] as? String == "Every team uses one assessment")
        #expect(ended["evidence"] as? String == "Thirty numbat files were read")
        #expect(ended["releasedBy"] as? String == "Board Chair" && ended["releasedOn"] as? String == "2019-06-24")
        #expect(ended["told"] as? String == "2019-06-26" && ended["owner"] is NSNull && ended["due"] is NSNull)
        let block = try await tabled.does(["tracker", "--long", "--on", "2019-06-27"] + clerk)
        for line in [
            "N-1  Closed", "Origin                North LAP",
            "Decided               D-board-2019-1: That one assessment",
            "Watched no longer     24 June 2019, Board Chair, Board chair", "Families told         26 June 2019",
        ] { #expect(block.contains(line), "\(line): \(block)") }
        let csv = try await tabled.does(["tracker", "--csv"] + clerk)
        #expect(csv.contains("With the Board since") && csv.contains("Thirty numbat files were read"), "\(csv)")
    }

    @Test func optionsThatContradictOneAnotherAreRefused() async throws {
        let season = try await Season()
        for words in [["--open", "--since", "2019-06-01"], ["--csv", "--json"], ["--limit", "0"]] {
            #expect(await season.refusal(["tracker"] + words).status == 64, "\(words)")
        }
    }

    /// Three months after the family heard, and six, whoever looks after it is asked what it changed.
    @Test func whatItChangedIsAskedTwice() async throws {
        let season = try await heard()
        try await owned(season)
        try await completed(season)
        try await fedBack(season)
        for who in ["DCO North", "Board Secretary"] {
            let status = try await season.does("status", "--as", who, "--on", "2019-09-20")
            #expect(status.contains("2019-09-26  lap issue review N-1"), "\(who): \(status)")
        }
        let ahead = await season.refusal(
            "issue", "review", "N-1", "--changed", "Nothing", "--reviewed-on", "2019-10-02", "--on", "2019-10-01")
        #expect(ahead.status == 1 && ahead.said.contains("lies ahead"), "\(ahead)")
        let nobody = await season.refusal(
            "issue", "review", "N-1", "--changed", "Nothing", "--as", "Health North", "--on", "2019-10-01")
        #expect(nobody.status == 77)
        let first = try await season.does(
            ["issue", "review", "N-1", "--changed", "Waits are shorter", "--on", "2019-10-01"] + clerk)
        #expect(first.contains("26 December 2019"), "\(first)")
        try await season.does("issue", "review", "N-1", "--changed", "They have grown again", "--on", "2019-12-20")
        let later = try await season.does("status", "--all", "--on", "2019-12-27")
        #expect(!later.contains("lap issue review"), "\(later)")
        let changed = try #require(try await told(season, as: "Board Chair", on: "2019-12-27").first?["changed"])
        #expect(
            (changed as? [[String: String]])?.map { [$0["on"], $0["text"]] } == [
                ["2019-10-01", "Waits are shorter"], ["2019-12-20", "They have grown again"],
            ])
        try await season.does(["undo", "--on", "2019-12-27"])
        #expect(try await season.does("status", "--all", "--on", "2019-12-27").contains("lap issue review N-1"))
        #expect(try await season.does("fsck").hasPrefix("Sound:"))
    }

    /// What was looked at late, within the last month of the six, was looked at once for both.
    @Test func oneLookNearTheSixMonthsIsEnough() async throws {
        let season = try await heard()
        try await owned(season)
        try await completed(season)
        try await fedBack(season)
        try await season.does("issue", "review", "N-1", "--changed", "Waits are shorter", "--on", "2019-12-02")
        #expect(!(try await season.does("status", "--all", "--on", "2020-01-10")).contains("lap issue review"))
    }

    /// Nobody was told where nobody could be reached.
    @Test func aFamilyThatCouldNotBeReachedWasNotTold() async throws {
        let season = try await heard()
        try await owned(season)
        try await completed(season)
        for day in ["2019-06-24", "2019-06-25"] {
            try await season.does("issue", "attempt-contact", "N-1", "--method", "phone", "--on", day)
        }
        try await season.does(
            "issue", "feed-back", "N-1", "--contact-lost-reason", "They moved", "--no-entry-reason", "Nobody to say it",
            "--on", "2019-06-26")
        let ended = try #require(try await told(season).first)
        #expect(ended["told"] is NSNull && ended["state"] as? String == "closed")
    }

    @Test func whatALapSettledIsNotReviewed() async throws {
        var season = try await Season.heard()
        season.now = Scratch.now + 200 * 86_400
        try await season.does("issue", "note", "N-1", "--noted-as", "answered", "--on", "2019-04-30")
        try await season.does(
            "issue", "feed-back", "N-1", "--method", "email", "--said", "We wait", "--did", "It was answered", "--on",
            "2019-05-02")
        let refused = await season.refusal("issue", "review", "N-1", "--changed", "Nothing", "--on", "2019-08-02")
        #expect(refused.status == 1 && refused.said.contains("not the Board"), "\(refused)")
        #expect(!(try await season.does("status", "--all", "--on", "2019-08-05")).contains("lap issue review"))
    }

    /// What the Board took in private is told of to those who answer for it, and to nobody else.
    @Test func whatWasTakenInPrivateIsNotToldToWhoMayNotReadIt() async throws {
        let season = try await heard("--private", "--private-because", "It is about money")
        try await owned(season)
        try await season.does(
            "action", "report", "A-1", "--progress", "Twenty bettongs counted", "--as", "Director of Social Care",
            "--on", "2019-06-11")
        try await completed(season)
        try await fedBack(season)
        try await season.does(
            "issue", "review", "N-1", "--changed", "The bilby is back", "--on", "2019-09-26")
        let secrets = [
            "one assessment be used", "Director of Social Care", "2019-06-28", "bettong", "numbat", "2019-06-24",
            "2019-06-26",
            "bilby",
        ]
        let members = try await season.does(
            "tracker", "--json", "--as", "SENCO North", "--on", "2019-09-27")
        #expect(members.contains("N-1") && members.contains("2019-05-03"))
        for secret in secrets { #expect(!members.lowercased().contains(secret.lowercased()), "\(secret): \(members)") }
        #expect(try await season.does("tracker", "--json", "--as", "Viewer North", "--on", "2019-09-27") == "[]\n")
        for who in ["DCO North", "Board Chair", "Board Parent Rep"] {
            let theirs = try await season.does("tracker", "--json", "--as", who, "--on", "2019-09-27")
            for told in ["numbat", "bilby"] { #expect(theirs.contains(told), "\(who): \(told)") }
        }
        try await season.does("member", "add", "Member South", "--seat", "south/education", "--from", "2019-01-07")
        #expect(try await season.does("tracker", "--json", "--as", "Member South") == "[]\n")
    }

    @Test func theBoardsPapersTellWhatEachEditionMay() async throws {
        let season = try await heard()
        try await owned(season)
        try await season.does(
            "action", "report", "A-1", "--progress", "Twenty bettongs read", "--as", "Director of Social Care", "--on",
            "2019-06-11")
        try await season.does(["meeting", "schedule", "board", "--date", "2019-07-24", "--on", "2019-06-12"] + clerk)
        try await season.does(["agenda", "build", july, "--on", "2019-06-12"] + clerk)
        func page(_ edition: String, on day: String) async throws -> Substring {
            let page = try await season.page(["board", july, "--edition", edition, "--on", day] + clerk)
            let begin = try #require(page.range(of: "id=\"tracker\""), "\(edition)")
            let end = page.range(of: "<section", range: begin.upperBound..<page.endIndex)?.lowerBound ?? page.endIndex
            return page[begin.upperBound..<end]
        }
        let open = try await page("members", on: "2019-06-12")
        #expect(open.contains("Under way") && open.contains("Twenty bettongs read") && open.contains("28 Jun 2019"))
        #expect(open.contains("That one assessment be used") && open.contains("North LAP"))
        let publicly = try await page("public", on: "2019-06-12")
        #expect(publicly.contains("N-1") && publicly.contains("That one assessment be used"))
        #expect(!publicly.contains("bettongs") && !publicly.contains("Director of Social Care<"))
        try await completed(season)
        try await fedBack(season)
        let ended = try await page("members", on: "2019-07-01")
        #expect(ended.contains("Ended since 8 May 2019") && ended.contains("Thirty numbat files were read"))
        #expect(ended.contains("said Board Chair, Board chair") && ended.contains("Family told 26 Jun 2019"))
        let systemic = try await page("public", on: "2019-07-01")
        #expect(systemic.contains("Every team uses one assessment") && !systemic.contains("said Board Chair,"))
    }

    /// Of what may be one family's the public reads neither what came of it nor when the family was told.
    @Test func oneFamilysOutcomeIsNotPublic() async throws {
        let season = try await heard()
        try await owned(season)
        try await completed(season)
        try await season.does("issue", "edit", "N-1", "--scope", "individual", "--on", "2019-06-25")
        try await fedBack(season)
        try await season.does(["meeting", "schedule", "board", "--date", "2019-07-24", "--on", "2019-06-26"] + clerk)
        try await season.does(["agenda", "build", july, "--on", "2019-06-26"] + clerk)
        let page = try await season.page(["board", july, "--edition", "public", "--on", "2019-07-01"] + clerk)
        #expect(page.contains("Ended since") && page.contains("That one assessment be used"))
        for told in ["numbat files", "26 Jun 2019"] { #expect(!page.contains(told), "\(told)") }
    }

    /// A paper made when its meeting is over tells what was so when notice of it was given.
    @Test func papersOfAPastMeetingTellThatDay() async throws {
        let season = try await heard()
        try await owned(season)
        try await season.does(["meeting", "schedule", "board", "--date", "2019-07-24", "--on", "2019-06-12"] + clerk)
        try await season.openBoard("2019-07-24", publishing: "2019-06-12")
        try await completed(season)
        try await fedBack(season)
        let page = try await season.page(["board", july, "--edition", "members", "--on", "2019-08-01"] + clerk)
        #expect(page.contains("Under way") && !page.contains("numbat files") && !page.contains("Ended since"))
    }
}
