import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// Verdicts that were wrong once, or that nobody could give. Each is named after what it says.
struct VerdictTests {
    /// A purchase with people, days and numbers.
    private static func text(_ events: String, fields: String = "", promises: String, clocks: String = "") -> String {
        """
        workflow: order
        title: Order
        roles: {clerk: clerk, chief: chief, system: system}
        fields:
          begun: {title: Begun, type: day}
          ended: {title: Ended, type: day}
          asked: {title: Asked, type: number 0 to 9}
          granted: {title: Granted, type: number 0 to 9}
          asker: {title: Asker, type: reference person}
          approver: {title: Approver, type: reference person}
          n: {title: N, type: number 0 to 3}
          big: {title: Big, type: number}
        \(fields)
        states: {open: {title: Open}, mid: {title: Mid}, done: {title: Done, end: yes}}
        events:
        \(events)
        \(clocks)
        promises:
        \(promises)

        """
    }

    private func found(_ text: String, _ budget: Budget = .usual) throws -> [Finding] {
        let host = Host(referenceKinds: ["person"])
        return try WorkflowFile.check(text, name: "order.yaml", host: host, budget).get().findings.map(\.finding)
    }

    /// The verdict on a promise: nil when it is kept.
    private func verdict(_ claim: String, _ events: String, clocks: String = "") throws -> Finding? {
        let text = Self.text(events, promises: "  word: {title: Our word, \(claim)}", clocks: clocks)
        return try found(text).first { $0.subject == .promise("word") }
    }

    private static let days = """
          begin: {title: Begin, from: start, to: open, by: clerk, asks: {begun: required}}
          finish:
            title: Finish
            from: open
            to: done
            by: clerk
            asks: {ended: required}
            rules: [{require: ended >= begun, otherwise: No.}]
        """

    private static let money = """
          begin: {title: Begin, from: start, to: open, by: clerk, asks: {asked: required}}
          grant:
            title: Grant
            from: open
            to: mid
            by: chief
            asks: {granted: required}
            rules: [{require: granted <= asked, otherwise: No.}]
          finish: {title: Finish, from: mid, to: done, by: clerk}
        """

    private static let people = """
          begin: {title: Begin, from: start, to: open, by: clerk, sets: {asker: actor.person}}
          approve:
            title: Approve
            from: open
            to: done
            by: clerk
            rules: [{require: "actor.person != asker", otherwise: No.}]
            sets: {approver: actor.person}
        """

    // MARK: - 1. What a rule is sure of at entry is proved

    @Test(arguments: [
        ("entering: done, holds: ended >= begun", days), ("entering: mid, holds: granted <= asked", money),
        ("entering: done, holds: granted <= asked", money),
        ("always: granted is empty or granted <= asked", money), ("never: granted > asked", money),
        ("never: granted < 4 and granted > 5", money), ("never: granted and asked is empty", flags),
        ("entering: done, holds: approver != asker", people),
        ("always: approver is empty or approver != asker", people),
        ("never: approver == asker", people),
    ])
    func isKept(claim: String, events: String) throws {
        let finding = try verdict(claim.replacing("granted and", with: "granted == 1 and"), events)
        #expect(finding?.sentence == nil)
    }

    private static let flags = """
          begin: {title: Begin, from: start, to: open, by: clerk, asks: {asked: optional}}
          grant: {title: Grant, from: open, to: done, by: chief, sets: {granted: asked}}
        """

    @Test(arguments: [
        ("entering: done, holds: ended > begun", days, ["begin", "finish"]),
        ("never: granted == asked", money, ["begin", "grant"]),
        ("entering: done, holds: granted < asked", money, ["begin", "grant", "finish"]),
        ("never: approver != asker", people, ["begin", "approve"]),
    ])
    func isBrokenByAPathThatTheKernelPlayed(claim: String, events: String, path: [String]) throws {
        let text = Self.text(events, promises: "  word: {title: Our word, \(claim)}")
        let finding = try #require(try found(text).first { $0.subject == .promise("word") })
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
        #expect(try verdict("never: n > 3", counting) == nil)
        #expect(try verdict("never: n > 2", counting)?.path == ["begin", "more", "more", "more"])
    }

    @Test func whatIsSetToOneMoreOnlyGrows() throws {
        let counting = """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {n: required}}
              odd: {title: Odd, from: mid, to: open, by: clerk, clears: n}
              more: {title: More, from: open, by: clerk, sets: {n: n + 1}}
            """
        // Neither an event that begins an item nor one that can never happen lowers anything.
        #expect(try verdict("only-grows: n", counting) == nil)
        let less = counting + "\n  less: {title: Less, from: open, by: clerk, sets: {n: n - 1}}"
        #expect(try verdict("only-grows: n", less)?.path == ["begin", "less"])
    }

    @Test func whatWasThereBeforeAnEventCanBePromised() throws {
        #expect(try verdict("entering: done, holds: before.ended is empty and ended is set", Self.days) == nil)
        #expect(try verdict("entering: done, holds: begun == before.begun", Self.days) == nil)
    }

    // MARK: - 2. What is kept is kept

    @Test func aWayThatTheRangeOfAFieldBarsIsNone() throws {
        let events = """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {n: required}}
              go: {title: Go, from: open, to: done, by: clerk, adds: {n: 1}}
            """
        let finding = try #require(try verdict("from: open, can-reach: done", events))
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
        let finding = try #require(try verdict("never: state == done and big > 1", events))
        #expect(finding.code == .promiseBroken, "\(finding.sentence)")
        #expect(finding.path.filter { $0 == "up" }.count == 8)
    }

    // MARK: - 3 and 4. Whatever the file

    @Test func aNumberLargerThanCanBeCountedIsNoType() throws {
        let text = Self.text(
            Self.days, fields: "  vast: {title: Vast, type: number 0 to 9223372036854775807}", promises: "  {}")
        guard case .failure(let problems) = WorkflowFile.check(text, name: "x", host: Host(referenceKinds: ["person"]))
        else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.contains { $0.sentence.hasPrefix("A number lies between") })
    }

    @Test func aNumberAsLargeAsCanBeCountedIsFollowed() throws {
        let text = Self.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {vast: required}}
              more: {title: More, from: open, by: clerk, adds: {vast: 1}}
              finish: {title: Finish, from: open, to: done, by: clerk}
            """, fields: "  vast: {title: Vast, type: number 0 to 1000000000000000}",
            promises: "  word: {title: Our word, always: vast >= 0}")
        #expect(try found(text).allSatisfy { $0.subject != .promise("word") })
    }

    /// 300 states, 300 promises and 6 flags in a file of 62 KB.
    @Test func aCheckEndsWhenItsTimeIsUpAndSaysWhatIsOpen() throws {
        let flags = (0..<6).map { "  f\($0): {title: F, type: flag}\n" }.joined()
        let states = (0..<300).map { "  s\($0): {title: S}\n" }.joined()
        let events = (0..<300).map { index in
            let asks = "{f\(index % 6): required, f\((index + 1) % 6): optional}"
            return "  e\(index): {title: E, from: s\(index), to: s\((index * 7 + 1) % 300), by: a, asks: \(asks)}\n"
        }.joined()
        let promises = (0..<300).map { index in
            "  p\(index): {title: P, never: state == s\(index) and f0 and f1 and f2 and not f3 and f4 and not f5}\n"
        }.joined()
        let text =
            "workflow: w\ntitle: W\nroles: {a: A}\nfields:\n\(flags)states:\n\(states)events:\n"
            + "  b: {title: B, from: start, to: s0, by: a}\n\(events)promises:\n\(promises)"
        let clock = ContinuousClock()
        let start = clock.now
        let findings = try found(text, .seconds(0.5))
        #expect(clock.now - start < FuzzTests.patience)
        let promised = findings.filter { if case .promise = $0.subject { true } else { false } }
        #expect(promised.contains { $0.code == .promiseUnproved && $0.sentence.contains("time was up") })
    }

    // MARK: - 5. What can never happen

    @Test(arguments: [
        // A value fixed earlier, a count, a need, a range, a relation.
        ("sets: {granted: 1}", "rules: [{require: granted == 2, otherwise: No.}]", ""),
        ("sets: {n: 0}", "rules: [{require: n == 2, otherwise: No.}], adds: {n: 1}", ""),
        ("sets: {n: 3}", "adds: {n: 1}", ""),
        ("", "rules: [{require: approver is set, otherwise: No.}]", ""),
        ("asks: {asked: required}, sets: {granted: asked}", "rules: [{require: granted != asked, otherwise: No.}]", ""),
    ])
    func anEventThatNothingLetsHappenIsFound(begin: String, end: String, more: String) throws {
        let first = begin.isEmpty ? "" : ", \(begin)"
        let text = Self.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk\(first)}
              end: {title: End, from: open, to: done, by: clerk, \(end)}
            """, promises: "  {}")
        let codes = try found(text).map { "\($0.code.rawValue) \($0.subject)" }
        #expect(codes.contains("dead-event event end"), "\(codes)")
        #expect(codes.contains("unreachable-state state done"), "\(codes)")
    }

    private func clock(_ lapse: String, begin: String = "") throws -> Finding? {
        let text = Self.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk\(begin)}
              lapse: {title: Lapse, from: open, to: done, by: [clerk, system], \(lapse)}
            """, promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: open, lasts: 5 days, missed: {event: lapse}}}")
        return try found(text).first { $0.subject == .clock("late") }
    }

    @Test(arguments: [
        "asks: {asked: required}", "rules: [{require: state == mid, otherwise: No.}]",
        "rules: [{require: approver is set, otherwise: No.}]",
        "rules: [{require: actor.person != 'system', otherwise: No.}]",
    ])
    func aMissedClockWhoseEventIsAlwaysRefusedIsFound(lapse: String) throws {
        let finding = try #require(try clock(lapse))
        #expect(finding.code == .clockEventRefused, "\(finding.sentence)")
        #expect(finding.story?.steps.map(\.event) == ["begin", nil])
    }

    @Test func aMissedClockWhoseEventHappensIsNone() throws {
        #expect(try clock("asks: {asked: optional}") == nil)
        #expect(try clock("asks: {asked: {need: record}}", begin: ", asks: {asked: optional}") == nil)
    }

    // MARK: - 6. Targets

    @Test func aGapThatNoItemComesToIsNone() throws {
        let events = """
              begin: {title: Begin, from: start, to: open, by: clerk, sets: {granted: 1}}
              end: {title: End, from: open, to: [{state: done, when: granted == 1}], by: clerk}
            """
        let findings = try found(Self.text(events, promises: "  {}"))
        #expect(!findings.contains { $0.code == .targetGap || $0.code == .notShown }, "\(findings.map(\.sentence))")
        let open = events.replacing("sets: {granted: 1}", with: "asks: {granted: required}")
        let gap = try #require(try found(Self.text(open, promises: "  {}")).first { $0.code == .targetGap })
        #expect(gap.story?.steps.last?.to == nil)
    }

    // MARK: - 7. Duties

    @Test(arguments: [
        "not (actor.person == asker)", "actor.person != asker", "actor.person not in [asker]", "asker != actor.person",
    ])
    func aSecondPersonIsNeededInWhateverWords(rule: String) throws {
        let text = Self.text(
            Self.people.replacing("actor.person != asker", with: rule), promises: "  {}")
        #expect(try found(text).contains { $0.code == .needsTwoPeople })
    }

    @Test func aSecondPersonIsNeededWhenTheFirstIsKnownByWayOfAnotherField() throws {
        let text = Self.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, sets: {asker: actor.person}}
              pass: {title: Pass, from: open, to: mid, by: chief, sets: {approver: asker}}
              close:
                title: Close
                from: mid
                to: done
                by: clerk
                rules: [{require: actor.person != approver, otherwise: No.}]
            """, promises: "  {}")
        #expect(try found(text).contains { $0.code == .needsTwoPeople })
    }

    // MARK: - 8. Clocks

    @Test func clocksThatFallDueOneAfterTheOtherAreNotAmbiguous() throws {
        let events = """
              begin: {title: Begin, from: start, to: open, by: clerk}
              remind: {title: Remind, from: open, by: system}
              lapse: {title: Lapse, from: open, to: done, by: system}
            """
        func codes(_ second: String) throws -> [Finding.Code] {
            let clocks =
                "clocks: {a: {title: A, in: open, lasts: 5 days, missed: {event: remind}}, "
                + "b: {title: B, in: open, lasts: \(second), missed: {event: lapse}}}"
            return try found(Self.text(events, promises: "  {}", clocks: clocks)).map(\.code)
        }
        #expect(try !codes("30 days").contains(.ambiguousClocks))
        #expect(try codes("5 days").contains(.ambiguousClocks))
    }

    // MARK: - 9. Nothing is silently ignored

    private func problems(_ text: String) -> [String] {
        guard case .failure(let problems) = WorkflowFile.check(text, name: "x", host: Host(referenceKinds: ["person"]))
        else { return [] }
        return problems.problems.map(\.sentence)
    }

    @Test func aSecondClaimInAPromiseIsAnError() {
        let twice = Self.text(
            Self.days, promises: "  word: {title: Our word, always: begun is set, entering: done, holds: ended is set}")
        #expect(
            problems(twice) == [
                "“entering” does not go with “always”: a promise has one claim.",
                "“holds” does not go with “always”: a promise has one claim.",
            ])
    }

    @Test func aConstantThatItsFieldCannotHoldIsAnError() {
        let sets = Self.days.replacing("asks: {ended: required}", with: "asks: {ended: required}\n    sets: {n: 9}")
        #expect(problems(Self.text(sets, promises: "  {}")) == ["N is a whole number from 0 to 3."])
        let asks = Self.days.replacing("ended: required", with: "ended: required, n: {default: 7}")
        #expect(problems(Self.text(asks, promises: "  {}")) == ["N is a whole number from 0 to 3."])
    }

    @Test(arguments: [
        ("{tick: 2020-01-09, do: begin}", "“do” does not go with “tick”."),
        ("{tick: 2020-01-09, refused: yes}", "“refused” does not go with “tick”."),
        ("{tick: 2020-01-09, give: {n: 1}}", "“give” does not go with “tick”."),
    ])
    func whatDoesNotGoWithTickIsAnError(step: String, sentence: String) throws {
        let definition = try WorkflowFile.read(
            Self.text(Self.days, promises: "  {}"), name: "x", host: Host(referenceKinds: ["person"])
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
            Self.text(Self.days, promises: "  {}")
            + "waivers:\n  - {finding: no-way-out, of: state open, because: So.}\n"
        let checked = try WorkflowFile.check(text, name: "x", host: Host(referenceKinds: ["person"])).get()
        let placed = try #require(checked.findings.first { $0.finding.code == .waiverWithoutFinding })
        #expect(placed.line == text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    }

    // MARK: - 10. Exports

    @Test func aTitleWithAColonKeepsTheFrontMatterOfMermaid() throws {
        let text = Self.text(Self.days, promises: "  {}").replacing("title: Order", with: "title: 'Order: \"fast\"'")
        let definition = try WorkflowFile.read(text, name: "x", host: Host(referenceKinds: ["person"])).get()
        #expect(definition.mermaid().hasPrefix("---\ntitle: \"Order: \\\"fast\\\"\"\n---\n"))
    }

    @Test func theSchemaWantsAClaimOfAPromiseAndALengthOfAClock() {
        let schema = WorkflowFile.jsonSchema()
        #expect(schema.contains("\"only-grows\"\n"))
        #expect(schema.contains("\"anyOf\""))
    }
}
