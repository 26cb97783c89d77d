import Foundation
import GRDB
import Testing

@testable import LapCommands

/// What was typed is kept when the register does not take it.
@Suite("Corrections at the terminal")
struct CorrectionTests {
    /// N-1 acknowledged, with nobody's agreement to share on record.
    private func acknowledged() async throws -> Season {
        let season = try await Season()
        try await season.raise("--consent", "discuss-anonymised")
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02")
        return season
    }

    private let accept = ["issue", "accept", "N-1", "--on", "2019-04-03"]

    @Test func whatARuleMakesNecessaryIsAskedBeforeAnythingElse() async throws {
        let season = try await acknowledged()
        let terminal = TerminalConsole(
            answers: ["record", "individual", "primary", "3"],
            edits: [.writes("Therapy"), .writes("Asked twice"), .writes("A date")])
        let ran = await season.scratch.run(accept, at: terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(terminal.asked.prefix(2) == ["Agreement to share: ", "Scope: "])
        #expect(terminal.unused.isEmpty)
        #expect(try await season.does("show", "N-1").contains("Asked twice"))
    }

    @Test func whatAnAnswerMakesNecessaryIsAskedNext() async throws {
        let season = try await acknowledged()
        let terminal = TerminalConsole(
            answers: ["record,share-identifiably", "the therapy service", "individual", "primary", "3"],
            edits: [.writes("Therapy"), .writes("Asked twice"), .writes("A date")])
        let ran = await season.scratch.run(accept, at: terminal)
        #expect(ran.status == 0, "\(ran.complaints) \(terminal.asked)")
        #expect(terminal.sheets.count == 3)
        #expect(terminal.asked.prefix(3) == ["Agreement to share: ", "Agreement to share with: ", "Scope: "])
        #expect(ran.complaints.contains("Agreement to share with names must say with whom.\n"))
        #expect(try await season.does("show", "N-1").contains("the therapy service"))
    }

    @Test func whileAnotherWritesOneIsAskedToTryAgain() async throws {
        let season = try await Season()
        try await season.raise()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: season.scratch.register.path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let terminal = TerminalConsole(answers: ["stop"])
        let ran = await season.scratch.run(
            ["issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on", "2019-04-02"],
            at: terminal)
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(ran.status == 75)
        #expect(terminal.asked == ["What was given is kept. Return to try again, or stop: "])
    }
}
