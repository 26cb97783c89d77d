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

    // MARK: - Events that follow

    private func problems(_ effects: String, more: String = "", states: String = "open: {title: Open}") -> [String] {
        let text = """
            workflow: w
            title: W
            roles: {clerk: Clerk, system: System}
            fields: {n: {title: N, type: number 0 to 9}, why: {title: Why, type: number 0 to 9}}
            states: {\(states), mid: {title: Mid}, done: {title: Done, end: yes}}
            events:
              begin: {title: Begin, from: start, to: open, by: clerk}
              ping: {title: Ping, from: open, by: [clerk, system]\(effects)}
              move: {title: Move, from: open, to: mid, by: [clerk, system]}
              back: {title: Back, from: mid, to: open, by: [clerk, system]}
              count: {title: Count, from: open, by: [clerk, system], sets: {n: n + 1}\(more)}
              finish: {title: Finish, from: [open, mid], to: done, by: clerk}

            """
        switch WorkflowFile.read(text, name: "w", host: Shipped.host) {
        case .success: return []
        case .failure(let problems): return problems.problems.map(\.sentence)
        }
    }

    private func follow(_ event: String) -> String { ", effects: [{follow: {event: \(event)}}]" }

    @Test func anEventThatFollowsIsOneOfTheFile() {
        #expect(problems(follow("\"'move'\"")).isEmpty)
        #expect(problems(follow("\"'mvoe'\"")) == ["There is no event “mvoe”."])
        #expect(problems(follow("\"'begin'\"")) == ["“begin” begins an item, and cannot happen to one."])
        #expect(problems(follow("move")) == ["“move” is the name of an event, which stands in quotes of its own."])
        #expect(problems(", effects: [follow]") == ["“follow” needs “event”, the name of an event."])
        #expect(problems(", effects: [{follow: {when: n == 1}}]") == ["“follow” needs “event”, the name of an event."])
    }

    @Test func whatFollowsFromItselfHasNoEnd() {
        #expect(problems(follow("\"'ping'\"")) == ["What follows from “ping” has no end: “ping”, and so on."])
        // Its condition stays as it is.
        let lasting = ", effects: [{follow: {event: \"'ping'\", when: why == 1}}]"
        #expect(problems(lasting) == ["What follows from “ping” has no end: “ping”, and so on."])
        // By way of states, too.
        let states = """
            open: {title: Open, effects: [{follow: {event: "'move'"}}]}, \
            there: {title: There, effects: [{follow: {event: "'back'"}}]}
            """
        #expect(problems("", states: states).isEmpty)
        let around = problems(", to: mid" + follow("\"'back'\""), more: "", states: "open: {title: Open}")
        #expect(around.isEmpty)
        #expect(
            problems(
                ", to: mid" + follow("\"'back'\""),
                states: "open: {title: Open, effects: [{follow: {event: \"'ping'\"}}]}")
                == ["What follows from “ping” has no end: “ping”, then “back”, and so on."])
    }

    @Test func whatFollowsIsSomethingThatTheRegisterCanCause() {
        #expect(
            problems(follow("\"'finish'\"")) == [
                "“finish”, which is to follow from “ping”, is always refused: it is not for system, which causes it."
            ])
        let refused = [
            "“count”, which is to follow from “ping”, is always refused: it asks for “why”, which nobody gives."
        ]
        #expect(problems(follow("\"'count'\""), more: ", asks: {why: required}") == refused)
        for asks in ["{why: optional}", "{why: record}", "{why: {default: n}}"] {
            #expect(problems(follow("\"'count'\""), more: ", asks: \(asks)").isEmpty)
        }
    }

    @Test func whatTheRecordEndsIsLeftToTheRegister() {
        let counting = ", effects: [{follow: {event: \"'count'\", when: n < 3}}]"
        #expect(problems("", more: counting).isEmpty)
    }

    @Test func anEventThatPutsRightAsksForSomethingThatMayBeWrong() {
        let sentence = "“put-right” refuses this event always: it asks for nothing that it could put right."
        #expect(problems(", asks: {why: required}, effects: [put-right]") == [sentence])
        #expect(problems(", effects: [put-right]") == [sentence])
        #expect(problems(", asks: {why: required, n: optional}, effects: [put-right]").isEmpty)
        #expect(
            problems(", asks: {why: required}, effects: [{put-right: {when: n is empty}}]") == [
                sentence.replacing("always", with: "whenever its condition holds")
            ])
    }

    @Test func anEventOfAnotherWorkflowIsOneOfIt() throws {
        func found(_ text: String, _ known: (String) -> Definition?) throws -> [Finding] {
            try WorkflowFile.check(text, name: "action.yaml", host: Shipped.host, beside: known).get().findings
                .map(\.finding).filter { $0.code == .contract }
        }
        let text = try Shipped.text("action")
        let wrong = text.replacing("'actions-done'", with: "'actions-dnoe'")
        #expect(text != wrong)
        let issue = try Shipped.definition("issue")
        let found = try found(wrong) { $0 == "issue" ? issue : nil }
        #expect(
            found.map(\.sentence) == [
                "“Complete” is to cause “actions-dnoe” by “tell-issue”, which is no event of issue. Did you mean "
                    + "“actions-done”?"
            ])
        // Of what is not at hand nothing is said.
        #expect(
            try WorkflowFile.check(wrong, name: "x", host: Shipped.host).get().findings.allSatisfy {
                $0.finding.code != .contract
            })
        let all = Dictionary(
            uniqueKeysWithValues: try ["issue", "meeting", "action", "matter", "commitment"].map {
                ($0, try Shipped.definition($0))
            })
        for definition in all.values {
            #expect(Shipped.host.findings(on: definition) { all[$0] }.isEmpty, "\(definition.name)")
        }
    }
}
