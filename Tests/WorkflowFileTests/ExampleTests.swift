import StrictYAML
import Foundation
import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

struct ExampleTests {
    static let workflows = [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk", "draft",
    ]

    private func examples(_ text: String, of definition: Definition) throws -> [Example] {
        let calendars = Calendars([Shipped.calendar])
        return try ExampleFile.read(text, name: "examples.yaml", of: definition, calendars: calendars).get()
    }

    @Test(arguments: workflows)
    func theShippedExamplesComeOutAsTheySay(name: String) throws {
        let definition = try Shipped.definition(name)
        for example in try examples(Shipped.text("examples/\(name)"), of: definition) {
            let failure = definition.run(example, by: Shipped.host.acts(on: definition)).failure
            #expect(failure == nil, "\(example.name), step \(failure?.step ?? 0): \(failure?.sentence ?? "")")
        }
    }

    @Test(arguments: workflows)
    func theShippedExamplesReachEveryStateEventAndClockAndSeeEveryRuleRefuse(name: String) throws {
        let definition = try Shipped.definition(name)
        var reached = Reached()
        for example in try examples(Shipped.text("examples/\(name)"), of: definition) {
            reached.formUnion(definition.run(example, by: Shipped.host.acts(on: definition)).reached)
        }
        #expect(definition.unreached(reached) == Reached())
    }

    @Test(arguments: ["[one, two]", "'one, two'"])
    func severalChoicesAreAListOrTextWithCommas(given: String) throws {
        let text = Order.text(
            "  begin: {title: Begin, from: start, to: open, by: clerk, asks: {tags: required}}",
            fields: "  tags: {title: Tags, type: choices, choices: [one, two, three]}", promises: "  {}")
        let definition = try WorkflowFile.read(text, name: "x", host: Host(referenceKinds: ["person"])).get()
        let told = try examples(
            "one: {title: One, steps: [{do: begin, on: 2020-01-02, as: clerk, give: {tags: \(given)}}]}\n",
            of: definition)
        #expect(told.first?.steps.first?.happening == .event("begin", given: ["tags": .list(["one", "two"])]))
    }

    @Test(arguments: workflows)
    func theShippedExamplesTurnSomebodyAway(name: String) throws {
        let definition = try Shipped.definition(name)
        let steps = try examples(Shipped.text("examples/\(name)"), of: definition).flatMap(\.steps)
        #expect(steps.contains { $0.outcome == .refused(because: "role") })
    }

    private static let story = """
        first:
          title: It begins and waits
          steps:
            - {do: begin, on: 2019-12-02, as: clerk, by: a, give: {title: A, level: 2, colour: red}, leads-to: open}
            - {do: wait, leads-to: waiting}
            - {do: resume, facts: {self.size: 2}, leads-to: open}
        second:
          title: It ends
          after: first
          steps:
            - {do: finish, as: boss, refused: yes}
            - {do: wait, as: clerk}
            - {do: resume, give: {due: 2019-12-24}}
            - {do: finish, as: boss, leads-to: done}

        """

    @Test func tellsWhatWasReached() throws {
        let definition = try WorkflowFile.read(VerificationTests.sound, name: "x", host: Shipped.host).get()
        let runs = try examples(Self.story, of: definition).map { definition.run($0) }
        #expect(runs.allSatisfy { $0.failure == nil })
        let left = definition.unreached(runs[1].reached)
        #expect(left.states.isEmpty && left.events.isEmpty && left.clocks.isEmpty)
        #expect(left.rules == ["event wait rule 1", "event resume rule 1", "event finish rule 1"])
    }

    @Test(arguments: [
        ("leads-to: waiting", "leads-to: done", "first", 2, "“wait” led to waiting, not to done."),
        ("refused: yes", "leads-to: done", "second", 4, "“finish” was refused: Red needs a day."),
        ("refused: yes", "refused: title", "second", 4, "“finish” was refused, but not by title: Red needs a day."),
        (
            "as: boss, leads-to: done", "as: boss, refused: yes", "second", 7,
            "“finish” happened, although it should be refused."
        ),
    ])
    func saysWhichStepCameOutOtherwise(old: String, new: String, name: String, step: Int, sentence: String) throws {
        let definition = try WorkflowFile.read(VerificationTests.sound, name: "x", host: Shipped.host).get()
        #expect(Self.story.contains(old))
        let changed = try examples(Self.story.replacing(old, with: new), of: definition)
        let run = definition.run(try #require(changed.first { $0.name == name }))
        #expect(run.failure?.step == step)
        #expect(run.failure?.sentence == sentence)
    }

    @Test(arguments: [
        "as: boss, refused: rule 2", "as: clerk, refused: role", "refused: state",
        "give: {due: 2019-12-24}, refused: due",
    ])
    func aRefusalCanBeCalledByItsReason(step: String) throws {
        let definition = try WorkflowFile.read(VerificationTests.sound, name: "x", host: Shipped.host).get()
        let event = step == "refused: state" ? "resume" : "finish"
        let text = Self.story.replacing("{do: finish, as: boss, refused: yes}", with: "{do: \(event), \(step)}")
        let other = try #require(text.firstRange(of: "refused: ")?.upperBound)
        let wrong = text[..<other] + "title}" + text[other...].drop { $0 != "\n" }
        for (reason, isKept) in [(text, true), (String(wrong), false)] {
            let run = definition.run(try #require(try examples(reason, of: definition).last))
            #expect((run.failure == nil) == isKept, "\(run.failure?.sentence ?? "")")
        }
    }

    @Test func tellsMistakesOfAnExampleFileWithTheirPlaces() throws {
        let definition = try WorkflowFile.read(VerificationTests.sound, name: "x", host: Shipped.host).get()
        let text = Self.story.replacing("do: wait", with: "do: wiat").replacing("level: 2", with: "level: 9")
            .replacing("after: first", with: "after: frist").replacing("as: clerk, by", with: "as: clrk, by")
        let result = ExampleFile.read(text, name: "e", of: definition, calendars: Calendars([]))
        guard case .failure(let problems) = result else {
            Issue.record("it was read")
            return
        }
        #expect(
            problems.problems.map(\.sentence) == [
                "There is no role “clrk”.", "Level is a whole number from 1 to 4.", "There is no event “wiat”.",
                "There is no example “frist” above.",
            ])
        #expect(problems.problems.map(\.line) == [4, 4, 5, 9])
    }

    @Test(arguments: workflows)
    func coveringPathsTakeEveryArrow(name: String) throws {
        let definition = try Shipped.definition(name)
        var taken: Set<String> = []
        for path in definition.coveringPaths() {
            #expect(definition.event(path[0])?.begins == true)
            taken.formUnion(path)
        }
        #expect(taken == Set(definition.events.map(\.name)))
        #expect(Set(definition.shortestPaths().keys) == Set(definition.states.map(\.name)))
    }
}
