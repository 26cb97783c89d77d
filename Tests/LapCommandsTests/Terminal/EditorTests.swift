import Testing

@testable import LapCommands

/// Text of any length, written in an editor.
@Suite("The editor")
struct EditorTests {
    /// `issue accept N-1`, with everything given but three long answers.
    private func accepting(_ terminal: TerminalConsole) async throws -> (season: Season, ran: Scratch.Ran) {
        let season = try await Season()
        try await season.raise()
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        let ran = await season.scratch.run(
            [
                "issue", "accept", "N-1", "--scope", "systemic", "--families", "14", "--phase", "primary",
                "--severity", "3", "--on", "2019-04-03",
            ], at: terminal)
        return (season, ran)
    }

    private func field(_ name: String, of season: Season) async throws -> String {
        try await season.does("issue", "show", "N-1", "--json=fields")
    }

    @Test func itOpensOnTheQuestionWithItsHelpAsNotesThatAreLeftOut() async throws {
        let terminal = TerminalConsole(edits: [.writes("Therapy"), .writes("Asked twice"), .writes("A date")])
        let (season, ran) = try await accepting(terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(
            terminal.sheets.map(\.text) == [
                "\n\n# Services involved\n# These lines are left out.\n",
                "\n\n# Already tried\n# What, when, and with what result.\n# These lines are left out.\n",
                "\n\n# Desired outcome\n# These lines are left out.\n",
            ])
        #expect(terminal.sheets.map(\.suffix) == ["-services.txt", "-tried.txt", "-outcome-sought.txt"])
        let shown = try await season.does("show", "N-1")
        #expect(shown.contains("Asked twice"))
        #expect(!shown.contains("left out"))
    }

    @Test func severalLinesStayAndSoDoesALineThatBeginsLikeANote() async throws {
        let terminal = TerminalConsole(
            edits: [.writes("\nTherapy\n\n# 2 schools\n  "), .writes("Asked twice"), .writes("A date")])
        let (season, ran) = try await accepting(terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(try await season.does("issue", "show", "N-1", "--json").contains("Therapy\\n\\n# 2 schools\""))
    }

    @Test func leftWithoutSavingItOpensAgainWhenThatIsWanted() async throws {
        let terminal = TerminalConsole(
            answers: [""], edits: [.leaves, .writes("Therapy"), .writes("Asked twice"), .writes("A date")])
        let (_, ran) = try await accepting(terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(terminal.asked == ["Return to go on writing, or stop: "])
        #expect(ran.complaints.contains("Services involved is needed."))
        #expect(terminal.sheets[1].text.contains("# Services involved is needed.\n"))
    }

    @Test(arguments: [["stop"], ["Stop"], []])
    func leftWithoutSavingAndStoppedNothingIsChanged(answers: [String]) async throws {
        let terminal = TerminalConsole(answers: answers, edits: [.saves])
        let (season, ran) = try await accepting(terminal)
        #expect(ran.status == 130)
        #expect(ran.complaints.hasSuffix("nothing was changed.\nHint: Give it with --services.\n"))
        #expect(try await season.does("issue", "show", "N-1", "--json=state") == "{\"state\":\"acknowledged\"}\n")
    }

    @Test func whatCannotBeTakenIsGoneOnWith() async throws {
        let long = String(repeating: "therapy ", count: 1_500)
        let terminal = TerminalConsole(
            answers: [""],
            edits: [
                .writes(long), .makes { $0.replacing("therapy ", with: "", maxReplacements: 1_499) },
                .writes("Asked twice"), .writes("A date"),
            ])
        let (season, ran) = try await accepting(terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(terminal.sheets[1].text.hasPrefix("therapy therapy "))
        #expect(try await season.does("issue", "show", "N-1", "--json").contains("\"services\":\"therapy\""))
    }

    @Test func aMissingEditorIsNamedAndTheTextIsWrittenLineByLine() async throws {
        let terminal = TerminalConsole(
            answers: ["Therapy", "and transport", ".", "Asked twice", ".", "A date", "."], missingEditor: "nano")
        let (season, ran) = try await accepting(terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(ran.complaints.contains("There is no editor “nano” here; set VISUAL or EDITOR to one there is.\n"))
        #expect(
            ran.complaints.contains(
                "Services involved: write it here, and end it with a full stop on a line of its own.\n"))
        #expect(try await season.does("issue", "show", "N-1", "--json").contains("Therapy\\nand transport"))
    }

    @Test func minutesAreGoneOnWith() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.does(
            "minutes", "record", "north-2019-04-30", "8.1", "--discussed", "A long wait.", "--on", "2019-04-30")
        let terminal = TerminalConsole(
            edits: [.makes { $0.replacing("A long wait.", with: "A long wait.\nNobody knew why.") }])
        let ran = await season.scratch.run(
            ["minutes", "record", "north-2019-04-30", "8.1", "--on", "2019-04-30"], at: terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(terminal.sheets[0].text.hasPrefix("A long wait.\n\n# What was said under item 8.1\n"))
        let shown = try await season.does("minutes", "show", "north-2019-04-30", "--json")
        #expect(shown.contains("A long wait.\\nNobody knew why.\""), "\(shown)")
    }
}
