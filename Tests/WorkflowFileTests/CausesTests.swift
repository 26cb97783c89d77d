import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// What the host itself causes: when a clock was missed, or when it follows, and at no other time.
struct CausesTests {
    private func findings(
        _ events: String, clocks: String = "", promises: String = "{}", states: String = ""
    ) throws -> [Finding] {
        let text = """
            workflow: w
            title: W
            roles: {clerk: Clerk, boss: Boss, system: System}
            fields:
              kind: {title: Kind, type: choice, choices: [a, b]}
              n: {title: N, type: number 0 to 5}
              consent: {title: Consent, type: flag}
              sent: {title: Sent, type: flag}
            states: {open: {title: Open}, mid: {title: Mid\(states)}, done: {title: Done, end: yes}}
            events:
            \(events)
            clocks:
              whole: {title: Whole, in: [open, mid], lasts: 50 days, missed: flag}
            \(clocks)
            promises:
              \(promises)

            """
        let host = Host(
            effects: ["follow": ["event"], "put-right": []], causes: ["follow": [.init("event")]],
            corrections: ["put-right"])
        return try WorkflowFile.check(text, name: "w.yaml", host: host).get().findings.map(\.finding)
    }

    private func verdict(_ events: String, clocks: String = "", _ claim: String) throws -> Finding? {
        try findings(events, clocks: clocks, promises: "p: {title: P, \(claim)}").first { $0.subject == .promise("p") }
    }

    private static let ask =
        "  ask: {title: Ask, from: start, to: open, by: clerk, asks: {kind: required, consent: required}}\n"
    private static let poke = "  poke: {title: Poke, from: open, to: stay, by: clerk}\n"
    private static let late = "  late: {title: Late, in: open, lasts: 5 days, missed: {event: lapse}}"
    private static func lapse(_ rest: String = "") -> String {
        "  lapse: {title: Lapse, from: open, to: mid, by: system\(rest)}\n"
    }
    private static func close(_ rest: String) -> String {
        "  close: {title: Close, from: mid, to: done, by: system\(rest)}\n"
    }
    private static let follow = ", effects: [{follow: {event: \"'close'\"}}]"
    private static let onlyA = ", rules: [{require: kind == a, otherwise: Only a.}]"

    // MARK: - A missed clock whose event is refused to some by what follows

    @Test(arguments: [
        (lapse(follow), close(onlyA), ""),
        (lapse(follow), close(", asks: {n: record}"), ""),
        (lapse(), close(onlyA), follow),
        (
            lapse(", asks: {n: optional}, effects: [{put-right: {when: kind == b}}]"),
            close("").replacing("system", with: "clerk"), ""
        ),
        // By what follows from what follows, and only where the record says so.
        (
            lapse(follow),
            close(", effects: [{follow: {event: \"'seal'\", when: consent}}]")
                + "  seal: {title: Seal, from: done, by: system\(onlyA)}\n", ""
        ),
        (
            lapse(follow),
            close(", sets: {n: n + 1}") + "  more: {title: More, from: open, by: clerk, asks: {n: required}}\n", ""
        ),
    ])
    func whatFollowsRefusesIt(lapse: String, close: String, states: String) throws {
        let found = try findings(Self.ask + Self.poke + lapse + close, clocks: Self.late, states: states)
        let refused = try #require(found.first { $0.subject == .clock("late") }, "\(found.map(\.sentence))")
        #expect([.clockEventRefused, .clockEventWaits].contains(refused.code), "\(refused.sentence)")
        #expect(refused.story?.steps.last?.to == nil)
    }

    /// What is known to hold of all that the clock's event leaves, or is left out where it would be refused.
    @Test(arguments: [
        (lapse(", rules: [{require: kind == a or kind == b, otherwise: No.}]" + follow), close("")),
        (lapse(follow), close(", rules: [{require: kind is set, otherwise: No.}]")),
        (lapse(", effects: [{follow: {event: \"'close'\", when: kind == a}}]"), close(onlyA)),
    ])
    func whatFollowsSurelyRefusesNothing(lapse: String, close: String) throws {
        let on = "  on: {title: On, from: mid, to: done, by: clerk}\n"
        let found = try findings(Self.ask + lapse + close + on.replacing("on:", with: "away:"), clocks: Self.late)
        #expect(found.filter { $0.subject == .clock("late") }.map(\.sentence) == [])
    }

    /// What follows first may see to it: that is not said to be refused.
    @Test func whatFollowsFirstCounts() throws {
        let lapse = Self.lapse(", effects: [{follow: {event: \"'first'\"}}, {follow: {event: \"'close'\"}}]")
        let first = "  first: {title: First, from: mid, to: stay, by: system, sets: {sent: yes}}\n"
        let found = try findings(
            Self.ask + lapse + first + Self.close(", rules: [{require: sent, otherwise: No.}]"), clocks: Self.late)
        #expect(found.filter { $0.subject == .clock("late") }.allSatisfy { $0.code == .notShown })
        #expect(!found.contains { $0.code == .unreachableState || $0.code == .deadEvent })
    }

    /// Who could change it is refused that for ever, by something else on record.
    @Test func whatNobodyCanChangeWaitsForNobody() throws {
        let fix = "  fix: {title: Fix, from: open, to: stay, by: clerk, asks: {kind: required}, sets: {n: n - 1}}\n"
        let ask = Self.ask.replacing("consent: required", with: "n: required")
        let found = try findings(ask + fix + Self.lapse(Self.onlyA) + Self.close(""), clocks: Self.late)
        #expect(found.first { $0.subject == .clock("late") }?.code == .clockEventRefused, "\(found.map(\.sentence))")
    }

    // MARK: - What nothing makes the host cause

    @Test func aClockThatDoesNotRunCausesNothing() throws {
        let events =
            Self.ask.replacing("}}", with: "}, sets: {sent: no}}")
            + "  send: {title: Send, from: open, by: system, sets: {sent: yes}}\n"
            + "  fin: {title: Fin, from: open, to: done, by: clerk}"
        let clock = "  c: {title: C, in: open, when: consent, lasts: 5 days, missed: {event: send}}"
        #expect(try verdict(events, clocks: clock, "always: not sent or consent") == nil)
        let broken = try #require(try verdict(events, clocks: clock, "never: sent"))
        #expect(broken.code == .promiseBroken && broken.path == ["ask", "send"])
        #expect(broken.story?.steps.map(\.event) == ["ask", nil])
        #expect(broken.story.flatMap { $0.steps.last?.on }?.description == "2020-01-07")
    }

    @Test func whatOnlyFollowsDoesNotHappenAlone() throws {
        let events =
            "  ask: {title: Ask, from: start, to: open, by: clerk}\n"
            + "  decide: {title: D, from: open, by: boss, asks: {kind: required}, effects: [{follow: {event: \"'stamp'\"}}]}\n"
            + "  stamp: {title: Stamp, from: [open, mid], by: system, sets: {sent: yes}}\n"
            + "  hold: {title: Hold, from: open, to: mid, by: clerk}\n"
            + "  fin: {title: Fin, from: [open, mid], to: done, by: clerk, rules: [{require: sent, otherwise: No.}]}"
        #expect(try verdict(events, "entering: done, holds: kind is set") == nil)
        #expect(try verdict(events, "always: sent or kind is empty") == nil)
        #expect(try verdict(events, "never: sent")?.path == ["ask", "decide", "stamp"])
        let found = try findings(events)
        #expect(found.filter { $0.code == .arrowNeverTaken }.map(\.subject) == [.event("stamp")])
    }

    @Test func nobodyGivesAnythingToWhatFollows() throws {
        let events =
            "  ask: {title: Ask, from: start, to: open, by: clerk, asks: {n: required}}\n"
            + "  mark: {title: M, from: open, to: mid, by: clerk, rules: [{require: n > 2, otherwise: No.}]\(Self.follow)}\n"
            + Self.close(", asks: {n: record}")
        #expect(try verdict(events, "only-grows: n") == nil)
        #expect(try verdict(events, "entering: done, holds: n > 2") == nil)
    }

    /// Where the clock does not run, where nothing leads, and behind both.
    @Test func whatNothingCausesIsDead() throws {
        let events =
            Self.ask + Self.poke + Self.lapse()
            + "  away: {title: Away, from: mid, to: done, by: clerk}\n"
        let clock = "  late: {title: Late, in: done, lasts: 5 days, missed: {event: lapse}}"
        let found = try findings(events, clocks: clock)
        let dead = Set(found.filter { [.deadEvent, .unreachableState, .notShown].contains($0.code) }.map(\.subject))
        #expect(dead.isSuperset(of: [.event("lapse"), .state("mid"), .event("away")]), "\(found.map(\.sentence))")
    }

    /// Of two clocks the earlier comes first.
    @Test func aClockComesAfterThatWhichIsDueBefore() throws {
        let events =
            Self.ask + Self.lapse() + "  remind: {title: Remind, from: open, by: system, sets: {sent: yes}}\n"
            + "  fin: {title: Fin, from: mid, to: done, by: clerk}"
        let clocks =
            "  late: {title: Late, in: open, lasts: 10 days, missed: {event: lapse}}\n"
            + "  early: {title: Early, in: open, lasts: 3 days, missed: {event: remind}}"
        #expect(try verdict(events, clocks: clocks, "entering: mid, holds: sent")?.code != .promiseBroken)
    }

    /// Of what follows, something may be left out, and the rest leads on.
    @Test func whereNothingRestsNobodyHasToAct() throws {
        let lapse = Self.lapse(
            ", effects: [{follow: {event: \"'one'\", when: kind == a}}, {follow: {event: \"'close'\"}}]")
        let one = "  one: {title: One, from: mid, to: stay, by: system, sets: {sent: yes}}\n"
        let found = try findings(Self.ask + Self.poke + lapse + one + Self.close(""), clocks: Self.late)
        #expect(found.filter { $0.subject == .state("mid") }.map(\.sentence) == [])
    }

    // MARK: - At rest

    /// What was on record before the last event that followed, and who caused that.
    @Test(arguments: [
        ("always: before.kind is set", true), ("never: before.kind is empty", true),
        ("always: actor.roles has system", true), ("always: n == 3", true), ("always: actor.roles has clerk", false),
        ("never: actor.person == 'system'", false), ("entering: open, holds: before.kind is set", false),
    ])
    func whatHoldsAtRestIsOfTheLastEvent(claim: String, isKept: Bool) throws {
        let events =
            "  ask: {title: Ask, from: start, to: open, by: clerk, asks: {kind: required}, "
            + "effects: [{follow: {event: \"'stamp'\"}}]}\n"
            + "  stamp: {title: Stamp, from: open, to: done, by: system, sets: {n: 3}}"
        let found = try verdict(events, claim)
        #expect(found?.code == (isKept ? nil : .promiseBroken), "\(found?.sentence ?? "kept")")
    }

    // MARK: - Examples

    private static let story = """
        refused: {title: R, steps: [{do: ask, on: 2020-01-01, as: clerk, by: "x@e"}, {do: go, give: {n: 5}, refused: rule 1}]}
        named: {title: N, steps: [{do: ask, on: 2020-01-01, as: clerk, by: "x@e"}, {do: go, give: {n: 5}, refused: settle}]}
        done: {title: D, steps: [{do: ask, on: 2020-01-01, as: clerk, by: "x@e"}, {do: go, give: {n: 2}, leads-to: done}]}
        tick: {title: T, steps: [{do: ask, on: 2020-01-01, as: clerk, by: "x@e"}, {tick: 2020-02-01, leads-to: done}]}
        mid: {title: M, steps: [{do: ask, on: 2020-01-01, as: clerk, by: "x@e"}, {do: go, give: {n: 2}, leads-to: mid}]}
        happens: {title: H, steps: [{do: ask, on: 2020-01-01, as: clerk, by: "x@e"}, {do: go, give: {n: 5}, leads-to: mid}]}

        """

    @Test func examplesPlayWhatFollows() throws {
        let text = """
            workflow: w
            title: W
            roles: {clerk: Clerk, system: System}
            fields: {n: {title: N, type: number 0 to 5}}
            states: {open: {title: Open}, mid: {title: Mid}, done: {title: Done, end: yes}}
            events:
              ask: {title: Ask, from: start, to: open, by: clerk, sets: {n: 0}}
              go: {title: Go, from: open, to: mid, by: clerk, asks: {n: required}, effects: [{follow: {event: "'settle'"}}]}
              late: {title: Late, from: open, to: mid, by: system, effects: [{follow: {event: "'settle'"}}]}
              settle: {title: Settle, from: mid, to: done, by: system, rules: [{require: n <= 2, otherwise: Too many.}]}
            clocks:
              c: {title: C, in: open, lasts: 5 days, missed: {event: late}}

            """
        let host = Host(effects: ["follow": ["event"]], causes: ["follow": [.init("event")]])
        let definition = try WorkflowFile.read(text, name: "w.yaml", host: host).get()
        let examples = try ExampleFile.read(Self.story, name: "e.yaml", of: definition, calendars: Calendars([])).get()
        let runs = examples.map { definition.run($0, by: host.acts(on: definition)) }
        #expect(runs.filter { $0.failure == nil }.map(\.example) == ["refused", "named", "done", "tick"])
        #expect(runs[0].item.state == "open" && runs[5].item.state == "open")
        #expect(runs[3].history.map(\.event.event) == ["ask", "late", "settle"])
        #expect(runs[0].reached.rules == ["event settle rule 1"])
    }
}
