import Foundation
import Synchronization
import Testing

@testable import LapCommands

/// What a person at the terminal is asked, and when they are told that it cannot be.
@Suite("Prompts of events")
struct EventPromptTests {
    private func raising(_ answers: [String], _ options: [String] = [], as person: String = "DCO North") async throws
        -> (ran: Scratch.Ran, asked: [String])
    {
        let season = try await Season()
        return try await season.scratch.talk(["issue", "raise", "--as", person] + options, answers)
    }

    @Test func raisingAsksForEverythingThatIsNeededInTheOrderOfTheWorkflow() async throws {
        let (ran, asked) = try await raising(
            ["no", "2019-07-02", "email", "school", "north", "salt", "A long wait", "none"])
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(ran.output.hasPrefix("N-1: Logged."))
        #expect(
            asked == [
                "Safeguarding screen: ", "Received on: ", "Channel: ", "Raised by: ",
                "Area (or nothing, to give the District instead): ", "Theme: ", "Summary: ", "Parallel process: ",
            ])
    }

    @Test func aDistrictMayBeGivenInsteadOfTheArea() async throws {
        let (ran, asked) = try await raising(
            ["no", "2019-07-02", "email", "school", "", "lancaster", "salt", "A long wait", "none"])
        #expect(ran.output.hasPrefix("N-1: Logged."), "\(ran.complaints)")
        #expect(asked.contains("District: "))
    }

    @Test func whatTheRegisterDoesNotKnowIsAskedAgainAtOnce() async throws {
        let (ran, asked) = try await raising(
            ["no", "2019-07-02", "email", "school", "nroth", "north", "salt", "A long wait", "none"])
        #expect(ran.output.hasPrefix("N-1: Logged."), "\(ran.complaints)")
        #expect(ran.complaints.contains("There is no area called “nroth”. Did you mean “north”?"))
        #expect(asked.count(where: { $0.hasPrefix("Area") }) == 2)
    }

    @Test func whatARuleHasAgainstAnAnswerIsSaidBeforeTheNextQuestion() async throws {
        let (ran, asked) = try await raising(
            ["no", "2019-08-02", "2019-07-02", "email", "school", "north", "salt", "A long wait", "none"])
        #expect(ran.output.hasPrefix("N-1: Logged."), "\(ran.complaints)")
        #expect(ran.complaints.contains("The day it was received lies ahead."))
        #expect(asked.prefix(4) == ["Safeguarding screen: ", "Received on: ", "Received on: ", "Channel: "])
    }

    @Test func whoMayNotIsToldOnceTheAreaIsKnown() async throws {
        let (ran, asked) = try await raising(["no", "2019-07-02", "email", "school", "south"])
        #expect(ran.status == 77, "\(ran.complaints)")
        #expect(asked.last == "Area (or nothing, to give the District instead): ")
        #expect(ran.complaints.contains("“Log” is for"))
    }

    @Test func whatCannotHappenIsSaidBeforeAnythingIsAsked() async throws {
        let season = try await Season()
        try await season.raise()
        let (ran, asked) = try await season.scratch.talk(["issue", "accept", "N-1"], [])
        #expect(ran.status == 1)
        #expect(asked.isEmpty)
    }

    /// An answer makes another field necessary.
    @Test func whatAnAnswerMakesNecessaryIsAskedToo() async throws {
        let (ran, asked) = try await raising(
            ["no", "2019-07-02", "email", "school", "north", "salt", "A long wait", "none", "With a letter"],
            ["--acting-for", "A neighbour"])
        #expect(ran.status == 0, "\(ran.complaints)")
        #expect(asked.last == "Authority to act: ")
    }

    /// It is past the cut-off, so a reason is needed that is optional otherwise.
    @Test func whatARuleMakesNecessaryIsAskedFirst() async throws {
        let season = try await Season()
        try await season.raise()
        try await season.accept("N-1")
        try await season.raise("--theme", "ot")
        try await season.accept("N-2")
        try await season.agenda(with: "N-1")
        let (ran, asked) = try await season.scratch.talk(
            ["issue", "schedule", "N-2", "--meeting", "north-2019-04-30", "--on", "2019-04-24"], ["It cannot wait"])
        #expect(ran.output.contains("On an agenda") || ran.status == 0, "\(ran.complaints)")
        #expect(ran.complaints.contains("Give --late-reason."))
        #expect(asked.count == 1)
    }

    /// Given twice, the day stays and is refused in the end; the rest is kept while it alone is asked again.
    @Test func whatWasGivenIsKeptWhenTheEventIsRefused() async throws {
        let (ran, asked) = try await raising(
            ["no", "2019-08-02", "2019-08-02", "email", "school", "north", "salt", "A long wait", "none", "2019-07-02"])
        #expect(ran.output.hasPrefix("N-1: Logged."), "\(ran.complaints)")
        #expect(ran.complaints.contains("What was given is kept."))
        #expect(asked.suffix(2) == ["Parallel process: ", "Received on: "])
    }

    @Test func theEndOfInputChangesNothing() async throws {
        let season = try await Season()
        let before = try season.scratch.bytes()
        let (ran, _) = try await season.scratch.talk(["issue", "raise"], ["no"])
        #expect(ran.status == 130)
        #expect(ran.complaints.contains("Received on was not given; nothing was changed."))
        #expect(try season.scratch.bytes() == before)
    }

    @Test func nobodyIsAskedWhoSaysYes() async throws {
        let (ran, asked) = try await raising([], ["--yes"])
        #expect(ran.status == 1)
        #expect(asked.isEmpty)
    }
}

extension Scratch {
    /// Runs a command line for somebody at a terminal who gives these answers.
    fileprivate func talk(_ arguments: [String], _ answers: [String]) async throws -> (ran: Ran, asked: [String]) {
        let console = AnsweringConsole(answers)
        let context = Context(
            console: console, environment: ["LAP_SHARE": Scratch.checkout.path],
            directory: URL(filePath: folder.path, directoryHint: .isDirectory), now: { Scratch.now }, executable: nil)
        let status = await Lap.run(arguments, context)
        let heard = console.heard
        return (Ran(status: status, output: heard.output, complaints: heard.complaints), heard.asked)
    }
}

/// Somebody at a terminal who answers in order.
private final class AnsweringConsole: Console {
    private let said: Mutex<(output: String, complaints: String, asked: [String], answers: ArraySlice<String>)>

    init(_ answers: [String]) {
        said = Mutex(("", "", [], answers[...]))
    }

    var heard: (output: String, complaints: String, asked: [String]) {
        said.withLock { ($0.output, $0.complaints, $0.asked) }
    }

    func write(_ text: String) { said.withLock { $0.output += text } }
    func complain(_ text: String) { said.withLock { $0.complaints += text } }
    let isInteractive = true
    let showsTerminal = false
    let width = 100
    func ask(_ prompt: String) -> String? {
        said.withLock {
            $0.asked.append(prompt)
            return $0.answers.popFirst()
        }
    }
    func readAll() throws -> String { "" }
    func edit(_ text: String, suffix: String) async throws -> String? { ask(suffix) }
    func page(_ text: String) async { write(text) }
}
