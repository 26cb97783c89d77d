import Foundation
import Testing

@testable import LapCommands

/// What the Board decided on an issue of a LAP is heard at the next meeting of that LAP, in public or in private as the Board
/// took it, and printed there.
struct BoardAnswerTests {
    private let june = "north-2019-06-18"

    /// N-1, sent to the Board by the North LAP on 30 April.
    private func submitted() async throws -> Season {
        let season = try await Season()
        try await season.does("member", "add", "Viewer North", "--seat", "north/viewer")
        try await season.raise()
        try await season.accept("N-1")
        try await season.agenda(with: "N-1")
        try await season.attend()
        try await season.propose("N-1")
        try await season.does("issue", "submit", "N-1", "--as", "Deputy DCO North", "--on", "2019-05-03")
        return season
    }

    /// Nor by handing it to somebody for a minute (R13).
    @Test func whoeverOwnedItDoesNotSubmitIt() async throws {
        let season = try await Season.heard()
        try await season.propose("N-1")
        let other = ["issue", "reassign", "N-1", "--owner", "SENCO North", "--on", "2019-05-03"]
        let deputy = ["issue", "submit", "N-1", "--on", "2019-05-03", "--as", "Deputy DCO North"]
        #expect(await season.refusal("issue", "submit", "N-1", "--on", "2019-05-03").status == 1)
        try await season.does(other)
        let refused = await season.refusal("issue", "submit", "N-1", "--on", "2019-05-03")
        #expect(refused.status == 1 && refused.said.contains("R13") && !refused.said.contains("--owner"))
        try await season.does(deputy)
    }

    /// The Board gives it back on 22 May.
    private func answer(_ season: Season, _ taken: String...) async throws {
        for words in [
            ["meeting", "schedule", "board", "--date", "2019-05-22", "--on", "2019-05-03"],
            ["issue", "table", "N-1", "--meeting", "board-2019-05-22", "--on", "2019-05-03"] + taken,
        ] {
            try await season.does(words + ["--as", "Board Secretary"])
        }
        try await season.openBoard()
        try await season.does(
            "issue", "board-return", "N-1", "--advice", "Pay the potoroo provider", "--authority-granted",
            "Up to 700 pounds", "--as", "Board Chair", "--on", "2019-05-22")
    }

    private func schedule(_ season: Season, _ day: String, on today: String) async throws {
        try await season.does("meeting", "schedule", "north", "--date", day, "--on", today)
    }

    private func publish(_ season: Season, _ day: String, on today: String) async throws {
        try await season.does("agenda", "build", "north-\(day)", "--on", today)
        try await season.does("meeting", "publish", "north-\(day)", "--on", today)
    }

    private func hold(_ season: Season, _ day: String) async throws {
        try await season.does("meeting", "attend", "north-\(day)", "--present", "DCO North", "--on", day)
        try await season.does("meeting", "hold", "north-\(day)", "--on", day)
    }

    @Test func anActionStandsUnderTheItemAloneThatItWasSetUnder() async throws {
        let season = try await submitted()
        try await answer(season)
        try await schedule(season, "2019-06-18", on: "2019-05-23")
        try await publish(season, "2019-06-18", on: "2019-05-24")
        // First only the answer was to be heard, then the matter itself came.
        try await season.does(
            "issue", "schedule", "N-1", "--meeting", june, "--late-reason", "It cannot wait", "--on", "2019-05-25")
        try await season.does("agenda", "build", june, "--on", "2019-05-25")
        try await season.does("meeting", "supplement", june, "--late-reason", "It cannot wait", "--on", "2019-05-25")
        let agenda = try await season.does("agenda", "show", june)
        #expect(agenda.components(separatedBy: "[N-1]").count == 3, "\(agenda)")
        try await hold(season, "2019-06-18")
        for item in agenda.matches(of: /([0-9]+\.[0-9]+) .*\[N-1\]/).map(\.output.1) {
            try await season.does("minutes", "record", june, String(item), "--discussed", "Heard", "--on", "2019-06-18")
        }
        try await season.does(
            "issue", "assign", "N-1", "--owner", "Health North", "--agency", "Trust", "--due", "2019-08-28",
            "--measure",
            "Seen", "--action", "Ask the provider", "--on", "2019-06-18")
        let text = try await season.page("minutes", june, "--on", "2019-06-19")
        #expect(text.components(separatedBy: "A-1:").count == 2)
    }

    @Test func whatWasAnsweredInPrivateIsHeardInPrivate() async throws {
        let season = try await submitted()
        try await answer(season, "--private", "--private-because", "It is about one family")
        try await schedule(season, "2019-06-18", on: "2019-05-23")
        try await publish(season, "2019-06-18", on: "2019-05-24")
        let title = "16.1 Answer of the SEND Partnership Board: a matter that it took in private"
        for words in [["agenda", "show", june], ["minutes", "show", june], ["meeting", "show", june, "--json"]] {
            let viewed = try await season.does(words + ["--as", "Viewer North"])
            #expect(viewed.contains("A private item") && !viewed.contains("N-1"), "\(words)")
            // Which it is, the Board's private part alone tells.
            #expect(!(try await season.does(words + ["--as", "SENCO North"])).contains("N-1"), "\(words)")
            #expect(try await season.does(words + ["--as", "Deputy DCO North"]).contains("N-1"))
        }
        #expect(try await season.does("agenda", "show", june, "--as", "SENCO North").contains(title))
        try await hold(season, "2019-06-18")
        let resolved = try await season.does("minutes", "exclude", june, "--on", "2019-06-18")
        #expect(resolved.contains("for item 16.1"))
        try await season.does(
            "minutes", "record", june, "16.1", "--discussed", "The Board lends its spare bandicoot to the family",
            "--on",
            "2019-06-18")
        let excluding = try #require(
            try await season.does("log", "--limit", "2", "--json=operation,command")
                .firstMatch(of: /"minutes exclude","operation":([0-9]+)/)
        ).output.1
        let undone = await season.refusal("undo", String(excluding))
        #expect(undone.status == 1 && undone.said.contains("which is private, was minuted since"), "\(undone.said)")
        let viewed = try await season.does("minutes", "show", june, "--as", "Viewer North")
        #expect(!viewed.contains("bandicoot"))
        #expect(!(try await season.does("search", "bandicoot", "--as", "Viewer North")).contains("bandicoot"))
        #expect(try await season.does("minutes", "show", june, "--as", "SENCO North").contains("bandicoot"))
        for edition in ["public", "members", "chair"] {
            let text = try await season.page("minutes", june, "--edition", edition, "--on", "2019-06-19")
            #expect(text.contains("bandicoot") == (edition == "chair"))
            for secret in ["N-1", "Nine-month", "potoroo", "700 pounds"] {
                #expect(!text.contains(secret), "\(edition): \(secret)")
            }
        }
    }

    /// Nothing of it is told but that it is there.
    @Test func aPrivateAnswerThatWasNotHeardIsNamedByItsItem() async throws {
        let season = try await submitted()
        try await answer(season, "--private", "--private-because", "It is about one family")
        try await schedule(season, "2019-06-18", on: "2019-05-23")
        try await publish(season, "2019-06-18", on: "2019-05-24")
        try await hold(season, "2019-06-18")
        try await season.does("minutes", "record", june, "1", "--discussed", "Welcome.", "--on", "2019-06-18")
        let ended = try await season.does("meeting", "conclude", june, "--on", "2019-06-18")
        #expect(ended.contains("Item 16.1: nothing is recorded of the answer") && !ended.contains("N-1"), "\(ended)")
    }

    @Test func whatWasAnsweredInPublicIsPrintedWithWhatItGrants() async throws {
        let season = try await submitted()
        try await answer(season)
        let board = try await season.page(
            "minutes", "board-2019-05-22", "--as", "Board Secretary", "--on", "2019-05-23")
        #expect(board.contains("Pay the potoroo provider") && board.contains("Authority granted: Up to 700 pounds"))
        try await schedule(season, "2019-06-18", on: "2019-05-23")
        #expect(
            try await season.does("agenda", "build", june, "--on", "2019-05-23").contains(
                "5.1  Answer of the SEND Partnership Board: Nine-month wait for a first appointment  [N-1]"))
        let text = try await season.page("agenda", june, "--on", "2019-05-24")
        #expect(text.contains("The answer of the SEND Partnership Board, 22 May 2019"))
        #expect(text.contains("Pay the potoroo provider") && text.contains("Authority granted: Up to 700 pounds"))
        #expect(!text.contains("What is asked for") && text.contains("What was asked for"))
        #expect(!text.contains("No answers have been given"))
        // Brought to be decided on, it is one line, among what the LAP has had before.
        try await season.does("issue", "schedule", "N-1", "--meeting", june, "--on", "2019-05-24")
        let built = try await season.does("agenda", "build", june, "--on", "2019-05-24")
        #expect(built.contains("9.1  Nine-month wait for a first appointment  [N-1]"))
        #expect(!built.contains("5.1") && !built.contains("8.1"))
        #expect(try await season.page("agenda", june, "--on", "2019-05-24").contains("Up to 700 pounds"))
    }

    @Test func anAnswerStandsOnTheAgendaUntilItWasHeard() async throws {
        let season = try await submitted()
        try await schedule(season, "2019-05-28", on: "2019-05-03")
        try await publish(season, "2019-05-28", on: "2019-05-14")
        try await answer(season)
        try await hold(season, "2019-05-28")
        try await schedule(season, "2019-06-18", on: "2019-05-29")
        try await publish(season, "2019-06-18", on: "2019-05-29")
        #expect(try await season.does("agenda", "show", june).contains("5.1  Answer of the SEND Partnership Board"))
        try await hold(season, "2019-06-18")
        // A meeting of whose hearing it nothing is recorded has not heard it.
        let ended = try await season.does("meeting", "conclude", june, "--on", "2019-06-18")
        #expect(ended.contains("N-1: nothing is recorded of the answer, which comes to the next agenda"), "\(ended)")
        try await schedule(season, "2019-07-16", on: "2019-06-19")
        let build = ["agenda", "build", "north-2019-07-16", "--on", "2019-06-19"]
        #expect(try await season.does(build).contains("5.1  Answer of the SEND Partnership Board"))
        try await season.does("minutes", "record", june, "5.1", "--discussed", "Heard", "--on", "2019-06-19")
        #expect(try await !season.does(build).contains("Answer of the"))
    }

    @Test func anInterestThatNamesAFamilyIsWarnedOf() async throws {
        let season = try await submitted()
        let declared = await season.scratch.run(
            "meeting", "declare", "north-2019-04-30", "8.1", "--person", "SENCO North", "--interest",
            "I teach the child of Family Quokka", "--on", "2019-04-30")
        #expect(declared.status == 0 && declared.complaints.contains("Q•••"), "\(declared.complaints)")
    }
}
