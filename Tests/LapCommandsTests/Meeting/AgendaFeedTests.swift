import Foundation
import Testing

@testable import LapCommands

/// What an agenda prints under its standing items, and what it does not.
struct AgendaFeedTests {
    private let may = "north-2019-05-28"

    private func page(_ season: Season, _ edition: String, of meeting: String, on day: String) async throws -> String {
        try await season.page("agenda", meeting, "--edition", edition, "--on", day)
    }

    /// North has held its meeting of April, and given N-1 to somebody; May is ahead.
    private func season() async throws -> Season {
        let season = try await Season.heard()
        try await season.assign()
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-30")
        try await season.does("agenda", "build", may, "--on", "2019-05-01")
        return season
    }

    @Test func noneOfThemStandsBare() async throws {
        let season = try await season()
        let printed = try await page(season, "public", of: may, on: "2019-05-01")
        for sentence in [
            "A quorum needs: chair, parent carer representative, health, education and local authority.",
            "No interest has been declared so far.",
            "The minutes of 30 April 2019 have not been circulated yet.",
            "The action log has 0 closed, 1 open and 0 overdue.",
            "Nothing is listed under this item.", "No message to go out has been brought.",
            "No proposed escalation is printed here.", "No further meetings are fixed yet.",
        ] { #expect(printed.contains(sentence), "\(sentence)") }
        #expect(printed.contains("Time allowed in all: 2 hours; the meeting lasts 2 hours."))
    }

    @Test func whatTheLastMeetingDecidedAndSetArises() async throws {
        let season = try await season()
        let printed = try await page(season, "public", of: may, on: "2019-05-01")
        #expect(printed.contains("Matters arising"))
        #expect(printed.contains("N-1: Local action"))
        #expect(printed.contains("Write to every family"))
        #expect(printed.contains("Due 14 Jun 2019"))
        // In public nobody is named.
        #expect(!printed.contains("Social Care North"))
        let members = try await page(season, "members", of: may, on: "2019-05-01")
        #expect(members.contains("Social Care North"))
    }

    @Test func whatWasTakenInPrivateArisesWithoutAnyOfIt() async throws {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")
        try await season.does(
            "agenda", "add", "north-2019-04-30", "--under", "11", "--title", "Staff of a numbat school", "--private",
            "--private-because", "It is about one person", "--on", "2019-04-04")
        try await season.does("agenda", "build", "north-2019-04-30", "--on", "2019-04-05")
        try await season.does("meeting", "publish", "north-2019-04-30", "--on", "2019-04-10")
        try await season.attend()
        try await season.does(
            "minutes", "resolve", "north-2019-04-30", "16.1", "--that",
            "the potoroo proposal for this school be put to its governors", "--on", "2019-04-30")
        try await season.does("meeting", "schedule", "north", "--date", "2019-05-28", "--on", "2019-04-30")
        try await season.does("agenda", "build", may, "--on", "2019-05-01")
        for edition in ["public", "members"] {
            let printed = try await page(season, edition, of: may, on: "2019-05-01")
            #expect(printed.contains("16.1"))
            #expect(printed.contains("A private item"))
            for told in ["potoroo", "numbat", "governors", "D-north-2019-1"] { #expect(!printed.contains(told)) }
        }
        let own = try await page(season, "chair", of: may, on: "2019-05-01")
        #expect(own.contains("potoroo"))
    }

    @Test func anIssueTakenInPrivateSinceArisesNowhereInPublic() async throws {
        let season = try await season()
        let before = try await page(season, "public", of: may, on: "2019-05-01")
        #expect(before.contains("D-north-2019-1"))
        try await season.does(
            "issue", "bring-back", "N-1", "--meeting", may, "--private", "--private-because", "One school",
            "--reason", "It cannot wait", "--on", "2019-05-02")
        try await season.does("agenda", "build", may, "--on", "2019-05-02")
        let printed = try await page(season, "public", of: may, on: "2019-05-02")
        #expect(!printed.contains("D-north-2019-1"))
        #expect(!printed.contains("N-1"))
    }

    @Test func alikeIssuesAndOtherAreasAreShownWhereTheChairDecides() async throws {
        let season = try await Season()
        for number in 1...3 {
            try await season.raise("--name", "Family \(number)", on: "2019-04-01")
            try await season.does(
                "issue", "acknowledge", "N-\(number)", "--method", "email", "--reply-by", "2019-04-08", "--on",
                "2019-04-02")
            try await season.does(
                "issue", "accept", "N-\(number)", "--scope", "individual", "--phase", "primary", "--severity", "3",
                "--tried", "Asked twice", "--services", "Therapy", "--outcome-sought", "A date", "--on", "2019-04-03")
        }
        try await season.does(
            "member", "add", "DCO East", "--seat", "east/dco", "--from", "2019-01-07", "--on", "2019-01-07")
        let words = [
            "issue", "raise", "--area", "east", "--raised-by", "parent-carer", "--channel", "email", "--received",
            "2019-04-01", "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--consent",
            "record,discuss-anonymised", "--summary", "A long wait", "--name", "Family Bandicoot", "--contact",
            "bandicoot@example.org", "--detail", "None", "--as", "DCO East", "--on", "2019-04-01",
        ]
        try await season.does(words)
        try await season.agenda(with: "N-1")
        let shown = try await season.does("agenda", "show", "north-2019-04-30", "--on", "2019-04-10")
        #expect(shown.contains("alike, consider one systemic issue: N-3, N-2, N-1"))
        #expect(shown.contains("the same theme in another area (E6): East (1)"))
        #expect(shown.contains("10:00  1    Welcome"))
        #expect(shown.contains("10:05  2    Declarations"))
        let member = try await season.does(
            "agenda", "show", "north-2019-04-30", "--as", "SENCO North", "--on", "2019-04-10")
        #expect(!member.contains("alike"))
        #expect(!member.contains("10:05"))
        let chair = try await page(season, "chair", of: "north-2019-04-30", on: "2019-04-10")
        #expect(chair.contains("3 individual issues of this theme and area in 90 days."))
        #expect(chair.contains("The same theme in another area (E6): East (1 open)."))
        #expect(!chair.contains("E-1"))
        // Neither how many nor which is public.
        let printed = try await page(season, "public", of: "north-2019-04-30", on: "2019-04-10")
        for told in ["individual issues of this theme", "another area (E6)", "N-2", "N-3", "E-1"] {
            #expect(!printed.contains(told), "\(told)")
        }
    }

    @Test func whatMayBeASafeguardingMatterIsNeitherCountedNorNamed() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.does(
            "member", "add", "DCO East", "--seat", "east/dco", "--from", "2019-01-07", "--on", "2019-01-07")
        try await season.raise("--area", "north", "--safeguarding", "unsure")
        try await season.agenda(with: "N-1")
        let chair = try await page(season, "chair", of: "north-2019-04-30", on: "2019-04-10")
        #expect(!chair.contains("N-2"))
        #expect(!chair.contains("individual issues of this theme"))
    }
}
