import Foundation
import Testing

@testable import LapCommands

/// Checks are given more time than they take unless told, as the program under test is not optimised.
struct WorkflowCheckTests {
    @Test func theWorkflowsInForceAreSound() async throws {
        let ran = try await Scratch().run("workflow", "check", "--seconds", "900")
        #expect(ran.status == 0, "\(ran.output)")
        for name in [
            "action", "breach", "commitment", "gap", "issue", "matter", "meeting", "plan-action", "request", "risk",
        ] {
            #expect(ran.output.contains("\(name).yaml: sound;"), "\(ran.output)")
        }
        #expect(!ran.output.contains(": error "))
    }

    @Test func aBrokenPromiseIsShownWithItsPathAndCanBeFollowed() async throws {
        let scratch = try await Scratch()
        try scratch.write(
            ShippedWorkflow.text("issue", replacing: "must-pass: [submit, enter-at-board]", with: "must-pass: lapse"),
            to: "own.yaml")
        let ran = await scratch.run("workflow", "check", "--seconds", "900", "own.yaml")
        #expect(ran.status == 1)
        #expect(ran.complaints.isEmpty)
        let line = try #require(ran.output.split(separator: "\n").first { $0.contains("promise-broken") })
        #expect(line.hasPrefix("own.yaml:"))
        // What was played is an example, which can be played again.
        let played = ran.output.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "  Played:" }
        let example = played.dropFirst().prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }.joined(separator: "\n")
        try scratch.write(example + "\n", to: "played.yaml")
        let again = await scratch.run(
            "workflow", "replay", "own.yaml", "--examples", "played.yaml", "--example", "promise-escalation")
        #expect(again.status == 0, "\(again.complaints) \(example)")
        let json = await scratch.run(
            "workflow", "check", "--seconds", "900", "own.yaml", "--json=file,severity,code,subject,path")
        #expect(json.status == 1)
        #expect(
            json.output.contains(
                "{\"code\":\"promise-broken\",\"file\":\"own.yaml\",\"path\":[\"log\",\"accept\","))
    }

    /// Each process orders what it keeps in sets in its own way.
    @Test func saysTheSameOfAFileWheneverItIsRead() async throws {
        let scratch = try await Scratch()
        let promise = """
              one-owner:
                title: Whatever is under way has somebody who sees to it and a due day
                always: "state not in [open, awaited, handed-on] or owner is set and due is set"

            """
        let text = try ShippedWorkflow.text("commitment", replacing: promise, with: "")
        try scratch.write(text.replacing(/, needs: \[[^\]]*\]/, with: ""), to: "own.yaml")
        var said: Set<String> = []
        for _ in 0..<8 {
            let process = Process()
            let output = Pipe()
            process.executableURL = Scratch.checkout.appending(path: ".build/debug/lap")
            process.arguments = ["workflow", "check", "--seconds", "900", "own.yaml"]
            process.currentDirectoryURL = scratch.folder
            process.environment = ["LAP_SHARE": Scratch.checkout.path]
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            said.insert(String(decoding: bytes, as: UTF8.self))
        }
        #expect(said.count == 1, "\(said.joined(separator: "\n"))")
        #expect(said.first?.contains("own.yaml") == true)
    }

    @Test func aCheckTakesFiveSecondsHoweverTheProgramIsBuilt() {
        #expect(WorkflowCommand.usualSeconds == 5)
    }

    /// What effects cause elsewhere is looked for in the workflows that are in force.
    @Test func anEventThatAnotherWorkflowDoesNotHaveIsAMistake() async throws {
        let scratch = try await Scratch()
        try scratch.write(
            ShippedWorkflow.text("action", replacing: "'actions-done'", with: "'actions-dnoe'"), to: "own.yaml")
        let ran = await scratch.run("workflow", "check", "--seconds", "900", "own.yaml")
        #expect(ran.status == 1 && ran.output.contains("Did you mean “actions-done”?"), "\(ran.output)")
    }

    /// The holidays that come with lap count.
    @Test func aStoryOfAClockIsPlayedWithItsHolidays() async throws {
        let scratch = try await Scratch()
        try scratch.write(
            """
            workflow: t
            title: T
            calendar: england-and-wales
            roles: {a: A, system: The system}
            fields: {n: {title: N, type: number 0 to 9}}
            states: {s: {title: S}, y: {title: Y, end: yes}}
            events:
              go: {title: G, from: start, to: s, by: a, sets: {n: 0}}
              nag: {title: Nag, from: s, by: system, adds: {n: 1}}
              stop: {title: Stop, from: s, to: y, by: a}
            clocks:
              c: {title: C, in: s, lasts: 20 working days, restarts-on: nag, missed: {event: nag}}

            """, to: "own.yaml")
        let ran = await scratch.run("workflow", "check", "--seconds", "900", "own.yaml")
        #expect(ran.output.contains("error clock-event-refused"), "\(ran.output)")
        let played = ran.output.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "  Played:" }
        let example = played.dropFirst().prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }.joined(separator: "\n")
        #expect(example.hasSuffix("refused: yes}"))
        try scratch.write(example + "\n", to: "played.yaml")
        let again = await scratch.run(
            "workflow", "replay", "own.yaml", "--examples", "played.yaml", "--example", "clock-c")
        #expect(again.status == 0 && again.output.contains("but nag is refused"), "\(again.complaints) \(again.output)")
    }

    @Test func everyProblemOfAFileHasItsPlaceAndAnUnreadableFileOutranksAFinding() async throws {
        let scratch = try await Scratch()
        try scratch.write(ShippedWorkflow.text("action", replacing: "    by:", with: "    bye:"), to: "bad.yaml")
        try scratch.write(
            ShippedWorkflow.text("issue", replacing: "must-pass: [submit, enter-at-board]", with: "must-pass: lapse"),
            to: "own.yaml")
        let ran = await scratch.run("workflow", "check", "--seconds", "900", "bad.yaml", "own.yaml")
        #expect(ran.status == 65)
        let problems = ran.output.split(separator: "\n").filter { $0.contains(": error unreadable: ") }
        #expect(problems.count > 4)
        for problem in problems {
            let place = problem.split(separator: ":")
            #expect(place[0] == "bad.yaml" && Int(place[1]) != nil && Int(place[2]) != nil, "\(problem)")
        }
        #expect(ran.output.contains("promise-broken"))
    }

    /// In a register the seats held today count, body by body; a file of one's own has nothing to do with them.
    @Test func countsNoPromiseAsKeptThatIsNotProved() async throws {
        let scratch = try await Scratch()
        try scratch.write(
            """
            workflow: order
            title: Order
            roles: {clerk: Clerk}
            fields: {begun: {title: Begun, type: day}, ended: {title: Ended, type: day}}
            states: {open: {title: Open}, shut: {title: Shut, end: yes}}
            events:
              begin:
                title: Begin
                from: start
                to: open
                by: clerk
                asks: {begun: required}
              shut:
                title: Shut
                from: open
                to: shut
                by: clerk
                asks: {ended: required}
                rules: [{require: ended >= begun + 12 months, otherwise: No.}]
            promises:
              begun: {title: It has begun, always: begun is set}
              year: {title: It takes a year, entering: shut, holds: ended >= begun + 365 days}

            """, to: "own.yaml")
        let ran = await scratch.run("workflow", "check", "--seconds", "900", "own.yaml")
        #expect(ran.status == 0 && ran.output.contains("note promise-unproved: "), "\(ran.output)")
        #expect(
            ran.output.hasPrefix("own.yaml: no mistake found, 1 thing not found out; ")
                && ran.output.contains(", 1 of 2 promises kept."), "\(ran.output)")
        #expect(await scratch.run("workflow", "check", "--seconds", "900", "own.yaml", "--strict").status == 1)
        #expect(await scratch.run("workflow", "check", "--seconds", "900", "issue", "--strict").status == 0)
        let shipped = await scratch.run("workflow", "check", "--seconds", "900", "issue")
        #expect(shipped.output.contains(", 14 promises kept."), "\(shipped.output)")
    }

    @Test func notesWhatTheSeatsHeldMakeImpossible() async throws {
        let scratch = try await Scratch(seats: ["north/dco", "north/chair", "south/dco", "board/board-secretary"])
        func notes(_ word: String) async -> [String] {
            let ran = await scratch.run("workflow", "check", "--seconds", "900", word)
            #expect(ran.status == 0, "\(ran.output)")
            return ran.output.split(separator: "\n").map(String.init).filter {
                $0.contains("note one-person-deadlock: ") || $0.contains("note role-not-held: ")
            }
        }
        let alone = await notes("issue")
        #expect(alone.contains { $0.contains("North LAP, South LAP: Only one person can “Submit”") }, "\(alone)")
        let east = alone.filter { $0.contains("East LAP: Nobody is Designated Clinical Officer, so nobody can ") }
        #expect(east.contains { $0.contains("“Submit”") }, "\(alone)")
        #expect(alone.allSatisfy { $0.hasPrefix("issue.yaml:") })

        let joined = await scratch.run(
            "member", "add", "Deputy DCO North <deputy@example.org>", "--seat", "north/dco", "--from", "2019-01-07")
        #expect(joined.status == 0, "\(joined.complaints)")
        let two = await notes("issue")
        #expect(two.contains { $0.contains(": South LAP: Only one person can “Submit”") }, "\(two)")

        try scratch.write(ShippedWorkflow.text("issue"), to: "own.yaml")
        #expect(await notes("own.yaml").isEmpty)
    }

    /// What is not reached in time is named, and nothing else is said of it.
    @Test func whatTimeDoesNotAllowIsNamedAsOpen() async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run("workflow", "check", "issue", "--seconds", "0.01")
        #expect(ran.status == 0, "\(ran.output)")
        #expect(ran.output.contains("promise-unproved: "), "\(ran.output)")
        #expect(ran.output.contains("time was up"), "\(ran.output)")
        let never = await scratch.run("workflow", "check", "issue", "--seconds", "0")
        #expect(never.status == 64)
    }

    @Test func standardInputIsAFileToo() async throws {
        let scratch = try await Scratch()
        let ran = await scratch.run(
            ["workflow", "check", "--seconds", "900", "-"], input: try ShippedWorkflow.text("action"))
        #expect(ran.status == 0)
        #expect(ran.output.hasPrefix("standard input: sound;"))
    }

    @Test(arguments: [
        (["workflow", "check", "--seconds", "900", "isue"], 66, "Did you mean “issue”?"),
        (["workflow", "check", "--seconds", "900", "nowhere/else.yaml"], 66, "cannot be read"),
        (["workflow", "check", "--seconds", "900", "bytes.yaml"], 65, "is not UTF-8 text"),
        (["workflow", "chekc"], 64, "Did you mean “check”?"),
    ])
    func whatCannotBeCheckedIsSaid(words: [String], status: Int, said: String) async throws {
        let scratch = try await Scratch()
        try scratch.write([0xFF, 0xFE, 0x00], to: "bytes.yaml")
        let ran = await scratch.run(words)
        #expect(Int(ran.status) == status)
        #expect(ran.complaints.contains(said), "\(ran.complaints)")
    }
}
