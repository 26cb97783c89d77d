import Testing

@testable import LapCommands

/// Questions that are answered on one line.
@Suite("Prompts")
struct PromptTests {
    private func raising(_ answers: [String], _ options: String...) async throws -> TerminalConsole {
        let season = try await Season()
        let terminal = TerminalConsole(answers: answers)
        _ = await season.scratch.run(["issue", "raise"] + options, at: terminal)
        return terminal
    }

    @Test func theChoicesAreShownBeforeTheQuestion() async throws {
        let terminal = try await raising([])
        #expect(terminal.asked == ["Safeguarding screen: "])
        #expect(
            terminal.complaints.hasPrefix(
                "  Is a child or an adult at risk? Yes and unsure go to the safeguarding service, and nowhere else.\n"
                    + "  no                   No\n  yes                  Yes\n  unsure               Unsure\n"))
    }

    @Test(arguments: [("fax", "email"), ("", "email"), ("pigeon", "Email")])
    func aWrongChoiceIsAskedAgain(wrong: String, right: String) async throws {
        let terminal = try await raising(["no", "", "2019-07-02", wrong, right])
        #expect(terminal.asked.suffix(3) == ["Channel: ", "Channel: ", "Raised by: "])
        #expect(terminal.complaints.contains("Channel"))
    }

    @Test(arguments: ["31/02/2019", "soon", "2019-13-01"])
    func aDayThatIsNoneIsAskedAgain(wrong: String) async throws {
        let terminal = try await raising(["no", "", wrong, "2 July", "02/07/2019"])
        #expect(terminal.asked.suffix(2) == ["Received on: ", "Channel: "])
        #expect(terminal.complaints.contains("Days are written 2 December 2019, 2/12/2019 or 2019-12-02, of the years"))
    }

    @Test func whatWasGivenAsAnOptionIsNotAsked() async throws {
        let terminal = try await raising(
            ["", "2019-07-02", "school", "", "", "", "", "salt", "A long wait", "", ""], "--safeguarding", "no",
            "--channel", "email", "--area",
            "north", "--parallel", "none")
        #expect(terminal.output.hasPrefix("N-1: Logged."), "\(terminal.complaints)")
        #expect(
            terminal.asked.filter { !$0.contains("(or nothing)") } == [
                "Received on: ", "Raised by: ", "Theme: ", "Summary: ",
            ])
    }

    /// Even a long answer, as long as it is one line by the workflow.
    @Test func aFieldOfOneLineNeverOpensTheEditor() async throws {
        let long = String(repeating: "wait ", count: 40)
        let terminal = try await raising([
            "no", "", "2019-07-02", "email", "school", "", "", "", "", "north", "salt", long, "none", "", "",
        ])
        #expect(terminal.output.hasPrefix("N-1: Logged."), "\(terminal.complaints)")
        #expect(terminal.sheets.isEmpty)
    }

    @Test func anAnswerThatIsTooLongIsAskedAgainAndTheRestIsKept() async throws {
        let long = String(repeating: "wait ", count: 60)
        let terminal = try await raising(
            [
                "no", "", "2019-07-02", "email", "school", "", "", "", "", "north", "salt", long, "A long wait", "none",
                "", "",
            ])
        #expect(terminal.output.hasPrefix("N-1: Logged."), "\(terminal.complaints)")
        #expect(terminal.asked.count(where: { $0 == "Summary: " }) == 2)
    }

    @Test(arguments: [
        ["--yes"], ["--safeguarding", "no", "--yes"],
    ])
    func whoSaysYesIsNeverAsked(options: [String]) async throws {
        let season = try await Season()
        let terminal = TerminalConsole(answers: ["no"])
        let ran = await season.scratch.run(["issue", "raise"] + options, at: terminal)
        #expect(ran.status != 0)
        #expect(terminal.asked.isEmpty)
        #expect(terminal.complaints.contains("Give --"))
    }

    @Test(arguments: [0, 1, 2])
    func theEndOfInputNamesTheOptionAndChangesNothing(after: Int) async throws {
        let season = try await Season()
        let before = try season.scratch.bytes()
        let answers = ["no", "", "2019-07-02", "email", "school", "", "", "", "", "north", "salt", "A long wait"]
            .prefix(after)
        let ran = await season.scratch.run(["issue", "raise"], at: TerminalConsole(answers: Array(answers)))
        #expect(ran.status == 130)
        #expect(ran.complaints.contains("nothing was changed.\nHint: Give it with --"))
        #expect(try season.scratch.bytes() == before)
    }

    @Test func nobodyIsAskedThroughAPipe() async throws {
        let season = try await Season()
        let terminal = TerminalConsole(answers: ["no"], isInteractive: false)
        let ran = await season.scratch.run(["issue", "raise"], at: terminal)
        #expect(ran.status == 1 || ran.status == 64)
        #expect(terminal.asked.isEmpty)
    }
}
