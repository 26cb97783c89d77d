import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// Verdicts on promises that were wrong once, or that nobody could give. Each is named after what it says.
struct VerdictTests {
    // MARK: - 1. What a rule is sure of at entry is proved

    @Test(arguments: [
        ("entering: done, holds: ended >= begun", Order.days), ("entering: mid, holds: granted <= asked", Order.money),
        ("entering: done, holds: granted <= asked", Order.money),
        ("always: granted is empty or granted <= asked", Order.money), ("never: granted > asked", Order.money),
        ("never: granted < 4 and granted > 5", Order.money), ("never: granted and asked is empty", Order.flags),
        ("entering: done, holds: approver != asker", Order.people),
        ("always: approver is empty or approver != asker", Order.people),
        ("never: approver == asker", Order.people),
    ])
    func isKept(claim: String, events: String) throws {
        let finding = try Order.verdict(claim.replacing("granted and", with: "granted == 1 and"), events)
        #expect(finding?.sentence == nil)
    }

    @Test(arguments: [
        ("entering: done, holds: ended > begun", Order.days, ["begin", "finish"]),
        ("never: granted == asked", Order.money, ["begin", "grant"]),
        ("entering: done, holds: granted < asked", Order.money, ["begin", "grant", "finish"]),
        ("never: approver != asker", Order.people, ["begin", "approve"]),
    ])
    func isBrokenByAPathThatTheKernelPlayed(claim: String, events: String, path: [String]) throws {
        let text = Order.text(events, promises: "  word: {title: Our word, \(claim)}")
        let finding = try #require(try Order.found(text).first { $0.subject == .promise("word") })
        #expect(finding.code == .promiseBroken && finding.path == path, "\(finding.sentence)")
        // It can be read back as an example, and comes out as it says.
        let story = try #require(finding.story)
        let definition = try WorkflowFile.read(text, name: "order.yaml", host: Host(referenceKinds: ["person"])).get()
        let written = ExampleFile.text(story, named: "shown", title: finding.sentence)
        let examples = try ExampleFile.read(written, name: "shown", of: definition, calendars: Calendars([])).get()
        #expect(examples.count == 1)
        #expect(definition.run(examples[0]).failure == nil, "\(written)")
    }

    @Test func aNumberNeverGrowsBeyondItsField() throws {
        let counting = """
              begin: {title: Begin, from: start, to: open, by: clerk, sets: {n: 0}}
              more: {title: More, from: open, by: clerk, adds: {n: 1}}
            """
        #expect(try Order.verdict("never: n > 3", counting) == nil)
        #expect(try Order.verdict("never: n > 2", counting)?.path == ["begin", "more", "more", "more"])
    }

    @Test func whatIsSetToOneMoreOnlyGrows() throws {
        let counting = """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {n: required}}
              odd: {title: Odd, from: mid, to: open, by: clerk, clears: n}
              more: {title: More, from: open, by: clerk, sets: {n: n + 1}}
            """
        // Neither an event that begins an item nor one that can never happen lowers anything.
        #expect(try Order.verdict("only-grows: n", counting) == nil)
        let less = counting + "\n  less: {title: Less, from: open, by: clerk, sets: {n: n - 1}}"
        #expect(try Order.verdict("only-grows: n", less)?.path == ["begin", "less"])
    }

    @Test func whatWasThereBeforeAnEventCanBePromised() throws {
        #expect(try Order.verdict("entering: done, holds: before.ended is empty and ended is set", Order.days) == nil)
        #expect(try Order.verdict("entering: done, holds: begun == before.begun", Order.days) == nil)
    }

    // MARK: - 2. What is kept is kept

    @Test func aWayThatTheRangeOfAFieldBarsIsNone() throws {
        let events = """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {n: required}}
              go: {title: Go, from: open, to: done, by: clerk, adds: {n: 1}}
            """
        let finding = try #require(try Order.verdict("from: open, can-reach: done", events))
        #expect(finding.code == .promiseBroken && finding.path == ["begin"])
        #expect(finding.story?.steps.last?.given == ["n": .number(3)])
    }

    @Test func aCountThatIsSubtractedFromIsFollowed() throws {
        let events = """
              begin: {title: Begin, from: start, to: open, by: clerk, sets: {big: 0}}
              up: {title: Up, from: open, by: clerk, adds: {big: 1}}
              down: {title: Down, from: open, to: mid, by: clerk, sets: {big: big - 3}}
              again: {title: Again, from: mid, to: done, by: clerk, sets: {big: big - 3}}
            """
        let finding = try #require(try Order.verdict("never: state == done and big > 1", events))
        #expect(finding.code == .promiseBroken, "\(finding.sentence)")
        #expect(finding.path.filter { $0 == "up" }.count == 8)
    }

    // MARK: - 3. Whatever the file

    @Test func aNumberLargerThanCanBeCountedIsNoType() throws {
        let text = Order.text(
            Order.days, fields: "  vast: {title: Vast, type: number 0 to 9223372036854775807}", promises: "  {}")
        guard case .failure(let problems) = WorkflowFile.check(text, name: "x", host: Host(referenceKinds: ["person"]))
        else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.contains { $0.sentence.hasPrefix("A number lies between") })
    }

    @Test func aNumberAsLargeAsCanBeCountedIsFollowed() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {vast: required}}
              more: {title: More, from: open, by: clerk, adds: {vast: 1}}
              finish: {title: Finish, from: open, to: done, by: clerk}
            """, fields: "  vast: {title: Vast, type: number 0 to 1000000000000000}",
            promises: "  word: {title: Our word, always: vast >= 0}")
        #expect(try Order.found(text).allSatisfy { $0.subject != .promise("word") })
    }
}
