import Testing

@testable import LapCommands

struct WorkflowWordsTests {
    @Test func anEventIsSaidInWords() async throws {
        let ran = try await Scratch().run("workflow", "explain", "issue", "submit")
        #expect(ran.output.contains("Who:      Designated Clinical Officer."))
        #expect(ran.output.contains("Only if:  brief-redacted (R12);"))
        #expect(ran.output.contains("Then:     It goes to “Escalated” (which means board-undecided)."))
    }

    @Test func theCommandLinesOwnWordForAnEventWillDo() async throws {
        let ran = try await Scratch().run("workflow", "explain", "issue", "raise", "--json=event")
        #expect(ran.output == "{\"event\":\"log\"}\n")
        let unknown = try await Scratch().run("workflow", "explain", "issue", "sumbit")
        #expect(unknown.status == 66)
        #expect(unknown.complaints.contains("Did you mean “submit”?"))
    }

    @Test func aLaterVersionsMeaningIsCompared() async throws {
        let scratch = try await Scratch()
        try scratch.write(
            ShippedWorkflow.text("issue", replacing: "lasts: 3 working days", with: "lasts: 5 working days"),
            to: "later.yaml")
        let same = await scratch.run("workflow", "diff", "issue", "issue")
        #expect(same.status == 0)
        #expect(same.output.isEmpty)
        let ran = await scratch.run("workflow", "diff", "issue", "later.yaml")
        #expect(
            ran.output == "clock acknowledge\tlooser\t“Acknowledge” lasts 5 working days, not 3 working days.\n")
        #expect(await scratch.run("workflow", "diff", "issue", "action").status == 65)
    }

    @Test func aVersionThatTheRegisterUsedIsKnownByItsDigest() async throws {
        let season = try await Season()
        try await season.raise()
        let versions = try await season.does("workflow", "versions", "issue").split(separator: "\t")
        #expect(versions.first == "issue")
        #expect(versions.last == "yes\n")
        let digest = String(versions[1])
        try season.scratch.write(
            ShippedWorkflow.text("issue", replacing: "lasts: 3 working days", with: "lasts: 2 working days"),
            to: "later.yaml")
        let compared = try await season.does("workflow", "diff", digest, "later.yaml")
        #expect(compared.hasPrefix("clock acknowledge\ttighter\t"))
    }
}
