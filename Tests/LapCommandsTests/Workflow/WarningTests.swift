import Foundation
import Testing

@testable import LapCommands

/// A family's answer is due on 16 April, which the register warns of from 9 April; their time to appeal ends on 5 May.
struct WarningTests {
    private func season() async throws -> Season {
        let season = try await Season()
        try await season.raise("--decided-on", "2019-03-05")
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        try await season.does(
            "issue", "request-info", "N-1", "--missing", "The date of the referral", "--needed-by", "2019-04-16",
            "--on", "2019-04-03")
        return season
    }

    /// The clocks of a group of the status, each with its day.
    private func clocks(_ group: String, _ season: Season, on day: String) async throws -> [String] {
        let json = try await season.does("status", "--json", "--on", day)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let lines = try #require(report[group] as? [[String: Any]])
        return lines.map { "\($0["dueFor"] ?? "") \($0["due"] ?? "")" }
    }

    @Test func theStatusWarnsOfWhatIsDueSoon() async throws {
        let season = try await season()
        for (day, warned) in [
            ("2019-04-06", []), ("2019-04-07", ["appeal 2019-05-05"]),
            ("2019-04-09", ["information 2019-04-16", "appeal 2019-05-05"]),
            ("2019-04-16", ["information 2019-04-16", "appeal 2019-05-05"]), ("2019-04-17", ["appeal 2019-05-05"]),
            ("2019-05-05", ["appeal 2019-05-05"]), ("2019-05-06", []),
        ] {
            #expect(try await clocks("warned", season, on: day) == warned, "\(day)")
        }
        #expect(try await clocks("coming", season, on: "2019-04-08") == ["information 2019-04-16"])
        #expect(try await clocks("coming", season, on: "2019-04-09") == [])
        #expect(try await clocks("overdue", season, on: "2019-04-17") == ["information 2019-04-16"])
        let told = try await season.does("status", "--on", "2019-04-09")
        #expect(told.contains("Due soon:\n North LAP\n  2019-04-16  lap issue receive-info N-1"))
    }

    @Test func anItemTellsHowItsClocksStand() async throws {
        let season = try await season()
        let json = try await season.does("issue", "show", "N-1", "--on", "2019-04-09", "--json")
        let item = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let clocks = try #require(item["clocks"] as? [[String: String]])
        #expect(
            clocks.map { "\($0["clock"] ?? "") \($0["due"] ?? "") \($0["standing"] ?? "")" } == [
                "triage 2019-04-09 paused", "information 2019-04-16 warned", "update 2019-04-30 running",
                "appeal 2019-05-05 warned",
            ])
        let page = try await season.does("issue", "show", "N-1", "--on", "2019-04-09")
        #expect(page.contains("Information asked for by 16 April 2019 (soon)"))
        #expect(page.contains("Decide whether to accept by 9 April 2019 (paused since 3 April 2019)"))
    }

    @Test func aPausedClockDoesNotWarn() async throws {
        let season = try await season()
        try await season.does(
            "issue", "suspend", "N-1", "--suspended-because", "The family asked", "--review-on", "2019-06-01", "--on",
            "2019-04-04")
        #expect(try await clocks("warned", season, on: "2019-04-10") == ["appeal 2019-05-05"])
    }

    /// A warning is no act: nothing is recorded, however often time passes.
    @Test func aTickSaysNothingOfWarnings() async throws {
        let season = try await season()
        let before = try season.scratch.bytes()
        #expect(try await season.does("tick", "--on", "2019-04-10", "--json") == "[]\n")
        #expect(try season.scratch.bytes() == before)
    }
}
