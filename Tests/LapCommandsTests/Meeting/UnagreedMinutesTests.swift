import Testing

@testable import LapCommands

/// Minutes that a meeting could not agree come before the next one, whose minutes say that it agreed them.
struct UnagreedMinutesTests {
    private let april = "north-2019-04-30"
    private let may = "north-2019-05-28"
    private let june = "north-2019-06-25"

    private func layOut(_ season: Season, _ meeting: String, on day: String) async throws {
        try await season.does(
            "meeting", "schedule", "north", "--date", String(meeting.suffix(10)), "--on", day)
        try await season.does("agenda", "build", meeting, "--on", day)
        try await season.does("meeting", "publish", meeting, "--on", day)
    }

    private func circulate(_ season: Season, _ meeting: String, on day: String) async throws {
        try await season.does(
            "minutes", "record", meeting, "6", "--discussed", "A report", "--on", String(meeting.suffix(10)))
        for event in ["conclude", "draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, meeting, "--on", day)
        }
    }

    private func agree(_ season: Season, _ meeting: String, _ own: String...) async throws {
        try await season.does(
            ["meeting", "agree-minutes", meeting, "--agreed-at", june, "--on", "2019-06-25"] + own)
    }

    /// Every edition prints them, of both meetings.
    @Test func correctionsOfWhichNoPublicPaperCouldBeMadeAreRefused() async throws {
        let season = try await Season.heard()
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "It is answered", "--on", "2019-04-30")
        try await circulate(season, april, on: "2019-05-02")
        try await layOut(season, june, on: "2019-06-07")
        try await season.attend(june)
        let words = ["meeting", "agree-minutes", april, "--agreed-at", june, "--on", "2019-06-25"]
        let refused = await season.scratch.run(words + ["--corrections", "Item 14: Family Quokka was not named."])
        #expect(refused.status == 1, "\(refused)")
        #expect(
            refused.complaints.contains("No public paper could be made of these minutes, because of N-1")
                && refused.complaints.contains("\(april), corrections"), "\(refused.complaints)")
        #expect(!refused.complaints.contains("Quokka"))
        try await season.does(words + ["--corrections", "Item 14: nobody was named."])
    }

    @Test func theyComeBackUntilTheyAreAgreed() async throws {
        let season = try await Season()
        try await layOut(season, april, on: "2019-04-10")
        try await season.attend()
        try await circulate(season, april, on: "2019-05-02")
        let told = "Minutes that the next meeting has not agreed"
        #expect(!(try await season.does("status", "--on", "2019-05-03")).contains(told))
        try await layOut(season, may, on: "2019-05-10")
        try await season.attend(may, without: "Parent Rep North")
        let refused = await season.refusal(
            "meeting", "agree-minutes", april, "--agreed-at", may, "--on", "2019-05-28")
        #expect(refused.status == 1, "\(refused.said)")
        try await circulate(season, may, on: "2019-05-30")
        let status = try await season.does("status", "--on", "2019-05-31")
        #expect(status.contains(told) && status.contains(april), "\(status)")
        try await layOut(season, june, on: "2019-06-07")
        let checked = await season.scratch.run(["agenda", "check", june, "--on", "2019-06-07"])
        #expect(
            checked.output.contains("are still to be agreed: lap meeting agree-minutes \(april) --agreed-at \(june)"),
            "\(checked.output)")
        let agenda = try await season.page("agenda", june, "--on", "2019-06-07")
        for day in ["30 April 2019", "28 May 2019"] {
            #expect(agenda.contains("The minutes of \(day) were circulated on"), "\(day)")
        }
        try await season.attend(june)
        try await agree(season, april, "--corrections", "Item 6: two reports")
        try await agree(season, may)
        #expect(!(try await season.does("status", "--on", "2019-06-26")).contains(told))
        try await circulate(season, june, on: "2019-06-27")
        let minutes = try await season.page("minutes", june, "--on", "2019-06-27")
        #expect(minutes.contains("The minutes of 30 April 2019 were agreed, with this correction:"), "\(minutes)")
        #expect(minutes.contains("Item 6: two reports."))
        #expect(minutes.contains("The minutes of 28 May 2019 were agreed."))
    }
}
