import Testing

@testable import LapCommands

/// Words are taken out also of what is final.
struct RedactTests {
    @Test func aDecisionsWordingIsMended() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "Lorikeet spoke", "--on", "2019-04-30")
        try await season.does(
            "issue", "assign", "N-1", "--owner", "SENCO North", "--agency", "Council",
            "--due", "2019-06-30", "--measure", "Waits fall", "--action", "write to Lorikeet", "--on", "2019-04-30")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        let before = try season.scratch.bytes()
        let foreseen = try await season.does(
            "redact", "north-2019-04-30", "--words", "LORIKEET", "--as", "Information Officer")
        #expect(foreseen.contains("wording") || foreseen.contains("decision"))
        #expect(
            foreseen.contains("discussed") && foreseen.contains("elsewhere too") && foreseen.contains("  A-1, text"))
        let byDecision = try await season.does(
            "redact", "D-north-2019-1", "--words", "LORIKEET", "--as", "Information Officer")
        #expect(byDecision == foreseen)
        #expect(try season.scratch.bytes() == before)
        for reference in ["north-2019-04-30", "N-1", "A-1"] {
            try await season.does(
                "redact", reference, "--words", "Lorikeet", "--yes", "--as", "Information Officer")
        }
        #expect(try await season.does("decision", "list", "north-2019-04-30", "--json").contains("[removed]"))
        #expect(try await season.does("minutes", "show", "north-2019-04-30").contains("[removed] spoke"))
        #expect(try !String(decoding: season.scratch.bytes(), as: UTF8.self).contains("Lorikeet"))
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func onlyWholeWordsAreTakenOutAndOnlyByTheInformationOfficer() async throws {
        let season = try await Season()
        try await season.raise("--summary", "A clerk asked clerks")
        try await season.does("member", "add", "Information Officer", "--seat", "board/information-officer")
        #expect(await season.refusal("redact", "N-1", "--words", "clerk", "--yes").status == 77)
        try await season.does("redact", "N-1", "--words", "clerk", "--yes", "--as", "Information Officer")
        #expect(try await season.does("show", "N-1").contains("A [removed] asked clerks"))
        let none = await season.refusal("redact", "N-1", "--words", "nobody", "--as", "Information Officer")
        #expect(none.status == 66)
    }
}
