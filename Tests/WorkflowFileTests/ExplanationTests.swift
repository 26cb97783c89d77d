import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

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
                "Only if: actor.person != owner and (self.owners is empty or not (self.owners has actor.person)) (R13); otherwise: Whoever owns the issue, or has owned it, cannot be the one who submits it.",
                "Only if: withheld or scope == systemic and anonymous or consent has discuss-anonymised (R4); otherwise: It goes on only without names, with consent to discuss it so or as a gap raised without a name.",
                "Only if: not withheld (R4); otherwise: Its family took their consent back, and has not given it again.",
                "Only if: not before.suspended; otherwise: It rests until it is resumed.",
                "Only if: safeguarding == no (R1); otherwise: The safeguarding screen is not clear, so this can only be diverted.",
                "Then: It goes to “Escalated” (which means board-undecided).",
                "Then: Brief approved by becomes actor.person.",
                "Then: Submitted on becomes today.",
                "Then: Has gone to the Board becomes yes.",
                "Then: In private, Why in private, Schedule 12A paragraph, Next meeting and Date of the Board meeting: emptied.",
                "Then: The clock “Table it for the Board” starts: 5 working days.",
                "Then: The clock “Table it for the meeting it was put off to” starts: until date of the board meeting.",
            ])
    }

    @Test func saysWhichClocksStart() throws {
        #expect(
            try lines("propose-escalation").contains("Then: The clock “Submit to the Board” starts: 5 working days."))
        #expect(try lines("table").contains("Then: The clock “Board answers” starts: until date of the board meeting."))
    }

    /// With `need: optional` what is on record suffices.
    @Test(arguments: [
        ("{when: asked > 3}", "required when asked > 3."),
        ("{need: optional, when: asked > 3}", "required when asked > 3 unless on record."),
    ])
    func saysWhatSufficesWhereSomethingIsRequired(ask: String, words: String) throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {asked: required, granted: optional}}
              go: {title: Go, from: open, to: done, by: clerk, asks: {granted: \(ask)}}
            """, promises: "  {}")
        let definition = try WorkflowFile.read(text, name: "x", host: Host(referenceKinds: ["person"])).get()
        let lines = try #require(definition.explanation(of: "go")).lines.map(\.sentence)
        #expect(lines.contains { $0.hasSuffix(words) }, "\(lines)")
    }

    /// What counts from a day on record is as late as it was when it begins again.
    @Test func saysFromWhichDayAClockBeginsAgain() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {begun: required}}
              remind: {title: Remind, from: open, by: [clerk, system]}
              move: {title: Move, from: open, by: clerk, sets: {begun: today}}
            """, promises: "  {}",
            clocks: """
                clocks:
                  fixed: {title: Fixed, in: open, starts: begun, lasts: 5 days, restarts-on: [remind, move]}
                  free: {title: Free, in: open, lasts: 5 days, restarts-on: remind}
                """)
        let definition = try WorkflowFile.read(text, name: "x", host: Host(referenceKinds: ["person"])).get()
        func clocks(_ event: String) throws -> [String] {
            try #require(definition.explanation(of: event)).lines.map(\.sentence).filter { $0.hasPrefix("The clock") }
        }
        #expect(
            try clocks("begin") == [
                "The clock “Fixed” starts: 5 days after begun.", "The clock “Free” starts: 5 days.",
            ])
        #expect(
            try clocks("remind") == [
                "The clock “Fixed” begins again, counted by Begun as before: 5 days after begun.",
                "The clock “Free” begins again: 5 days.",
            ])
        #expect(try clocks("move") == ["The clock “Fixed” begins again: 5 days after begun."])
    }

    @Test func knowsEveryEventAndNoOther() throws {
        let definition = try Shipped.definition("issue")
        for event in definition.events { #expect(definition.explanation(of: event.name) != nil) }
        #expect(definition.explanation(of: "nothing") == nil)
    }
}
