import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// What an engineer who adopted the library found said wrongly, or not at all.
struct HonestVerdictTests {
    private static func file(
        fields: String, states: String = "{s: {title: S}, z: {title: Z, end: yes}}", events: String, rest: String = ""
    ) -> String {
        """
        workflow: w
        title: W
        roles: {a: A, b: B, system: House}
        fields:
        \(fields)
        states: \(states)
        events:
        \(events)
        \(rest)

        """
    }

    private func found(_ text: String) throws -> [Finding] { try Order.found(text) }

    // MARK: - Sums

    @Test func aRunningTotalStaysWithinItsBudget() throws {
        let text = Self.file(
            fields: """
                  budget: {title: Budget, type: number 1 to 900}
                  spent: {title: Spent, type: number 0 to 900}
                  cost: {title: Cost, type: number 1 to 300}
                """,
            events: """
                  begin: {title: B, from: start, to: s, by: a, asks: {budget: required}, sets: {spent: 0}}
                  run:
                    title: Run
                    from: s
                    by: a
                    asks: {cost: required}
                    sets: {spent: spent + cost}
                    rules: [{require: before.spent + cost <= budget, otherwise: No.}]
                  go: {title: G, from: s, to: z, by: a}
                """,
            rest: "promises:\n  p: {title: P, always: spent <= budget}\n  g: {title: G, only-grows: spent}\n")
        #expect(try found(text).map(\.sentence) == [])
        // Without the rule it is broken, and with one that looks too late it is not.
        let late = text.replacing("before.spent + cost <= budget", with: "spent <= budget")
        #expect(try found(late).map(\.sentence) == [])
        let lax = text.replacing("before.spent + cost <= budget", with: "before.spent + cost <= budget + 1")
        #expect(try found(lax).map(\.code) == [.promiseBroken])
    }

    @Test func oneOfTwoIsWithinWhatBothAre() throws {
        let text = Self.file(
            fields: """
                  cap: {title: Cap, type: number 0 to 90}
                  x: {title: X, type: number 0 to 90}
                  y: {title: Y, type: number 0 to 90}
                """,
            events: """
                  begin: {title: B, from: start, to: s, by: a, asks: {cap: required}}
                  go:
                    title: G
                    from: s
                    to: z
                    by: a
                    asks: {x: required, y: required}
                    rules: [{require: x + y <= cap, otherwise: No.}]
                """,
            rest: "promises:\n  p: {title: P, entering: z, holds: x <= cap}\n")
        #expect(try found(text).map(\.sentence) == [])
        let below = text.replacing("y: {title: Y, type: number 0", with: "y: {title: Y, type: number -5")
        #expect(try found(below).map(\.code) == [.promiseBroken])
    }

    /// One event keeps the promise where another, which leads to a record like the same, does not.
    @Test func oneWayToARecordDoesNotSpeakForAnother() throws {
        let text = Self.file(
            fields: "  p: {title: P, type: reference person}\n  q: {title: Q, type: reference person}",
            states: "{s0: {title: S0}, s1: {title: S1}, z: {title: Z, end: yes}}",
            events: """
                  begin: {title: Begin, from: start, to: s0, by: a}
                  on: {title: On, from: s0, to: s1, by: a, asks: {q: {need: required, default: p}}}
                  same: {title: Same, from: s1, by: a, asks: {p: anew}, rules: [{require: p == q, otherwise: No.}]}
                  other: {title: Other, from: s1, by: a, asks: {p: record, q: {need: optional, default: p}}}
                  end: {title: End, from: s1, to: z, by: a}
                """, rest: "promises:\n  p: {title: P, never: p != q}\n")
        #expect(try found(text).first { $0.subject == .promise("p") }?.code == .promiseBroken)
    }

    // MARK: - Events that cannot happen

    @Test func anEventThatClearsWhatItsStateNeedsIsToldSo() throws {
        let text = Self.file(
            fields: "  n: {title: N, type: number 0 to 9}",
            states: "{s: {title: S, needs: n}, m: {title: M, needs: n}, z: {title: Z, end: yes}}",
            events: """
                  begin: {title: B, from: start, to: s, by: a, asks: {n: required}}
                  x: {title: X, from: s, to: m, by: a, clears: n}
                  go: {title: G, from: m, to: z, by: a}
                  ho: {title: H, from: s, to: z, by: a}
                """)
        let dead = try found(text).first { $0.subject == .event("x") }
        #expect(dead?.sentence == "“X” can never happen: it clears “N” itself, which “M” needs.")
    }

    @Test func whatTheHostDidCannotTakeASecondHost() throws {
        let text = Self.file(
            fields: "  who: {title: Who, type: reference person}",
            states: "{s: {title: S}, m: {title: M}, z: {title: Z, end: yes}}",
            events: """
                  begin: {title: B, from: start, to: s, by: a}
                  x: {title: X, from: s, by: system, to: m, sets: {who: actor.person}}
                  y: {title: Y, from: m, by: system, to: z, rules: [{require: actor.person != who, otherwise: Two.}]}
                  end: {title: End, from: [s, m], by: a, to: z}
                """,
            rest: """
                clocks:
                  c: {title: C, in: s, lasts: 3 days, missed: {event: x}}
                  e: {title: E, in: m, lasts: 3 days, missed: {event: y}}
                """)
        let found = try found(text)
        #expect(found.contains { $0.subject == .event("y") && $0.code == .deadEvent }, "\(found.map(\.sentence))")
        #expect(found.contains { $0.subject == .clock("e") && $0.code == .clockEventRefused })
        #expect(!found.contains { $0.code == .notShown })
    }

    @Test func aStateThatOnlyAClockLeavesIsNoTrap() throws {
        let text = Self.file(
            fields: "  n: {title: N, type: flag}",
            events: """
                  sign: {title: Sign, from: start, to: s, by: a, asks: {n: required}}
                  bind: {title: Bind, from: s, to: z, by: system}
                """,
            rest: """
                clocks:
                  c: {title: Fourteen days, in: s, lasts: 14 days, missed: {event: bind}}
                promises:
                  p: {title: P, from: s, can-reach: z}
                """)
        #expect(try found(text).map(\.sentence) == [])
        let idle = text.replacing("lasts: 14 days,", with: "lasts: 14 days, when: n,")
        #expect(try found(idle).contains { $0.code == .nobodyCanAct })
    }

    // MARK: - Clocks

    @Test func aClockThatCausesItsEventOnceLeavesNoneBehind() throws {
        let text = Self.file(
            fields: "  n: {title: N, type: number 0 to 9}",
            events: """
                  begin: {title: B, from: start, to: s, by: a, sets: {n: 0}}
                  nudge: {title: Nudge, from: s, by: system, adds: {n: 1}}
                  go: {title: G, from: s, to: z, by: a}
                """,
            rest: "clocks:\n  c: {title: C, in: s, lasts: 3 days, missed: {event: nudge}}\n")
        let spent = try found(text).filter { $0.code == .clockRunsOnce }
        #expect(
            spent.map(\.sentence) == [
                "Once “C” has caused “Nudge” at “S”, it runs no more, and no other clock runs there."
            ])
    }

    /// What is set to what it was and added to fills up as well.
    @Test func aCountThatIsSetAndAddedToFillsUp() throws {
        let text = Self.file(
            fields: "  n: {title: N, type: number 0 to 4}",
            events: """
                  begin: {title: B, from: start, to: s, by: a, sets: {n: 1}}
                  nudge: {title: Nudge, from: s, by: system, sets: {n: before.n}, adds: {n: 1}}
                  go: {title: G, from: s, to: z, by: a}
                """,
            rest: "clocks:\n  c: {title: C, in: s, lasts: 3 days, restarts-on: nudge, missed: {event: nudge}}\n")
        #expect(try found(text).contains { $0.code == .clockEventRefused && $0.subject == .clock("c") })
    }

    @Test func aStateWithoutAClockNamesWhatThatHangsOn() throws {
        let text = Self.file(
            fields: "  f: {title: F, type: flag}",
            events: """
                  begin: {title: B, from: start, to: s, by: a, asks: {f: required}}
                  go: {title: G, from: s, to: z, by: a}
                """,
            rest: """
                clocks:
                  c: {title: C, in: s, lasts: 3 days, when: f, missed: flag}
                  d: {title: Reminder, in: s, lasts: 3 days, missed: pass}
                """)
        let found = try found(text).filter { $0.code == .stateWithoutClock }.map(\.sentence)
        #expect(
            found == [
                "An item can rest at “S” without any clock running, as when f is no. “Reminder” only reminds: it passes when "
                    + "it is missed, and nothing follows."
            ])
    }

    // MARK: - Arrows and promises

    private static let arrows = file(
        fields: "  w: {title: W, type: flag}",
        states: "{one: {title: One}, two: {title: Two}, z: {title: Z, end: yes}}",
        events: """
              begin: {title: Begin, from: start, to: one, by: a}
              go: {title: Go, from: one, to: two, by: a, sets: {w: yes}}
              decide: {title: Decide, from: [one, two], to: z, by: a, rules: [{require: w, otherwise: No.}]}
            """,
        rest: "promises:\n  p: {title: P, before: z, must-pass: go}\n")

    @Test func anArrowThatIsNeverTakenIsTold() throws {
        let found = try found(Self.arrows)
        #expect(found.map(\.code) == [.arrowNeverTaken])
        #expect(
            found.map(\.sentence) == ["“Decide” never happens at “One”: its rules, or what it needs, never hold there."]
        )
        #expect(try self.found(Self.arrows.replacing("from: [one, two]", with: "from: two")).isEmpty)
    }

    @Test func whatIsOpenSaysThatTheViolationCouldNotBePlayed() throws {
        let text = Self.file(
            fields: "  o: {title: O, type: day}\n  d: {title: D, type: day}",
            events: """
                  begin: {title: B, from: start, to: s, by: a, sets: {o: today, d: today + 1 month}}
                  go: {title: G, from: s, to: z, by: a}
                """, rest: "promises:\n  s: {title: S, always: d >= o + 29 days}\n")
        let open = try found(text).first { $0.code == .promiseUnproved }
        #expect(open?.sentence.contains("whether begin can break it could be neither played nor ruled out") == true)
    }

    @Test func aClaimThatLacksItsPartNamesIt() throws {
        let text = Self.arrows.replacing("before: z, must-pass: go", with: "entering: z")
        let problems = WorkflowFile.check(text, name: "w", host: Host())
        guard case .failure(let problems) = problems else { return #expect(Bool(false)) }
        #expect(problems.problems.map(\.sentence) == ["“holds” is missing, which “entering” needs."])
    }

    // MARK: - Differences

    private func differences(_ text: String, _ old: String, _ new: String) throws -> [Difference] {
        let host = Host(referenceKinds: ["person"])
        #expect(text.contains(old))
        let before = try WorkflowFile.read(text, name: "a", host: host).get()
        let after = try WorkflowFile.read(text.replacing(old, with: new), name: "b", host: host).get()
        return before.differences(to: after)
    }

    private static let declining = """
        workflow: w
        title: W
        roles: {a: A, b: B}
        sections:
          c: {title: C, takes-text: yes, readers: [b, a]}
          s: {title: S, readers: [a, {roles: b, when: n}]}
        fields: {n: {title: N, type: flag}, reason: {title: Reason, type: text}, x: {title: X, type: text, section: s}}
        states: {s: {title: S}, z: {title: Z, end: yes, needs: reason}}
        events:
          begin: {title: B, from: start, to: s, by: a, asks: {n: required, x: optional}}
          decline: {title: Decline, from: s, to: z, by: a, asks: {reason: required}}

        """

    @Test func whatCanHappenNoMoreIsTighter() throws {
        let found = try differences(Self.declining, ", asks: {reason: required}", "")
        #expect(found.map(\.effect) == [.tighter])
        #expect(found.map(\.sentence) == ["“Decline” can never happen any more."])
    }

    @Test(arguments: [
        ("{roles: b, when: n}", "b", Difference.Effect.looser),
        ("{roles: b, when: n}", "{roles: b, when: n or reason is set}", .looser),
        ("{roles: b, when: n}", "{roles: b, when: n and reason is set}", .tighter),
        ("{roles: b, when: n}", "{roles: b, when: not n}", .other),
    ])
    func moreOrLessReadingIsLooserOrTighter(old: String, new: String, effect: Difference.Effect) throws {
        let (before, after) = ("[a, \(old)]", "[a, \(new)]")
        #expect(try differences(Self.declining, before, after).map(\.effect) == [effect])
        let back = try differences(Self.declining.replacing(before, with: after), after, before).map(\.effect)
        #expect(back == [effect == .looser ? .tighter : effect == .tighter ? .looser : .other])
    }

    @Test func explainsWhereAnEventLeadsOtherwise() throws {
        let text = Self.file(
            fields: "  w: {title: W, type: flag}",
            events: """
                  begin: {title: Begin, from: start, to: s, by: a, asks: {w: required}}
                  go: {title: Go, from: s, to: [{state: z, when: w}, {state: s}], by: a}
                """)
        let definition = try WorkflowFile.read(text, name: "w", host: Host()).get()
        let then = definition.explanation(of: "go")?.lines.filter { $0.heading == "Then" }.map(\.sentence)
        #expect(then == ["It goes to “Z” when w.", "Otherwise it goes to “S”."])
    }
}
