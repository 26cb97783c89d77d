import Testing

@testable import LapCommands

/// What can be given in one way or another is asked so.
@Suite("Prompts with alternatives")
struct AlternativesTests {
    /// N-1 was settled at the meeting.
    private func noted() async throws -> Season {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does("issue", "note", "N-1", "--noted-as", "answered", "--on", "2019-04-30")
        return season
    }

    private func feedBack(_ season: Season, _ terminal: TerminalConsole, _ options: String...) async -> Scratch.Ran {
        await season.scratch.run(["issue", "feed-back", "N-1", "--on", "2019-05-02"] + options, at: terminal)
    }

    @Test func theFamilyIsToldAndAnEntryMade() async throws {
        let terminal = TerminalConsole(
            answers: ["phone"], edits: [.writes("We wait too long"), .writes("A second therapist")])
        let ran = await feedBack(try await noted(), terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(terminal.sheets.map(\.suffix) == ["-said.txt", "-did.txt"])
        #expect(terminal.asked == ["Method (or nothing, to give the Reason contact is lost instead): "])
        // Nothing is refused before the first question.
        #expect(!ran.complaints.contains("Nothing is closed") && !ran.complaints.contains("Give --"))
    }

    @Test func thereMayBeAReasonForNoEntry() async throws {
        let terminal = TerminalConsole(
            answers: ["phone"], edits: [.leaves, .writes("One family only"), .writes("That it was settled")])
        let ran = await feedBack(try await noted(), terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(terminal.sheets.map(\.suffix) == ["-said.txt", "-no-entry-reason.txt", "-told.txt"])
        #expect(terminal.sheets[0].text.contains("or nothing, to give the Reason for no you-said-we-did entry instead"))
    }

    @Test func contactMayBeLost() async throws {
        let season = try await noted()
        for day in ["2019-05-01", "2019-05-02"] {
            try await season.does("issue", "attempt-contact", "N-1", "--method", "phone", "--on", day)
        }
        let terminal = TerminalConsole(answers: [""], edits: [.writes("They moved away")])
        let ran = await feedBack(season, terminal, "--no-entry-reason", "Nobody to tell")
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(terminal.sheets.map(\.suffix) == ["-contact-lost-reason.txt"])
    }

    @Test func whatWasGivenIsNotAskedAgain() async throws {
        let terminal = TerminalConsole(answers: ["phone"])
        let ran = await feedBack(try await noted(), terminal, "--said", "We wait", "--did", "They do not")
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(terminal.asked.count == 1 && terminal.sheets.isEmpty)
    }

    @Test func aMissingMeetingIsAllThatIsSaidOfIt() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        let ran = await season.refusal("issue", "schedule", "N-1", "--on", "2019-04-03")
        #expect(ran.said == "lap: Meeting is needed.\nHint: Give --meeting.\n")
        #expect(ran.status == 64)
    }
}
