import Foundation
import Testing

@testable import LapCommands

/// The call for items of a meeting, what is due by when, and what is missing.
struct AgendaCallTests {
    private let april = "north-2019-04-30"

    private func season() async throws -> Season {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-03-20")
        return season
    }

    @Test func whoeverHasASeatAndWhomTheBodyNamesIsCalledAndAnswers() async throws {
        let season = try await season()
        let called = try await season.does("agenda", "call", april, "--on", "2019-03-25")
        #expect(called.contains("Called to answer by 12 April 2019: DCO North"))
        for name in ["Deputy DCO North", "Parent Rep North", "SENCO North", "Parent Carer Forum", "POWAR"] {
            #expect(called.contains(name))
        }
        #expect(!called.contains("Board Chair"))
        #expect(called.contains("By Friday 12 April 2019, please say what you would like the meeting to take"))
        #expect(called.contains("  4. Action log (Designated Clinical Officer)"))
        #expect(called.contains("Name no child, young person or family in an item"))
        try await season.does(
            "agenda", "call", april, "--answered", "SENCO North", "--nothing", "powar", "--on", "2019-03-26")
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Posts", "--lead", "Health North", "--on", "2019-03-27")
        let shown = try await season.does("agenda", "call", april, "--show", "--on", "2019-03-28")
        #expect(shown.contains("SENCO North: has answered"))
        #expect(shown.contains("POWAR: has nothing to bring"))
        #expect(shown.contains("Health North: brings M-1"))
        #expect(shown.contains("Parent Rep North: called on 25 March 2019; to answer by 12 April 2019"))
        let again = try await season.does("agenda", "call", april, "--on", "2019-04-01")
        #expect(again.contains("Reminded: DCO North"))
        #expect(!again.contains("SENCO North"))
        #expect(try await season.does("fsck", "--on", "2019-04-01").contains("Sound"))
    }

    @Test func itIsOnRecordIsTakenBackAndIsForThoseWhoLayOutTheAgenda() async throws {
        let season = try await season()
        let refused = await season.refusal("agenda", "call", april, "--as", "SENCO North", "--on", "2019-03-25")
        #expect(refused.status == 77)
        let done = try await season.does("agenda", "call", april, "--on", "2019-03-25")
        let operation = try #require(done.firstMatch(of: /lap undo (\d+)/)).1
        let log = try await season.does("log")
        #expect(log.contains("agenda call"))
        let taken = await season.refusal("undo", String(operation), "--as", "Parent Rep North")
        #expect(taken.status == 77)
        try await season.does("undo", String(operation))
        #expect(
            try await season.does("agenda", "call", april, "--show", "--on", "2019-03-25").contains(
                "Nobody was called"))
    }

    @Test func theTextGoesToAFileThatIsNotThere() async throws {
        let season = try await season()
        try await season.does("agenda", "call", april, "--to", "call.txt", "--on", "2019-03-25")
        let file = season.scratch.folder.appending(path: "call.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.hasPrefix("North LAP: call for items and reports"))
        let refused = await season.refusal("agenda", "call", april, "--show", "--to", "call.txt")
        #expect(refused.status == 73)
    }

    @Test func statusChasesWhoHasNotAnsweredAndWhatWasNotCalledFor() async throws {
        let season = try await season()
        #expect(
            try await season.does("status", "--on", "2019-04-08").contains(
                "north-2019-04-30: due by 5 April 2019\n    lap agenda call north-2019-04-30"))
        try await season.does("agenda", "call", april, "--by", "2019-04-10", "--on", "2019-04-08")
        #expect(try await !season.does("status", "--on", "2019-04-09").contains("Calls for items"))
        let late = try await season.does("status", "--on", "2019-04-11")
        #expect(late.contains("north-2019-04-30: no answer by 10 April 2019 from DCO North"))
        #expect(try await !season.does("status", "--on", "2019-04-11", "--as", "SENCO North").contains("Calls for"))
    }

    @Test func aMeetingSaysWhatIsDueByWhenFromWhomAndWhatIsMissing() async throws {
        let season = try await season()
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Posts", "--form", "to-follow", "--follows-on",
            "2019-04-24", "--lead", "Health North", "--on", "2019-03-27")
        let shown = try await season.does("meeting", "show", april, "--on", "2019-04-09")
        #expect(
            shown.contains("Friday 5 April 2019          call for items (default: 5 working days before the cut-off)"))
        #expect(shown.contains("Friday 12 April 2019         items, issues and papers in, from"))
        #expect(shown.contains("Thursday 18 April 2019       agenda out"))
        #expect(shown.contains("Wednesday 8 May 2019         draft minutes and actions out"))
        #expect(shown.contains("Nobody was called for items, which was due by Friday 5 April 2019"))
        #expect(shown.contains("There is no agenda yet, which goes out by Thursday 18 April 2019"))
        try await season.does("agenda", "build", april, "--on", "2019-04-09")
        let built = try await season.does("meeting", "show", april, "--on", "2019-04-09")
        #expect(built.contains("Wednesday 24 April 2019      paper of M-1 (Posts), from Health North"))
        #expect(!built.contains("There is no agenda yet"))
        let member = try await season.does("meeting", "show", april, "--as", "SENCO North", "--on", "2019-04-09")
        #expect(member.contains("agenda out"))
        #expect(!member.contains("Missing:"))
        try await season.does("member", "leave", "Parent Rep North", "--seat", "north/parent-rep", "--on", "2019-04-10")
        #expect(
            try await season.does("meeting", "show", april, "--on", "2019-04-11").contains(
                "No parent representative is expected (R8)"))
    }

    @Test func aCheckNamesWhatIsMissingAndWhatWaitsAndExitsWithOne() async throws {
        let season = try await season()
        try await season.raise(on: "2019-04-01")
        try await season.accept("N-1")
        try await season.does("agenda", "call", april, "--on", "2019-03-25")
        try await season.does(
            "agenda", "add", april, "--under", "11", "--title", "Posts", "--purpose", "decision", "--minutes", "30",
            "--on", "2019-03-27")
        try await season.does("agenda", "build", april, "--on", "2019-04-04")
        let checked = await season.scratch.run(["agenda", "check", april, "--on", "2019-04-04"])
        #expect(checked.status == 1)
        #expect(checked.output.contains("Item 11.1 (M-1: Posts): no paper"))
        #expect(checked.output.contains("Item 11.1 (M-1: Posts): it does not say what the meeting is asked to do"))
        #expect(checked.output.contains("150 minutes are allowed, and the meeting lasts 120"))
        #expect(checked.output.contains("N-1 (Nine-month wait for a first appointment): waits: nobody has put it"))
        let late = await season.scratch.run(["agenda", "check", april, "--on", "2019-04-15"])
        #expect(late.output.contains("Late since Friday 12 April 2019 with an answer to the call: DCO North"))
        #expect(late.output.contains("N-1 (Nine-month wait for a first appointment): waits: The cut-off"))
        try await season.does(
            "agenda", "edit", "M-1", "--summary", "Three posts", "--recommendation", "agree to three posts",
            "--minutes",
            "1", "--on", "2019-04-16")
        try await season.does("agenda", "build", april, "--on", "2019-04-16")
        let mended = await season.scratch.run(["agenda", "check", april, "--on", "2019-04-16"])
        #expect(!mended.output.contains("Item 11.1"))
        let other = await season.refusal("agenda", "check", april, "--as", "SENCO North", "--on", "2019-04-04")
        #expect(other.status == 77)
    }

    @Test func whatMayBeASafeguardingMatterIsNotAmongWhatWaits() async throws {
        let season = try await season()
        try await season.raise(on: "2019-04-01")
        try await season.accept("N-1")
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-04-03")
        let checked = await season.scratch.run(["agenda", "check", april, "--on", "2019-04-04"])
        #expect(!checked.output.contains("N-1"))
    }
}
