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

    @Test func aWaiverWithoutAFindingIsToldWhereItStands() throws {
        let text =
            Order.text(Order.days, promises: "  {}")
            + "waivers:\n  - {finding: no-way-out, of: state open, because: So.}\n"
        let checked = try WorkflowFile.check(text, name: "x", host: Host(referenceKinds: ["person"])).get()
        let placed = try #require(checked.findings.first { $0.finding.code == .waiverWithoutFinding })
        #expect(placed.line == text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    }
}
