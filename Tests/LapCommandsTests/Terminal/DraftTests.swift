import Foundation
import Testing

@testable import LapCommands

/// What was typed is not lost when somebody stops, and nobody else reads it.
@Suite("Drafts")
struct DraftTests {
    private let typed = ["no", "", "2019-07-02", "email", "school", "Family Quokka", "", "", "", "north", "salt"]

    private func stopped(_ answers: [String]? = nil) async throws -> (season: Season, said: String) {
        let season = try await Season()
        let ran = await season.scratch.run(["issue", "raise"], at: TerminalConsole(answers: answers ?? typed))
        #expect(ran.status == 130 && !ran.complaints.contains("stored as"), "\(ran.complaints)")
        return (season, ran.complaints)
    }

    @Test func whatWasTypedIsKeptAndGoneOnWith() async throws {
        let (season, said) = try await stopped()
        #expect(
            said.contains("kept until 15 August 2019, for you alone: lap issue raise --draft DRAFT-1"), "\(said)")
        #expect(try await season.does("drafts", "--json").contains("salt"))
        #expect(try await season.does("status").contains("Yours to go on with: 1 draft (lap drafts)."))
        let terminal = TerminalConsole(answers: ["", "", "", "", "A wait", "none", "", ""])
        let ran = await season.scratch.run(["issue", "raise", "--draft", "draft-1"], at: terminal)
        #expect(ran.status == 0 && ran.output.hasPrefix("N-1: Logged."), "\(ran.complaints)")
        #expect(terminal.asked.contains("Summary: ") && !terminal.asked.contains("Theme: "), "\(terminal.asked)")
        #expect(ran.complaints.contains("Name: Family Quokka"))
        #expect(try await season.does("show", "N-1").contains("Family Quokka"))
        #expect(try await season.does("drafts", "--json") == "[]\n")
        #expect(try await season.does("fsck").contains("Sound"))
    }

    /// What turns out to be a worry is kept in no draft, nor is the one that it came from.
    @Test func aDraftThatMayBeAWorryIsGone() async throws {
        let (season, _) = try await stopped()
        let terminal = TerminalConsole(answers: [""])
        let ran = await season.scratch.run(
            ["issue", "raise", "--draft", "DRAFT-1", "--safeguarding", "unsure"], at: terminal)
        #expect(ran.status == 130 && ran.complaints.contains("DRAFT-1 is gone"), "\(ran)")
        #expect(!ran.complaints.lowercased().contains("safeguarding screen: no"))
        #expect(try await season.does("drafts", "--json") == "[]\n")
        #expect(try !String(decoding: season.scratch.bytes(), as: UTF8.self).contains("Family Quokka"))
    }

    @Test func stoppedAgainItIsTheSameDraft() async throws {
        let (season, _) = try await stopped()
        let terminal = TerminalConsole(answers: ["", "", "", "", "A long wait"])
        #expect(await season.scratch.run(["issue", "raise", "--draft", "DRAFT-1"], at: terminal).status == 130)
        let drafts = try await season.does("drafts")
        #expect(drafts == "DRAFT-1\t2019-08-15\tA long wait\n", "\(drafts) \(terminal.asked)")
    }

    @Test func nobodyElseKnowsOfIt() async throws {
        let (season, _) = try await stopped()
        #expect(try await season.does("drafts", "--json", "--as", "Deputy DCO North") == "[]\n")
        // Neither to be taken back by others, nor listed to them.
        for words in [["undo"], ["undo", "-n"]] {
            let refused = await season.refusal(words + ["--as", "Deputy DCO North"])
            #expect(refused.status == 77 && !refused.said.contains("raft"), "\(refused.said)")
        }
        let listing = TerminalConsole(answers: [])
        _ = await season.scratch.run(["undo", "--as", "Deputy DCO North"], at: listing)
        #expect(!listing.complaints.contains("draft"), "\(listing.complaints)")
        #expect(try await season.does("drafts", "--json").contains("DRAFT-1"))
        for words in [["drafts", "--drop", "DRAFT-1"], ["issue", "raise", "--draft", "DRAFT-1"]] {
            let refused = await season.refusal(words + ["--as", "Deputy DCO North"])
            #expect(refused.status == 66 && !refused.said.contains("Quokka"), "\(refused.said)")
        }
        for who in ["Deputy DCO North", "Board Chair"] {
            let shown = await season.scratch.run(["show", "DRAFT-1", "--as", who])
            #expect(!(shown.output + shown.complaints).contains("Quokka"), "\(shown.output)")
        }
        let found = await season.scratch.run(["search", "Quokka", "--as", "Deputy DCO North"])
        #expect(!found.output.contains("DRAFT"))
    }

    /// What was typed is out of the file then.
    @Test(arguments: [true, false])
    func itIsGoneWhenItIsDroppedOrAfterAFortnight(isDropped: Bool) async throws {
        var (season, _) = try await stopped()
        #expect(try season.scratch.holds("Family Quokka"))
        if isDropped {
            #expect(try await season.does("drafts", "--drop", "DRAFT-1") == "DRAFT-1 is gone.\n")
        } else {
            season.now += 15 * 86_400
            try await season.does("tick")
        }
        #expect(try await season.does("drafts", "--json") == "[]\n")
        #expect(try !season.scratch.holds("Family Quokka"))
        #expect(try await season.does("fsck").contains("Sound"))
    }

    @Test(arguments: ["yes", "unsure"])
    func ofAWorryNothingIsKept(screen: String) async throws {
        let (season, said) = try await stopped([screen, "2019-07-02", "email", "school"])
        #expect(!said.contains("kept until"))
        #expect(try await season.does("drafts", "--json") == "[]\n")
    }

    /// The draft ends in the same transaction, as an operation of its own: the issue can be taken back all the same.
    @Test func theIssueAndTheEndOfItsDraftAreOneTransaction() async throws {
        let (season, _) = try await stopped()
        let words = ["issue", "raise", "--draft", "DRAFT-1", "--summary", "A wait", "--parallel", "none"]
        // Where the draft cannot end, nothing is logged.
        let foreign = await season.refusal(words + ["--as", "Deputy DCO North"])
        #expect(foreign.status == 66)
        #expect(try await season.does("issue", "list", "--json") == "[]\n")
        let raised = await season.scratch.run(words)
        #expect(raised.status == 0 && raised.output.hasPrefix("N-1: Logged."), "\(raised.complaints)")
        #expect(try await season.does("drafts", "--json") == "[]\n")
        #expect(try await season.does("log", "--limit", "2").contains("draft go-on"))
        let undo = try #require(raised.complaints.firstMatch(of: /lap undo (\d+)/)).output.1
        #expect(try await season.does("undo", String(undo)).contains("issue log"))
        #expect(try await season.does("issue", "list", "--json") == "[]\n")
        #expect(try await season.does("drafts", "--json") == "[]\n")
        #expect(try await season.does("fsck").contains("Sound"))
    }

    /// A name that was only typed is looked for in papers as well; whose it is, its writer alone is told.
    @Test func papersAreSearchedForWhatIsOnlyTyped() async throws {
        let august = "north-2019-08-27"
        // What an organisation is called everybody knows.
        let (season, _) = try await stopped(typed.map { $0 == "school" ? "parent-carer" : $0 })
        try await season.does("meeting", "schedule", "north", "--date", "2019-08-27")
        try await season.does(
            "agenda", "add", august, "--under", "11", "--title", "What the Family Quokka waits for")
        try await season.does("agenda", "build", august)
        let pack = ["pack", "agenda", august, "--edition", "members", "--to", "out", "--format", "html"]
        let own = await season.refusal(pack)
        #expect(own.status == 1 && own.said.contains("DRAFT-1, name"), "\(own.said)")
        let other = await season.refusal(pack + ["--as", "Deputy DCO North"])
        #expect(other.status == 1 && other.said.contains("a name ("), "\(other.said)")
        for told in [own, other] { #expect(!told.said.contains("Quokka"), "\(told.said)") }
        #expect(!other.said.contains("DRAFT"))
        try await season.does("drafts", "--drop", "DRAFT-1")
        try await season.does(pack)
    }

    /// A letter to the family that a draft names too goes out.
    @Test func aFamilysOwnNameIsNoFindInItsLetter() async throws {
        let (season, _) = try await stopped()
        try await season.raise(on: "2019-07-01")
        try await season.does("pack", "letter", "N-1", "--to", "out", "--format", "html")
    }

    @Test func itIsForWhatBeginsSomething() async throws {
        let season = try await Season()
        try await season.raise()
        #expect(await season.refusal("issue", "edit", "N-1", "--draft", "DRAFT-1").status == 64)
    }
}
