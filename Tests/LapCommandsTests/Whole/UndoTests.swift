import Foundation
import Testing

@testable import LapCommands

/// Whoever takes something back needs the right to do it.
@Suite("lap undo")
struct UndoTests {
    private func operation(_ season: Season) async throws -> String {
        try await season.does("log", "--limit", "1", "--json=operation").filter(\.isNumber)
    }

    private func refused(
        _ season: Season, _ operation: String, as people: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try season.scratch.bytes()
        for person in people {
            for options in [[], ["-n"]] {
                let ran = await season.scratch.run(["undo", operation, "--as", person] + options)
                #expect(ran.status == 77, "\(person): \(ran.complaints)", sourceLocation: sourceLocation)
            }
        }
        #expect(try season.scratch.bytes() == before, sourceLocation: sourceLocation)
    }

    @Test func anEventIsUndoneByWhoeverCouldCauseItThere() async throws {
        let season = try await Season()
        try await season.does("member", "add", "DCO South", "--seat", "south/dco")
        try await season.raise()
        let raised = try await operation(season)
        try await refused(season, raised, as: "DCO South", "SENCO North", "Board Chair")
        try await season.does("undo", raised, "--as", "Deputy DCO North")
        #expect(try await season.does("issue", "list").isEmpty)
    }

    @Test func whatAMeetingRecordsIsUndoneByWhoeverKeepsItsRecord() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.does("meeting", "attend", "north-2019-04-30", "--present", "SENCO North", "--on", "2019-04-30")
        let attended = try await operation(season)
        try await refused(season, attended, as: "SENCO North", "Board Chair")
        try await season.does("undo", attended, "--as", "Deputy DCO North")
    }

    @Test func aSeatIsUndoneByWhoeverMayFillIt() async throws {
        let season = try await Season()
        try await season.does("member", "add", "New DCO", "--seat", "north/dco")
        let seated = try await operation(season)
        try await refused(season, seated, as: "Deputy DCO North", "Board Chair", "New DCO")
        try await season.does("undo", seated)
        #expect(try await !season.does("member", "list").contains("New DCO"))
    }

    /// It was theirs to do then, and is not now.
    @Test func whoHasLeftUndoesNothing() async throws {
        let season = try await Season()
        try await season.raise("--as", "Deputy DCO North")
        let raised = try await operation(season)
        try await season.does("member", "leave", "Deputy DCO North", "--seat", "north/dco", "--to", "2019-07-31")
        try await refused(season, raised, as: "Deputy DCO North")
    }

    @Test func theJournalAsAWholeIsForThoseWhoCheckIt() async throws {
        let season = try await Season()
        for words in [["log"], ["fsck"]] {
            #expect(await season.scratch.run(words + ["--as", "SENCO North"]).status == 77)
            #expect(await season.scratch.run(words + ["--as", "Board Secretary"]).status == 0)
        }
    }

    /// Minutes print what their meeting set to be done.
    @Test func anActionIsNotUndoneFromUnderCirculatedMinutes() async throws {
        let season = try await Season.heard()
        let april = "north-2019-04-30"
        try await season.does(
            "action", "add", "--text", "Send the plan", "--owner", "Health North", "--due", "2019-06-01", "--meeting",
            april, "--item", "11", "--on", "2019-04-30")
        let added = try await operation(season)
        try await season.does(
            "issue", "note", "N-1", "--noted-as", "answered", "--outcome", "Answered", "--on", "2019-04-30")
        try await season.does("meeting", "conclude", april, "--on", "2019-04-30")
        try await season.does("undo", added, "-n")
        try await season.does("minutes", "record", april, "1", "--discussed", "Welcome", "--on", "2019-04-30")
        for event in ["draft-minutes", "circulate-minutes"] {
            try await season.does("meeting", event, april, "--on", "2019-05-02")
        }
        let refused = await season.refusal("undo", added)
        #expect(refused.status == 1 && refused.said.contains("were circulated on 2019-05-02"), "\(refused.said)")
    }

    @Test func atATerminalItIsChosenFromWhatCanBeTakenBack() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise()
        try await season.does(
            "issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-09", "--on", "2019-04-02")
        let lines = try await season.does("log", "--limit", "3")
        #expect(lines.contains("issue acknowledge\tN-1\t"), "\(lines)")
        let raised = try #require(lines.firstMatch(of: /([0-9]+)\t[^\n]*issue log\tN-2\t/)?.output.1)
        let terminal = TerminalConsole(answers: ["99", String(raised)])
        let ran = await season.scratch.run(["undo"], at: terminal)
        #expect(ran.status == 0 && terminal.complaints.contains("Give one of the numbers"), "\(terminal.complaints)")
        #expect(terminal.complaints.contains("issue acknowledge"), "\(terminal.complaints)")
        #expect(try await season.does("issue", "list", "--columns", "ref") == "N-1\n")
        // What was raised and acknowledged since is not among them; leaving changes nothing.
        let leaving = TerminalConsole(answers: [])
        #expect(await season.scratch.run(["undo"], at: leaving).status == 130)
        #expect(try await season.does("issue", "list", "--columns", "ref") == "N-1\n")
    }
}
