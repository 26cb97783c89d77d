import Partnership
import StrictYAML
import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// What the program needs of a file, told by `check` and demanded by `read`.
struct ContractTests {
    private static let host = Host(
        referenceKinds: ["person"], calendars: ["england-and-wales"],
        contracts: [
            Contract(
                workflow: "sample",
                fields: [
                    "title": [.text], "level": [.number], "colour": [.choice(having: ["red"])], "due": [.day, .text],
                    "owner": [.reference("person")],
                ], events: ["finish"], beginnings: ["begin"], states: ["over"], clocks: ["answer"])
        ])

    private static let fulfilling = VerificationTests.sound
        .replacing("done: {title: Done, end: yes}", with: "done: {title: Done, end: yes, means: over}")
        .replacing("lasts: 3 working days}", with: "lasts: 3 working days, means: [answer]}")

    private func findings(replacing old: String, with new: String) throws -> [PlacedFinding] {
        #expect(Self.fulfilling.contains(old))
        let text = Self.fulfilling.replacing(old, with: new)
        return try WorkflowFile.check(text, name: "sample.yaml", host: Self.host).get().findings.filter {
            $0.finding.code == .contract
        }
    }

    @Test func isFulfilled() throws {
        #expect(try WorkflowFile.check(Self.fulfilling, name: "sample.yaml", host: Self.host).get().findings.isEmpty)
        let definition = try WorkflowFile.read(Self.fulfilling, name: "sample.yaml", host: Self.host).get()
        #expect(definition.states(meaning: "over").map(\.name) == ["done"])
        #expect(definition.clocks(meaning: "answer").map(\.name) == ["answer"])
        #expect(definition.states(meaning: "answer").isEmpty)
    }

    @Test(arguments: [
        (
            "level: {title: Level, type: number 1 to 4}", "level: {title: Level, type: flag}", "“level” as a number",
            "field level"
        ),
        ("choices: [red, green]", "choices: [blue, green]", "“colour” as a choice among them red", "field colour"),
        ("due: {title: Due, type: day}", "due: {title: Due, type: flag}", "“due” as a day or text", "field due"),
        ("type: reference person", "type: references person", "as the name of a person", "field owner"),
        (
            "begin:\n    title: Begin", "start:\n    title: Begin", "begins an item with the event “begin”",
            "event begin"
        ),
        ("finish:\n    title: Finish", "end:\n    title: Finish", "causes the event “finish”", "event finish"),
        (", means: over", "", "a state that means “over”", "workflow"),
        (", means: [answer]", "", "a clock that means “answer”", "workflow"),
    ])
    func saysWhatIsLacking(old: String, new: String, words: String, subject: String) throws {
        let text = Self.fulfilling.replacing("require: level >= 2", with: "require: title is set or count > 9")
            .replacing("colour == green or", with: "count == 0 or")
            .replacing("owner: actor.person, ", with: "")
            .replacing("asks: {title: required,", with: "asks: {title: required, owner: optional,")
            .replacing(old, with: new)
        let checked = try WorkflowFile.check(text, name: "sample.yaml", host: Self.host).get()
        let found = checked.findings.filter { $0.finding.code == .contract }
        #expect(found.map(\.finding.subject.description) == [subject])
        #expect(found.first?.finding.sentence.contains(words) == true, "\(found)")
        #expect(found.first?.finding.severity == .error && found.map(\.finding).unexplained.count == 1)
        guard case .failure(let problems) = WorkflowFile.read(text, name: "sample.yaml", host: Self.host) else {
            Issue.record("it was read for use")
            return
        }
        #expect(problems.problems.map(\.sentence) == found.map(\.finding.sentence))
        #expect(problems.problems.first?.line == found.first?.line)
    }

    @Test func isPlacedWhereItCouldStand() throws {
        let lacking = try findings(replacing: "finish:\n    title: Finish", with: "end:\n    title: Finish")
        let line = Self.fulfilling.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "events:")
        #expect(lacking.first?.line == line.map { $0 + 2 })
    }

    /// A waiver says that a finding is meant, and a program cannot mean to lack what it needs.
    @Test func noWaiverExplainsIt() throws {
        let text =
            Self.fulfilling.replacing(", means: over", with: "")
            + "waivers:\n  - {finding: contract, of: workflow, because: We can do without.}\n"
        let found = try WorkflowFile.check(text, name: "sample.yaml", host: Self.host).get().findings
        #expect(Set(found.map(\.finding.code)) == [.contract, .waiverWithoutFinding])
    }

    @Test func namesMeaningsThatTheHostKnows() {
        let text = Self.fulfilling.replacing("means: over", with: "means: ovr")
        guard case .failure(let problems) = WorkflowFile.check(text, name: "x", host: Self.host) else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.map(\.sentence) == ["There is no meaning “ovr”."])
        #expect(problems.problems.first?.hint == "Did you mean “over”?")
    }

    @Test(arguments: [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk", "draft",
    ])
    func theShippedOnesFulfilTheirs(name: String) throws {
        let definition = try Shipped.definition(name)
        let contract = try #require(Shipped.host.contracts[name])
        #expect(contract.shortfalls(of: definition).isEmpty)
        // Whatever it is called, a meaning is found by what it means.
        for meaning in contract.states { #expect(!definition.states(meaning: meaning).isEmpty) }
        for meaning in contract.clocks { #expect(!definition.clocks(meaning: meaning).isEmpty) }
    }
}
