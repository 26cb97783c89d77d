import Testing
import Workflow
import WorkflowProof

struct ExplanationTests {
    private func lines(_ event: String) throws -> [String] {
        let explanation = try #require(try Shipped.definition("issue").explanation(of: event))
        return explanation.lines.map { "\($0.heading): \($0.sentence)" }
    }

    @Test func saysWhoWhereWhatAndWhatFollows() throws {
        let lines = try lines("submit")
        #expect(
            lines == [
                "Who: Designated Clinical Officer.",
                "Where: “Escalation proposed”.",
                "Asks: Brief is free of personal details (brief-redacted): optional, asked anew each time; otherwise yes.",
                "Only if: brief-redacted (R12); otherwise: A brief that holds personal details does not leave the LAP.",
                "Only if: actor.person != owner (R13); otherwise: Whoever owns the issue cannot be the one who submits it.",
                "Only if: safeguarding == no (R1); otherwise: The safeguarding screen is not clear, so this can only be diverted.",
                "Then: It goes to “Escalated”.",
                "Then: Brief approved by becomes actor.person.",
                "Then: Submitted on becomes today.",
                "Then: Has gone to the Board becomes yes.",
            ])
    }

    @Test func saysWhichClocksStart() throws {
        #expect(
            try lines("propose-escalation").contains("Then: The clock “Submit to the Board” starts: 5 working days."))
        #expect(try lines("table").contains("Then: The clock “Board answers” starts: until date of the board meeting."))
    }

    @Test func knowsEveryEventAndNoOther() throws {
        let definition = try Shipped.definition("issue")
        for event in definition.events { #expect(definition.explanation(of: event.name) != nil) }
        #expect(definition.explanation(of: "nothing") == nil)
    }
}
