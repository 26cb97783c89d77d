import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// States in which nobody can act: a clock has to lead on, whatever is on record.
struct StandstillTests {
    private static func file(_ lapse: String, ask: String = "", events: String = "", clocks: String = "") -> String {
        """
        workflow: permit
        title: Permit
        roles: {clerk: Clerk, system: House}
        fields:
          kind: {title: Kind, type: choice, choices: [a, b]}
          n: {title: N, type: number 0 to 3}
          stop: {title: Stop, type: flag}
        states: {waiting: {title: Waiting}, lapsed: {title: Lapsed, end: yes}, other: {title: Other, end: yes}}
        events:
          ask: {title: Ask, from: start, to: waiting, by: clerk, asks: {kind: required, stop: optional}, sets: {n: 0}\(ask)}
          lapse: {title: Lapse, from: waiting, to: lapsed, by: system\(lapse)}
          away: {title: Away, from: start, to: other, by: clerk}
        \(events)
        clocks:
          last: {title: Last day, in: waiting, lasts: 10 days, missed: {event: lapse}}
        \(clocks)

        """
    }

    private func found(_ text: String) throws -> [Finding] { try Order.found(text) }

    @Test(arguments: [
        "", ", asks: {kind: record}", ", asks: {kind: {need: record, default: a}}",
        ", asks: {stop: optional}", ", adds: {n: 1}", ", sets: {n: n + 3}",
    ])
    func aClockThatSurelyLeadsOnIsEnough(lapse: String) throws {
        #expect(try found(Self.file(lapse)).map(\.sentence) == [])
    }

    /// What it asks, what its rules want, and what the state needs.
    @Test(arguments: [
        ", rules: [{require: kind == a, otherwise: Only a.}]", ", rules: [{require: n >= 3, otherwise: Not yet.}]",
        ", rules: [{require: stop is set, otherwise: No.}]", ", asks: {stop: record}", ", sets: {n: n - 1}",
    ])
    func aClockThatIsRefusedItsEventIsNone(lapse: String) throws {
        let all = try found(Self.file(lapse))
        let stuck = all.filter { [.nobodyCanAct, .clockEventRefused].contains($0.code) }
        #expect(!stuck.isEmpty, "\(all.map(\.sentence))")
        #expect(stuck.contains { $0.story != nil }, "\(all.map(\.sentence))")
    }

    @Test func theItemThatIsStuckIsShown() throws {
        let text = Self.file(", rules: [{require: kind == a, otherwise: Only a.}]")
        let stuck = try #require(try found(text).first { $0.code == .nobodyCanAct })
        #expect(stuck.sentence == "No role can do anything at “Waiting”, and no clock causes anything that can happen.")
        #expect(stuck.story?.steps.last?.given["kind"] == .text("b"))
    }

    /// A reminder that comes once fills no count of three.
    @Test func whatWearsOutIsNotSaidToBeSound() throws {
        let remind = "  remind: {title: Remind, from: waiting, by: system, adds: {n: 1}}"
        let nudge = "  nudge: {title: Nudge, in: waiting, lasts: 3 days, missed: {event: remind}}"
        let text = Self.file(", rules: [{require: n >= 3, otherwise: Not yet.}]", events: remind, clocks: nudge)
        let codes = try found(text).map(\.code)
        #expect(codes.contains { [.nobodyCanAct, .clockEventRefused, .notShown].contains($0) }, "\(codes)")
        // Nothing in the file causes the reminder.
        let without = text.replacing(nudge, with: "")
        #expect(try found(without).contains { $0.code == .eventWithoutCause && $0.subject == .event("remind") })
        #expect(try found(without).contains { [.nobodyCanAct, .clockEventRefused].contains($0.code) })
    }

    /// A reminder before, and another way on.
    @Test func severalClocksMayLeadOn() throws {
        let remind = "  remind: {title: Remind, from: waiting, by: system, sets: {n: 1}}"
        let nudge = "  nudge: {title: Nudge, in: waiting, lasts: 3 days, missed: {event: remind}}"
        #expect(try found(Self.file("", events: remind, clocks: nudge)).map(\.code) == [])
        let leave = remind.replacing("from: waiting,", with: "from: waiting, to: other,")
        // The last day never comes there, which is not found out.
        #expect(try found(Self.file("", events: leave, clocks: nudge)).allSatisfy { $0.code == .notShown })
        // Begun again with each reminder, the last day never comes.
        let again = Self.file("", events: remind, clocks: nudge.replacing("lasts", with: "restarts-on: remind, lasts"))
        #expect(!(try found(again).contains { $0.subject == .state("waiting") }))
        let never = again.replacing(
            "in: waiting, lasts: 10 days", with: "in: waiting, lasts: 10 days, restarts-on: remind")
        #expect(try found(never).contains { $0.subject == .state("waiting") && $0.code == .notShown })
    }

    @Test func aClockThatRunsForSomeItemsAloneIsNotEnough() throws {
        for clock in ["when: kind == a, lasts", "pauses-when: stop, lasts"] {
            let text = Self.file("").replacing("in: waiting, lasts", with: "in: waiting, \(clock)")
            #expect(try found(text).contains { $0.code == .nobodyCanAct && $0.story != nil }, "\(clock)")
        }
    }

    @Test func anEventThatNothingCausesIsSaidToBeSo() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk}
              close: {title: Close, from: open, to: done, by: clerk}
              lapse: {title: Lapse, from: open, to: mid, by: system}
              end: {title: End, from: mid, to: done, by: clerk}
            """, promises: "  {}")
        let found = try found(text).filter { $0.code != .fieldNeverUsed }
        #expect(
            found.map(\.sentence) == [
                "“Lapse” is for “system” alone, and neither a clock nor an effect causes it."
            ])
        let host = Host(
            effects: ["follow": ["event"]], causes: ["follow": [.init("event")]], referenceKinds: ["person"])
        let followed = text.replacing(
            "close: {title: Close, from: open, to: done, by: clerk}",
            with: "close: {title: Close, from: open, to: open, by: clerk, effects: [{follow: {event: \"'lapse'\"}}]}")
        let checked = try WorkflowFile.check(followed, name: "order.yaml", host: host).get()
        #expect(!checked.findings.contains { $0.finding.code == .eventWithoutCause })
    }

    // MARK: - What the host gives

    /// Nothing gives anything when a clock is missed.
    @Test func nothingIsGivenWithWhatAClockCauses() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {n: required}}
              lapse: {title: Lapse, from: open, to: done, by: system, asks: {n: record}}
            """, promises: "  keeps: {title: It never falls, only-grows: n}",
            clocks: "clocks: {late: {title: Late, in: open, lasts: 10 days, missed: {event: lapse}}}")
        #expect(
            try found(text).filter { $0.code == .promiseBroken || $0.code == .promiseUnproved }.map(\.sentence) == [])
        let wanted = text.replacing("asks: {n: record}", with: "asks: {asked: required}")
        let refused = try found(wanted)
        #expect(refused.contains { $0.code == .clockEventRefused || $0.code == .deadEvent })
        // People may give what they like.
        let people = text.replacing("by: system, asks: {n: record}", with: "by: [clerk, system], asks: {n: record}")
        let broken = try #require(try found(people).first { $0.code == .promiseBroken })
        #expect(broken.story?.steps.last?.actor.roles == ["clerk"])
    }
}

/// What a report says of one thing, it does not say otherwise of another.
struct OneVoiceTests {
    private static let sections = """
        sections:
          o: {title: O, sealed: no, takes-codes: yes, readers: [clerk, chief]}
          x: {title: X, readers: chief}
        """

    private func found(_ text: String) throws -> [Finding] { try Order.found(text) }

    @Test func ofAnEventThatNeverHappensTheClockSaysNoMore() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, sets: {n: 0}}
              go: {title: Go, from: open, to: mid, by: clerk}
              close: {title: Close, from: mid, to: done, by: clerk}
              lapse: {title: Lapse, from: mid, to: done, by: system, sets: {n: n + 4}}
            """, promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: [open, mid], lasts: 10 days, missed: {event: lapse}}}")
        let codes = try found(text.replacing("in: [open, mid]", with: "in: mid")).map(\.code)
        #expect(codes.contains(.deadEvent) && !codes.contains(.notShown), "\(codes)")
    }

    @Test func ofAStateThatNothingLeadsToTheClockSaysNothing() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {asked: optional}}
              go: {title: Go, from: open, to: mid, by: clerk, rules: [{require: n is set, otherwise: No.}]}
              close: {title: Close, from: [open, mid], to: done, by: clerk}
              lapse: {title: Lapse, from: [open, mid], to: done, by: system}
            """, promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: [open, mid], lasts: 10 days, missed: {event: lapse}}}")
        let found = try found(text)
        #expect(found.contains { $0.code == .unreachableState || $0.code == .deadEvent })
        #expect(!found.contains { $0.subject == .clock("late") }, "\(found.map(\.sentence))")
    }

    @Test func whatErasesWhatItsStateNeedsIsToldSo() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {secret: required}}
              go: {title: Go, from: open, to: mid, by: clerk, erases: [x]}
              close: {title: Close, from: [open, mid], to: done, by: clerk}
            """, fields: "  secret: {title: Secret, type: number, section: x}", promises: "  {}"
        ).replacing("fields:\n", with: "\(Self.sections)\nfields:\n").replacing(
            "{title: Mid}", with: "{title: Mid, needs: [secret]}")
        let dead = try #require(try found(text).first { $0.code == .deadEvent })
        #expect(dead.sentence == "“Go” can never happen: it erases “Secret” itself, which “Mid” needs.")
    }

    /// Two due days that are the same differ in something else.
    @Test func ofTwoClocksThatDifferItIsSaidHow() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk}
              assess: {title: Assess, from: open, by: chief, asks: {severe: required}}
              close: {title: Close, from: open, to: done, by: clerk}
            """, fields: "  severe: {title: Severe, type: flag, section: x}",
            promises: "  word: {title: Our word, read: x, only: chief}",
            clocks: "clocks: {late: {title: Late, in: open, lasts: 10 days, pauses-when: severe, missed: flag}}"
        ).replacing("fields:\n", with: "\(Self.sections)\nfields:\n")
        let broken = try #require(try found(text).first { $0.code == .promiseBroken })
        #expect(broken.sentence.contains("standing still since"), "\(broken.sentence)")
    }

    /// What no value fulfils is not refused for want of one.
    @Test func aRefusalIsNotForWantOfAFact() throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk}
              close: {title: Close, from: open, to: done, by: clerk}
              lapse:
                title: Lapse
                from: open
                to: done
                by: system
                rules: [{require: desk.open and not desk.open, otherwise: No.}]
            """, promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: open, lasts: 10 days, missed: {event: lapse}}}"
        ).replacing("fields:\n", with: "facts: {desk.open: {title: Desk open, type: flag}}\nfields:\n")
        let refused = try found(text).filter { $0.code == .clockEventRefused }
        #expect(refused.map(\.sentence) == ["When “Late” is missed at “Open”, “Lapse” is always refused (No.)."])
    }
}
