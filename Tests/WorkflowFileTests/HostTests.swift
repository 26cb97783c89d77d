import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// The host itself acts under the role `system`, and as nobody else.
struct HostTests {
    private static let tacit = """
          ask: {title: Ask, from: start, to: open, by: clerk, sets: {asker: actor.person}}
          approve:
            title: Approve
            from: open
            to: done
            by: chief
            rules: [{require: actor.person != asker, otherwise: No.}]
            sets: {approver: actor.person}
          lapse: {title: Approve tacitly, from: open, to: done, by: [BY], sets: {approver: actor.person}}
        """

    @Test(arguments: ["system", "system, clerk"])
    func isNobodyWhoActedBefore(by: String) throws {
        let events = Self.tacit.replacing("BY", with: by)
        let clocks = "clocks: {k: {title: K, in: open, lasts: 3 days, missed: {event: lapse}}}"
        let found = try Order.verdict("entering: done, holds: approver != asker", events, clocks: clocks)
        #expect(found?.code == (by == "system" ? nil : .promiseBroken), "\(found?.sentence ?? "")")
    }

    /// What somebody is given to name may be anybody's name, the host's too.
    @Test func canBeNamed() throws {
        let events = Self.tacit.replacing("BY", with: "system")
            .replacing("by: clerk, sets: {asker: actor.person}", with: "by: clerk, asks: {asker: required}")
        let found = try Order.verdict("entering: done, holds: approver != asker", events)
        #expect(found != nil)
    }

    @Test func aDecisionKnowsNobodyElseByItsNameOrRole() throws {
        let text = Order.text(Self.tacit.replacing("BY", with: "system"), promises: "  {}")
        let definition = try WorkflowFile.read(text, name: "order", host: Host(referenceKinds: ["person"])).get()
        var order = Instance(of: definition)
        try order.cause("ask", in: Setting(on: Day(number: 18_232), actor: Actor(person: "A", roles: ["clerk"])))
        // Nobody of that name is anybody else.
        let named = Setting(on: Day(number: 18_232), actor: Actor(person: "system", roles: ["chief"]))
        #expect(throws: Refusal.self) { try order.cause("approve", in: named) }
        try order.cause(
            "lapse", in: Setting(on: Day(number: 18_232), actor: Actor(person: "A", roles: ["clerk", "system"])))
        #expect(order["approver"] == .text("system"))
    }

    // MARK: - What it alone may cause is no way on, unless a clock makes it

    private func reach(_ rest: String, clocks: String = "", begin: String = "sets: {begun: today}") throws -> Finding? {
        try Order.verdict(
            "from: open, can-reach: done",
            """
              begin: {title: Begin, from: start, to: open, by: clerk, \(begin)}
              note: {title: Note, from: open, by: clerk}
              nag: {title: Nag, from: open, by: system}
              lapse: {title: Lapse, from: open, to: done, by: system\(rest)}
            """, clocks: clocks.isEmpty ? "" : "clocks:\n" + clocks)
    }

    @Test(arguments: [
        ("", ""), ("", "  j: {title: J, in: open, lasts: 3 days, restarts-on: nag, missed: {event: nag}}"),
        // Its clock may not come to it.
        (
            "",
            "  k: {title: K, in: open, lasts: 9 days, restarts-on: nag, missed: {event: lapse}}\n"
                + "  j: {title: J, in: open, lasts: 3 days, restarts-on: nag, missed: {event: nag}}"
        ),
        // Nobody gives anything.
        (", asks: {n: required}", "  k: {title: K, in: open, lasts: 3 days, missed: {event: lapse}}"),
    ])
    func noWayIsSureByIt(rest: String, clocks: String) throws {
        let found = try #require(try reach(rest, clocks: clocks))
        #expect(found.code == .promiseUnproved, "\(found.sentence)")
        #expect(found.sentence.contains("“Lapse” is for “"))
    }

    @Test(arguments: [
        ("", "  k: {title: K, in: open, lasts: 3 days, when: n == 1, missed: {event: lapse}}"),
        ("", "  k: {title: K, in: open, until: ended, missed: {event: lapse}}"),
        (
            ", rules: [{require: today <= begun, otherwise: No.}]",
            "  k: {title: K, in: open, lasts: 3 days, missed: {event: lapse}}"
        ),
    ])
    func noWayIsByAClockThatNeverRunsOrComesTooLate(rest: String, clocks: String) throws {
        let found = try #require(try reach(rest, clocks: clocks))
        #expect(found.code == .promiseBroken, "\(found.sentence)")
    }

    @Test(arguments: [
        "  k: {title: K, in: open, lasts: 3 days, missed: {event: lapse}}",
        "  k: {title: K, in: open, starts: begun, lasts: 3 days, missed: {event: lapse}}",
        "  k: {title: K, in: open, lasts: 3 days, when: n is empty, missed: {event: lapse}}",
        // Another that does not put it off.
        "  k: {title: K, in: open, lasts: 9 days, missed: {event: lapse}}\n"
            + "  j: {title: J, in: open, lasts: 3 days, restarts-on: nag, missed: {event: nag}}",
    ])
    func aWayIsSureByAClockThatRuns(clocks: String) throws {
        #expect(try reach("", clocks: clocks)?.sentence == nil)
    }

    // MARK: - Clocks that never run

    private func clock(_ rest: String, begin: String) throws -> [Finding] {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, \(begin)}
              lapse: {title: Lapse, from: open, to: done, by: system}
            """, promises: "  {}", clocks: "clocks: {k: {title: K, in: open, \(rest), missed: {event: lapse}}}")
        return try Order.found(text).filter { $0.subject == .clock("k") }
    }

    @Test func aClockThatNeverRunsIsSaidTo() throws {
        let never = try clock("lasts: 3 days, when: n == 1", begin: "sets: {n: 0}")
        #expect(never.map(\.sentence) == ["“K” never runs: “n == 1” never holds there."])
        #expect(never.map(\.severity) == [.note])
        let missing = try clock("until: ended", begin: "asks: {n: required}")
        #expect(missing.map(\.sentence) == ["“K” never runs: “Ended” is never on record there."])
        #expect(try clock("lasts: 3 days, when: n == 1", begin: "asks: {n: required}") == [])
        #expect(try clock("until: ended", begin: "asks: {ended: optional}") == [])
    }
}
