import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// What an event asks the host to do besides.
struct EffectTests {
    @Test(arguments: [("not-reached", ["pass-over"]), ("more-evidence", ["decision"])])
    func anItemIsPassedOverOnlyWhenItWasNotReached(because: String, effects: [String]) throws {
        var story = try Case.issue(at: "on-agenda")
        let change = try story.happen("defer", as: "chair", ["deferred-because": because, "next-meeting": "later"])
        #expect(change.effects.map(\.name) == effects)
    }

    @Test func aConditionIsCheckedAndNoArgument() throws {
        let text = StructuralMistakeTests.sound.replacing(
            "decision: {kind: \"'noted'\"}", with: "decision: {kind: \"'noted'\", when: count > 1}")
        let definition = try WorkflowFile.read(text, name: "sample.yaml", host: Shipped.host).get()
        let effect = try #require(definition.event("wait")?.effects.first)
        #expect(effect.condition?.text == "count > 1" && effect.arguments.keys.sorted() == ["kind"])
        let setting = Setting(on: Day(number: 18_000), actor: Actor(person: "p", roles: ["clerk"]))
        for (count, expected) in [(0, 0), (1, 1)] {
            let fields: [String: Value] = [
                "title": .text("A"), "colour": .text("green"), "count": .number(count),
            ]
            guard
                case .accepted(let change) = definition.decide(
                    "wait", on: Item(state: "open", fields: fields), in: setting)
            else {
                Issue.record("it was refused")
                continue
            }
            #expect(change.effects.count == expected)
        }
    }

    @Test func theExplanationSaysWhen() throws {
        let lines = try Shipped.definition("issue").explanation(of: "defer")?.lines.map(\.sentence) ?? []
        #expect(lines.contains("The register does “pass-over” when deferred-because == not-reached."))
    }
}
