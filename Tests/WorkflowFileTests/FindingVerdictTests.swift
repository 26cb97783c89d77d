import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// Findings that were wrong once, or that nobody could give. Each is named after what it says.
struct FindingVerdictTests {
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
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk\(first)}
              end: {title: End, from: open, to: done, by: clerk, \(end)}
            """, promises: "  {}")
        let codes = try Order.found(text).map { "\($0.code.rawValue) \($0.subject)" }
        #expect(codes.contains("dead-event event end"), "\(codes)")
        #expect(codes.contains("unreachable-state state done"), "\(codes)")
    }

    @Test(arguments: [
        (
            "sets: {granted: 1}", "rules: [{require: granted == 2, otherwise: No.}]",
            "“granted == 2” never holds at “Open”"
        ),
        ("sets: {n: 3}", "adds: {n: 1}", "“N” never has room for 1 more at “Open”"),
        ("sets: {n: 3}", "sets: {n: n + 1}", "“N” cannot hold “n + 1” at “Open”"),
        ("sets: {big: 7}", "sets: {n: big}", "“N” cannot hold “big” at “Open”"),
    ])
    func whatMakesAnEventDeadIsNamed(begin: String, end: String, why: String) throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, \(begin)}
              end: {title: End, from: open, to: done, by: clerk, \(end)}
            """, promises: "  {}")
        let dead = try #require(try Order.found(text).first { $0.code == .deadEvent })
        #expect(dead.sentence == "“End” can never happen: \(why).")
    }

    @Test func whatHappensOnlyAfterAStepThatNothingOfItsOwnAsksForIsFound() throws {
        let text = Order.text(
            """
              begin:
                title: Begin
                from: start
                to: open
                by: clerk
                asks: {asked: required}
                sets: {asker: actor.person}
              look: {title: Look, from: open, by: clerk, asks: {granted: required}}
              count: {title: Count, from: open, by: clerk, asks: {big: required}}
              approve:
                title: Approve
                from: open
                to: mid
                by: clerk
                rules:
                  - {require: actor.person != asker, otherwise: No.}
                  - {require: granted is set, otherwise: No.}
                  - {require: asked != 7 or big > 3, otherwise: No.}
              give: {title: Give, from: mid, by: system, rules: [{require: asked == 7, otherwise: No.}]}
              finish: {title: Finish, from: mid, to: done, by: clerk}
            """, promises: "  {}")
        let findings = try Order.found(text).filter { [.notShown, .deadEvent].contains($0.code) }
        #expect(findings.map(\.sentence) == [])
    }

    private func clock(_ lapse: String, begin: String = "") throws -> Finding? {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk\(begin)}
              lapse: {title: Lapse, from: open, to: done, by: [clerk, system], \(lapse)}
            """, promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: open, lasts: 5 days, missed: {event: lapse}}}")
        return try Order.found(text).first { $0.subject == .clock("late") }
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

    @Test func aClockThatStandsStillWhereAnItemPassesOnRuns() throws {
        let text = Order.text(
            """
              begin:
                title: Begin
                from: start
                to: open
                by: clerk
                asks: {n: optional}
                effects: [{follow: {event: "'on'"}}]
              "on": {title: On, from: open, to: mid, by: system}
              finish: {title: Finish, from: mid, to: done, by: clerk}
            """, promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: open, lasts: 5 days, when: n == 2, pauses-in: mid}}")
        let host = Host(
            effects: ["follow": ["event"]], causes: ["follow": [.init("event")]], referenceKinds: ["person"])
        func codes(_ text: String) throws -> [Finding.Code] {
            try WorkflowFile.check(text, name: "order.yaml", host: host).get().findings.map(\.finding.code)
        }
        #expect(try !codes(text).contains(.clockNeverRuns))
        #expect(try codes(text.replacing(", pauses-in: mid", with: "")).contains(.clockNeverRuns))
        #expect(try codes(text.replacing("n: optional", with: "asked: optional")).contains(.clockNeverRuns))
    }

    @Test func whatWasShownOfAClockIsSaidBesideWhatWasNotFoundOut() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, sets: {n: 0, big: 0}}
              more: {title: More, from: open, by: clerk, adds: {n: 1}}
              chase:
                title: Chase
                from: open
                by: system
                rules: [{require: big < 900, otherwise: No.}]
                adds: {big: 1}
              finish: {title: Finish, from: open, to: done, by: clerk}
            """, promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: open, lasts: 5 days, missed: {event: chase}, restarts-on: more}}")
        let codes = try Order.found(text).filter { $0.subject == .clock("late") }.map(\.code)
        #expect(codes.contains(.clockRunsOnce), "\(codes)")
    }

    @Test func ofWhatNothingLeadsToNoMoreIsSaid() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, sets: {granted: 1}}
              turn:
                title: Turn
                from: open
                to: mid
                by: clerk
                asks: {asked: required}
                rules: [{require: granted == 2 or asked == 12, otherwise: No.}, {require: asked is set, otherwise: No.}]
              stay: {title: Stay, from: mid, by: clerk}
              finish: {title: Finish, from: open, to: done, by: clerk}
              chase: {title: Chase, from: open, by: system}
            """, promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: [open, mid], lasts: 5 days, missed: {event: chase}, "
                + "restarts-on: chase}}")
        let about = try Order.found(text).filter { finding in
            [.state("mid"), .clock("late"), .rule(2, of: "turn")].contains(finding.subject)
        }
        #expect(about.map(\.code) == [.unreachableState], "\(about.map(\.sentence))")
    }

    /// The clock runs only after an event that hangs on something else again.
    @Test func aClockThatRunsOnlyAfterFurtherStepsIsFound() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {n: optional}}
              date:
                title: Date
                from: open
                by: clerk
                asks: {begun: optional, n: optional}
                rules: [{require: n == 3, otherwise: No.}]
                sets: {n: before.n}
              lapse: {title: Lapse, from: open, to: done, by: system, rules: [{require: ended is set, otherwise: No.}]}
            """, promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: open, starts: begun, lasts: 5 days, missed: {event: lapse}}}")
        let found = try Order.found(text).filter { $0.subject == .clock("late") }
        #expect(found.map(\.code) == [.clockEventRefused], "\(found.map(\.sentence))")
    }

    @Test func aMissedClockWhoseEventHappensIsNone() throws {
        #expect(try clock("asks: {asked: optional}") == nil)
        #expect(try clock("asks: {asked: {need: record}}", begin: ", asks: {asked: required}") == nil)
        // Without it on record it never does.
        let some = try clock("asks: {asked: {need: record}}", begin: ", asks: {asked: optional}")
        #expect(some?.code == .clockEventRefused)
    }

    // MARK: - 6. Targets

    @Test func aGapThatNoItemComesToIsNone() throws {
        let events = """
              begin: {title: Begin, from: start, to: open, by: clerk, sets: {granted: 1}}
              end: {title: End, from: open, to: [{state: done, when: granted == 1}], by: clerk}
            """
        let findings = try Order.found(Order.text(events, promises: "  {}"))
        #expect(!findings.contains { $0.code == .targetGap || $0.code == .notShown }, "\(findings.map(\.sentence))")
        let open = events.replacing("sets: {granted: 1}", with: "asks: {granted: required}")
        let gap = try #require(try Order.found(Order.text(open, promises: "  {}")).first { $0.code == .targetGap })
        #expect(gap.story?.steps.last?.to == nil)
    }

    // MARK: - 7. Duties

    @Test(arguments: [
        "not (actor.person == asker)", "actor.person != asker", "actor.person not in [asker]", "asker != actor.person",
    ])
    func aSecondPersonIsNeededInWhateverWords(rule: String) throws {
        let text = Order.text(
            Order.people.replacing("actor.person != asker", with: rule), promises: "  {}")
        #expect(try Order.found(text).contains { $0.code == .needsTwoPeople })
    }

    @Test func aSecondPersonIsNeededWhenTheFirstIsKnownByWayOfAnotherField() throws {
        let text = Order.text(
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
        #expect(try Order.found(text).contains { $0.code == .needsTwoPeople })
    }

    @Test func aSecondPersonIsNeededOnlyAfterWhatCanHappen() throws {
        func codes(_ granted: Int, _ asked: Int) throws -> [Finding.Code] {
            let text = Order.text(
                """
                  begin:
                    title: Begin
                    from: start
                    to: open
                    by: clerk
                    asks: {asker: optional}
                    sets: {granted: \(granted), asked: \(asked)}
                  pass:
                    title: Pass
                    from: open
                    by: clerk
                    rules: [{require: granted == 2, otherwise: No.}]
                    sets: {asker: actor.person}
                  close:
                    title: Close
                    from: open
                    to: done
                    by: clerk
                    rules: [{require: actor.person != asker, otherwise: No.}, {require: asked == 2, otherwise: No.}]
                """, promises: "  {}")
            return try Order.found(text).map(\.code)
        }
        #expect(try codes(2, 2).contains(.needsTwoPeople))
        #expect(try !codes(1, 2).contains(.needsTwoPeople))
        #expect(try !codes(2, 1).contains(.needsTwoPeople))
    }

    /// Whoever it refuses is nobody but the host.
    @Test func theHostIsNoSecondPerson() throws {
        func codes(_ role: String) throws -> [Finding.Code] {
            let text = Order.text(
                """
                  begin: {title: Begin, from: start, to: open, by: clerk}
                  pass: {title: Pass, from: open, by: [clerk, system], sets: {asker: actor.person}}
                  close:
                    title: Close
                    from: open
                    to: done
                    by: [clerk, system]
                    rules: [{require: actor.person != asker or actor.roles has \(role), otherwise: No.}]
                """, promises: "  {}")
            return try Order.found(text).map(\.code)
        }
        #expect(try !codes("clerk").contains(.needsTwoPeople))
        #expect(try codes("chief").contains(.needsTwoPeople))
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
            return try Order.found(Order.text(events, promises: "  {}", clocks: clocks)).map(\.code)
        }
        #expect(try !codes("30 days").contains(.ambiguousClocks))
        #expect(try codes("5 days").contains(.ambiguousClocks))
    }
}
