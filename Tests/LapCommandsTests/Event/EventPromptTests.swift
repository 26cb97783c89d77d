import Foundation
import Testing

@testable import LapCommands

/// What a person at the terminal is asked, and when they are told that it cannot be.
@Suite("Prompts of events")
struct EventPromptTests {
    private func raising(_ answers: [String], _ options: [String] = [], as person: String = "DCO North") async throws
        -> (ran: Scratch.Ran, asked: [String])
    {
        let season = try await Season()
        let terminal = TerminalConsole(answers: answers)
        return (await season.scratch.run(["issue", "raise", "--as", person] + options, at: terminal), terminal.asked)
    }

    @Test func raisingAsksForEverythingThatIsNeededInTheOrderOfTheWorkflow() async throws {
        let (ran, asked) = try await raising(
            ["no", "", "2019-07-02", "email", "school", "", "", "", "", "north", "salt", "A long wait", "none", "", ""])
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(ran.output.hasPrefix("N-1: Logged."))
        #expect(
            asked == [
                "Safeguarding screen: ", "Handled as a complaint too (or nothing): ", "Received on: ", "Channel: ",
                "Raised by: ", "Name (or nothing): ", "Contact (or nothing): ",
                "Information and communication needs (or nothing): ",
                "Name of the child or young person (or nothing): ",
                "Area (or nothing, to give the District instead): ", "Theme: ", "Summary: ", "Parallel process: ",
                "Agreement to share (or nothing): ", "Privacy notice given (or nothing): ",
            ])
    }

    @Test func aDistrictMayBeGivenInsteadOfTheArea() async throws {
        let (ran, asked) = try await raising(
            [
                "no", "", "2019-07-02", "email", "school", "", "", "", "", "", "lancaster", "salt", "A long wait",
                "none", "", "",
            ])
        #expect(ran.output.hasPrefix("N-1: Logged."), "\(ran.complaints)")
        #expect(asked.contains("District: "))
    }

    @Test func whatTheRegisterDoesNotKnowIsAskedAgainAtOnce() async throws {
        let (ran, asked) = try await raising(
            [
                "no", "", "2019-07-02", "email", "school", "", "", "", "", "nroth", "north", "salt", "A long wait",
                "none", "", "",
            ])
        #expect(ran.output.hasPrefix("N-1: Logged."), "\(ran.complaints)")
        #expect(ran.complaints.contains("There is no area called “nroth”. Did you mean “north”?"))
        #expect(asked.count(where: { $0.hasPrefix("Area") }) == 2)
    }

    @Test func whatARuleHasAgainstAnAnswerIsSaidBeforeTheNextQuestion() async throws {
        let (ran, asked) = try await raising(
            [
                "no", "", "2019-08-02", "2019-07-02", "email", "school", "", "", "", "", "north", "salt", "A long wait",
                "none", "", "",
            ])
        #expect(ran.output.hasPrefix("N-1: Logged."), "\(ran.complaints)")
        #expect(ran.complaints.contains("The day it was received lies ahead."))
        #expect(asked.dropFirst(2).prefix(3) == ["Received on: ", "Received on: ", "Channel: "])
    }

    @Test func whoMayNotIsToldOnceTheAreaIsKnown() async throws {
        let (ran, asked) = try await raising(["no", "", "2019-07-02", "email", "school", "", "", "", "", "south"])
        #expect(ran.status == 77, "\(ran.complaints)")
        #expect(asked.last == "Area (or nothing, to give the District instead): ")
        #expect(ran.complaints.contains("“Log” is for"))
    }

    @Test func whatCannotHappenIsSaidBeforeAnythingIsAsked() async throws {
        let season = try await Season()
        try await season.raise()
        let terminal = TerminalConsole()
        #expect(await season.scratch.run(["issue", "accept", "N-1"], at: terminal).status == 1)
        #expect(terminal.asked.isEmpty)
    }

    /// An answer makes another field necessary.
    @Test func whatAnAnswerMakesNecessaryIsAskedToo() async throws {
        let (ran, asked) = try await raising(
            [
                "no", "", "2019-07-02", "email", "school", "", "", "", "With a letter", "", "north", "salt",
                "A long wait", "none",
                "", "",
            ],
            ["--acting-for", "A neighbour"])
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(asked.contains("Authority to act: "))
    }

    /// It is past the cut-off, so a reason is needed that is optional otherwise.
    @Test func whatARuleMakesNecessaryIsAskedFirst() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.raise("--theme", "ot")
        try await season.accept("N-2")
        try await season.agenda(with: "N-1")
        let terminal = TerminalConsole(edits: [.writes("It cannot wait")])
        let ran = await season.scratch.run(
            ["issue", "schedule", "N-2", "--meeting", "north-2019-04-30", "--on", "2019-04-24"], at: terminal)
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(ran.complaints.hasPrefix("The cut-off for this agenda has passed. The reason is the chair's;"))
        #expect(terminal.sheets.map(\.suffix) == ["-late-reason.txt"])
        #expect(terminal.asked.isEmpty)
    }

    /// Given twice, the day stays and is refused in the end; the rest is kept while it alone is asked again.
    @Test func whatWasGivenIsKeptWhenTheEventIsRefused() async throws {
        let (ran, asked) = try await raising(
            [
                "no", "", "2019-08-02", "2019-08-02", "email", "school", "", "", "", "", "north", "salt", "A long wait",
                "none", "", "", "2019-07-02",
            ])
        #expect(ran.output.hasPrefix("N-1: Logged."), "\(ran.complaints)")
        #expect(ran.complaints.contains("What was given is kept."))
        #expect(asked.last == "Received on: ")
    }

    @Test func theEndOfInputChangesNothing() async throws {
        let season = try await Season()
        let before = try season.scratch.bytes()
        let ran = await season.scratch.run(["issue", "raise"], at: TerminalConsole(answers: ["no", ""]))
        #expect(ran.status == 130)
        #expect(ran.complaints.contains("Received on was not given; nothing was changed."))
        #expect(try season.scratch.bytes() == before)
    }

    @Test func nobodyIsAskedWhoSaysYes() async throws {
        let (ran, asked) = try await raising([], ["--yes"])
        #expect(ran.status == 64)
        #expect(asked.isEmpty)
    }

    /// Nobody is asked who they are, nor whether it is a complaint, where the screen is not clear or there is no name.
    @Test func onlyWhatHasAPlaceIsOffered() async throws {
        let worry = try await raising(["unsure", "2019-07-02", "email", "school", "north", "salt", "A wait", "none"])
        #expect(worry.ran.status == 0 && !worry.asked.contains { $0.contains("(or nothing)") }, "\(worry.asked)")
        let nameless = try await raising(
            ["no", "later", "2019-07-02", "email", "school", "", "north", "salt", "A wait", "none"], ["--anonymous"])
        #expect(nameless.ran.status == 0, "\(nameless.ran.complaints)")
        #expect(!nameless.asked.contains { $0.hasPrefix("Name (") || $0.hasPrefix("Contact") })
    }

    /// It is handed over by the next working day, with the day on which it was said, and goes on here.
    @Test func aComplaintIsHandedOverTheNextWorkingDay() async throws {
        let season = try await Season()
        try await season.raise("--complaint", "yes")
        #expect(
            try await season.does("status", "--on", "2019-04-01").contains(
                "2019-04-02  lap issue hand-over-complaint N-1"))
        let handed = try await season.does(
            "issue", "hand-over-complaint", "N-1", "--complaint-to", "council-complaints", "--on", "2019-04-02")
        #expect(handed.contains("still Logged"), "\(handed)")
        let shown = try await season.does("show", "N-1")
        #expect(shown.contains("Asked to be handled as a complaint on") && shown.contains("2019-04-01"))
        #expect(try await !season.does("status", "--on", "2019-04-02").contains("hand-over-complaint"))
    }

    /// What was put off is told until it is answered.
    @Test func whetherItIsAComplaintIsAskedAgain() async throws {
        let season = try await Season()
        try await season.raise("--complaint", "later")
        #expect(
            try await season.does("status", "--on", "2019-04-01").contains(
                "2019-04-08  lap issue answer-complaint N-1"))
        let terminal = TerminalConsole(answers: ["later", "yes"])
        let ran = await season.scratch.run(["issue", "answer-complaint", "N-1", "--on", "2019-04-03"], at: terminal)
        #expect(ran.status == 0 && ran.complaints.contains("That is put off already."), "\(ran.complaints)")
        let told = try await season.does("status", "--on", "2019-04-03")
        #expect(told.contains("2019-04-04  lap issue hand-over-complaint N-1"), "\(told)")
        #expect(!told.contains("answer-complaint"))
        #expect(await season.refusal("issue", "answer-complaint", "N-1", "--complaint", "no").status == 1)
    }

    /// Whoever reads one issue learns of what another says of it.
    @Test func aLinkIsShownAtBothEnds() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.raise("--summary", "A second wait")
        try await season.does("issue", "link", "N-1", "--related", "N-2", "--on", "2019-04-02")
        #expect(try await season.does("show", "N-1").contains(/Related to +N-2/))
        #expect(try await season.does("show", "N-2").contains(/Named by +N-1 \(related to\)/))
        #expect(try await !season.does("show", "N-2", "--as-of", "2019-04-01").contains("Named by"))
        let log = try await season.does("log", "N-2")
        #expect(log.contains("link") && log.contains("related: N-2") && log.contains("N-1"), "\(log)")
        #expect(try await season.does("log", "N-2", "--json").contains(#""of":"N-1""#))
        // What may be a safeguarding matter is not told of.
        try await season.does("issue", "rescreen", "N-1", "--safeguarding", "unsure", "--on", "2019-04-05")
        for words in [["show", "N-2"], ["log", "N-2"]] {
            #expect(try await !season.does(words + ["--as", "SENCO North"]).contains("N-1"))
        }
        #expect(try await season.does("fsck").hasPrefix("Sound"))
    }

    @Test func theNextMeetingIsToldWhenSomethingComesIn() async throws {
        let season = try await Season()
        try await season.does("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-03-01")
        let said = try await season.does(
            "issue", "raise", "--area", "north", "--raised-by", "school", "--channel", "email", "--received",
            "2019-04-01",
            "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--summary", "A wait", "--on", "2019-04-01"
        )
        #expect(
            said.contains(
                "The North LAP meets on Tuesday 30 April 2019; it can be brought until Friday 12 April 2019, in 9 working days."
            ),
            "\(said)")
    }

    @Test func whatTheyNeedIsSaidWhereAContactStarts() async throws {
        let season = try await Season()
        try await season.raise("--format", "large-print,interpreter", "--language", "urdu")
        let terminal = TerminalConsole(answers: ["phone", "8 April 2019"])
        let ran = await season.scratch.run(["issue", "acknowledge", "N-1", "--on", "2019-04-02"], at: terminal)
        #expect(
            ran.status == 0 && ran.complaints.hasPrefix("They need: Large print, Interpreter, Urdu.\n"),
            "\(ran.complaints)")
        let letter = try await season.does(
            "pack", "letter", "N-1", "--to", season.scratch.folder.appending(path: "l").path, "--format", "html",
            "--on", "2019-04-02")
        #expect(!letter.isEmpty)
    }

    @Test func helpOnTheWayIsCountedAndATeamIsHeardFrom() async throws {
        let season = try await Season()
        try await season.raise()
        for _ in 1...2 {
            try await season.does("issue", "signpost", "N-1", "--signposted-to", "sendiass", "--on", "2019-04-02")
        }
        try await season.does("issue", "pass-on", "N-1", "--team", "Inclusion service", "--on", "2019-04-02")
        #expect(
            try await season.does("status", "--on", "2019-04-12").contains("2019-04-16  lap issue team-answered N-1"))
        try await season.does(
            "issue", "team-answered", "N-1", "--team-answer", "They ring this week", "--on", "2019-04-12")
        let shown = try await season.does("show", "N-1")
        #expect(shown.contains("Times signposted") && shown.contains("They ring this week"), "\(shown)")
        #expect(await season.refusal("issue", "team-answered", "N-1", "--team-answer", "Again").status == 1)
    }
}
