import Testing

@testable import LapCommands

/// What is longer than the terminal, and what is said besides.
@Suite("Paging and asides")
struct PagerTests {
    private func listing(
        _ words: [String] = ["theme", "list"], at terminal: TerminalConsole, _ environment: [String: String] = [:]
    ) async throws -> TerminalConsole {
        let season = try await Season()
        let ran = await season.scratch.run(words, at: terminal, environment: environment)
        #expect(ran.status == 0, "\(ran.complaints)")
        return terminal
    }

    @Test func longOutputIsPagedAndNotWrittenBesides() async throws {
        let terminal = try await listing(at: TerminalConsole(height: 10))
        #expect(terminal.paged.map(\.pager) == ["less"])
        #expect(terminal.paged[0].text.contains("salt"))
        #expect(terminal.output.isEmpty)
    }

    @Test func shortOutputIsWritten() async throws {
        let terminal = try await listing(at: TerminalConsole(height: 200))
        #expect(terminal.paged.isEmpty)
        #expect(terminal.output.contains("salt"))
    }

    /// Lines that are broken at the edge of the terminal take its lines too.
    @Test func longLinesCountAsTheLinesTheyTake() async throws {
        let terminal = TerminalConsole(width: 40, height: 6)
        let season = try await Season()
        let context = season.scratch.context(terminal)
        await context.show(String(repeating: "x", count: 40 * 6) + "\n")
        #expect(terminal.paged.count == 1)
        await context.show(String(repeating: "x", count: 40 * 5) + "\n")
        #expect(terminal.paged.count == 1)
    }

    @Test(arguments: [
        ["theme", "list", "--no-pager"], ["theme", "list", "--json"],
        ["issue", "next", "N-1", "--on", "2019-04-02", "--no-pager"],
    ])
    func itIsNotPagedWhenThatIsNotWanted(words: [String]) async throws {
        let season = try await Season()
        try await season.raise()
        let terminal = TerminalConsole(height: 3)
        #expect(await season.scratch.run(words, at: terminal).status == 0)
        #expect(terminal.paged.isEmpty)
        #expect(!terminal.output.isEmpty)
    }

    @Test func theEnvironmentNamesThePager() async throws {
        let named = try await listing(at: TerminalConsole(height: 3), ["PAGER": "more", "LAP_PAGER": "most"])
        #expect(named.paged.map(\.pager) == ["most"])
        let usual = try await listing(at: TerminalConsole(height: 3), ["PAGER": "more"])
        #expect(usual.paged.map(\.pager) == ["more"])
        for none in ["", "cat"] {
            let terminal = try await listing(at: TerminalConsole(height: 3), ["PAGER": none])
            #expect(terminal.paged.isEmpty)
        }
    }

    @Test func nothingIsPagedWhereTheLengthOfTheTerminalIsUnknown() async throws {
        #expect(try await listing(at: TerminalConsole(height: nil)).paged.isEmpty)
    }

    @Test func aPipeGetsTheWholeWithoutPagerAndHeader() async throws {
        let terminal = try await listing(at: TerminalConsole(showsTerminal: false, height: 3))
        #expect(terminal.paged.isEmpty)
        #expect(terminal.output.contains("salt\t"))
    }

    @Test func aManualPageIsPagedWithItsLettersAsPagersWantThem() async throws {
        let terminal = try await listing(["help", "status"], at: TerminalConsole(height: 5))
        #expect(terminal.paged.first?.text.contains("N\u{8}NA\u{8}A") ?? terminal.output.contains("NAME"))
        let short = try await listing(["help", "status"], at: TerminalConsole(height: 500))
        #expect(short.paged.isEmpty)
        #expect(!short.output.contains("\u{8}"))
    }

    @Test func asidesAreForPeopleAtATerminal() async throws {
        let season = try await Season()
        let raise = [
            "issue", "raise", "--area", "north", "--raised-by", "school", "--channel", "email", "--received",
            "2019-07-02", "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--summary", "A long wait",
        ]
        let terminal = TerminalConsole()
        #expect(await season.scratch.run(raise, at: terminal).status == 0)
        #expect(terminal.complaints.contains("Undo with: lap undo "))
        #expect(!terminal.output.contains("Undo with"))
        let json = TerminalConsole()
        #expect(await season.scratch.run(raise + ["--json"], at: json).status == 0)
        #expect(json.complaints.isEmpty)
    }
}
