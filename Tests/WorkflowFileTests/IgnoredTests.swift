import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// What was once silently ignored.
struct IgnoredTests {
    private func problems(_ text: String) -> [String] {
        guard case .failure(let problems) = WorkflowFile.check(text, name: "x", host: Host(referenceKinds: ["person"]))
        else { return [] }
        return problems.problems.map(\.sentence)
    }

    @Test func aSecondClaimInAPromiseIsAnError() {
        let twice = Order.text(
            Order.days, promises: "  word: {title: Our word, always: begun is set, entering: done, holds: ended is set}"
        )
        #expect(
            problems(twice) == [
                "“entering” does not go with “always”: a promise has one claim.",
                "“holds” does not go with “always”: a promise has one claim.",
            ])
    }

    @Test func aConstantThatItsFieldCannotHoldIsAnError() {
        let sets = Order.days.replacing("asks: {ended: required}", with: "asks: {ended: required}\n    sets: {n: 9}")
        #expect(problems(Order.text(sets, promises: "  {}")) == ["N is a whole number from 0 to 3."])
        let asks = Order.days.replacing("ended: required", with: "ended: required, n: {default: 7}")
        #expect(problems(Order.text(asks, promises: "  {}")) == ["N is a whole number from 0 to 3."])
    }

    @Test(arguments: [
        ("{tick: 2020-01-09, do: begin}", "“do” does not go with “tick”."),
        ("{tick: 2020-01-09, give: {n: 1}}", "“give” does not go with “tick”."),
    ])
    func whatDoesNotGoWithTickIsAnError(step: String, sentence: String) throws {
        let definition = try WorkflowFile.read(
            Order.text(Order.days, promises: "  {}"), name: "x", host: Host(referenceKinds: ["person"])
        ).get()
        let text = "one: {title: One, steps: [\(step)]}\n"
        guard case .failure(let problems) = ExampleFile.read(text, name: "x", of: definition, calendars: Calendars([]))
        else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.map(\.sentence) == [sentence])
    }

    /// What shows nothing, or could be refused by nothing.
    @Test(arguments: [
        ("[]", "An example without steps shows nothing."),
        ("[{do: begin, on: 2020-01-01, as: clerk, refused: rule 9}]", "“begin” has no “rule 9” of its own."),
        ("[{do: finish, on: 2020-01-01, as: clerk, refused: rule 2}]", "“finish” has no “rule 2” of its own."),
        ("[{do: finish, on: 2020-01-01, as: clerk, refused: R7}]", "Nothing refuses by “R7”."),
        ("[{tick: 2020-01-01, refused: rule 1}]", "What a clock causes has no “rule 1” of its own."),
    ])
    func anExampleThatShowsNothingIsAnError(steps: String, sentence: String) throws {
        let definition = try WorkflowFile.read(
            Order.text(Order.days, promises: "  {}"), name: "x", host: Host(referenceKinds: ["person"])
        ).get()
        let text = "one: {title: One, steps: \(steps)}\n"
        guard case .failure(let problems) = ExampleFile.read(text, name: "x", of: definition, calendars: Calendars([]))
        else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.map(\.sentence) == [sentence])
        let known = text.replacing("refused: rule 9", with: "refused: begun").replacing("rule 2", with: "rule 1")
            .replacing("R7", with: "yes").replacing("refused: rule 1}]", with: "leads-to: open}]")
        if known != text, !steps.hasPrefix("[{tick") {
            _ = try ExampleFile.read(known, name: "x", of: definition, calendars: Calendars([])).get()
        }
    }

    @Test func aWaiverWithoutAFindingIsToldWhereItStands() throws {
        let text =
            Order.text(Order.days, promises: "  {}")
            + "waivers:\n  - {finding: no-way-out, of: state open, because: So.}\n"
        let checked = try WorkflowFile.check(text, name: "x", host: Host(referenceKinds: ["person"])).get()
        let placed = try #require(checked.findings.first { $0.finding.code == .waiverWithoutFinding })
        #expect(placed.line == text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    }
}
