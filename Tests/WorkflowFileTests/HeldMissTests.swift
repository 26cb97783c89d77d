import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// The event of a missed clock that happens to some items and is refused to others whenever time passes.
struct HeldMissTests {
    private func finding(
        _ begin: String, _ lapse: String, clock: String = "lasts: 5 days", to: String = "done", more: String = "",
        clocks: String = "", needs: String = ""
    ) throws -> Finding? {
        let text = """
            workflow: order
            title: Order
            calendar: england-and-wales
            roles: {clerk: clerk, system: system}
            sections: {private: {title: Private, readers: clerk, takes-text: yes}}
            fields:
              begun: {title: Begun, type: day}
              ended: {title: Ended, type: day}
              asked: {title: Asked, type: number 0 to 9}
              small: {title: Small, type: number 0 to 3}
              asker: {title: Asker, type: reference person}
              approver: {title: Approver, type: reference person}
              reason: {title: Reason, type: line}
              other: {title: Other, type: line}
              brief: {title: Brief, type: line, limit: 2}
              urgent: {title: Urgent, type: flag}
              held: {title: Held, type: flag}
              kind: {title: Kind, type: choice, choices: [a, b, c]}
              meeting: {title: Meeting, type: reference meeting}
            facts: {meeting.open: {title: Open, type: flag}}
            states: {open: {title: Open}, mid: {title: Mid}, done: {title: Done, end: yes\(needs)}}
            events:
              begin: {title: Begin, from: start, to: open, by: clerk, \(begin)}
              lapse: {title: Lapse, from: open, to: \(to), by: system, \(lapse)}
              close: {title: Close, from: [open, mid], to: done, by: clerk, asks: {approver: record}}
              hold: {title: Hold, from: open, by: clerk, sets: {held: yes}}
            \(more)
            clocks:
              late: {title: Late, in: open, \(clock), missed: {event: lapse}}
            \(clocks)

            """
        let host = Host(referenceKinds: ["person", "meeting"], calendars: ["england-and-wales"])
        return try WorkflowFile.check(text, name: "order.yaml", host: host, calendars: Self.calendars).get().findings
            .map(\.finding).first { $0.subject == .clock("late") }
    }

    private static let calendars = Calendars([
        WorkingCalendar(name: "england-and-wales", holidays: [], covers: 1...9999)
    ])

    private static func rule(_ condition: String) -> String {
        "rules: [{require: \"\(condition)\", otherwise: No.}]"
    }

    /// A text that is longer than a field holds refuses it.
    @Test func aTextThatMayNotFitIsNotPassedOver() throws {
        #expect(try finding("asks: {reason: required}", "sets: {brief: reason}") != nil)
        #expect(try finding("asks: {reason: required}", "sets: {other: reason}") == nil)
        #expect(try finding("asks: {reason: required}", "asks: {brief: {default: reason}}") != nil)
    }

    /// What is not on record at the time, or has one of several values.
    @Test(arguments: [
        ("asks: {urgent: optional}", rule("urgent")),
        ("asks: {urgent: optional, reason: optional}", "asks: {reason: {when: urgent, because: So.}}"),
        ("asks: {urgent: optional, reason: optional}", "asks: {reason: {need: record, when: urgent, because: So.}}"),
        ("asks: {reason: optional}", "asks: {reason: record}"),
        ("asks: {other: optional}", "asks: {reason: {need: record, default: other}}"),
        ("asks: {kind: required}", rule("kind != c")),
        ("asks: {kind: required, urgent: required, asked: required}", rule("kind != c or urgent or asked < 9")),
        ("asks: {asked: required}", rule("asked <= 5")), ("asks: {asked: required}", "sets: {small: asked}"),
        ("sets: {asker: actor.person}, asks: {approver: optional}", rule("approver is set and approver != asker")),
        ("asks: {reason: required}", rule("reason != 'wait'")), ("", rule("not (held is set)")),
        ("asks: {ended: required}", rule("today <= ended + 3 days")),
    ])
    func whatIsRefusedToSomeForEverIsFound(begin: String, lapse: String) throws {
        let found = try #require(try finding(begin, lapse))
        #expect(found.code == .clockEventRefused, "\(found.sentence)")
        #expect(found.sentence.hasPrefix("When “Late” is missed at “Open”"), "\(found.sentence)")
        let last = try #require(found.story?.steps.last)
        #expect(last.event == nil && last.to == nil)
    }

    @Test func soAreTargetsAndNeeds() throws {
        let to = "[{state: done, when: kind == a}, {state: mid, when: kind == b}]"
        #expect(try finding("asks: {kind: required}", "", to: to)?.code == .clockEventRefused)
        #expect(try finding("asks: {approver: optional}", "", needs: ", needs: [approver]")?.code == .clockEventRefused)
    }

    /// It takes two further events, one of them optional, to come there.
    @Test func whatOtherEventsBringAboutIsFound() throws {
        let more = """
              sort: {title: Sort, from: open, by: clerk, asks: {kind: required, urgent: optional}}
              price: {title: Price, from: open, by: clerk, asks: {asked: required}, rules: [{require: urgent, otherwise: No.}]}
            """
        let found = try finding("asks: {asked: required}", Self.rule("asked != 7 or kind == b"), more: more)
        #expect(found?.code == .clockEventWaits, "\(found?.sentence ?? "nothing")")
    }

    /// An event may bring it about that it happens, so that it is only told that it waits.
    @Test func whatSomebodyCanChangeWaits() throws {
        let release = "  release: {title: Release, from: open, by: clerk, clears: held}"
        let found = try #require(try finding("", Self.rule("not (held is set)"), more: release))
        #expect(found.code == .clockEventWaits && found.severity == .note, "\(found.sentence)")
        #expect(found.sentence.hasSuffix("until somebody changes that."), "\(found.sentence)")
    }

    /// The record rules it out, time or the program brings it about, or the clock stands still meanwhile.
    @Test(arguments: [
        ("sets: {asker: actor.person}", rule("actor.person != asker"), "lasts: 5 days"),
        ("asks: {asked: required}, " + rule("asked < 3"), "sets: {small: asked}", "lasts: 5 days"),
        ("asks: {urgent: optional}", rule("urgent"), "lasts: 5 days, when: urgent"),
        ("asks: {urgent: required}, " + rule("urgent"), rule("urgent"), "lasts: 5 days"),
        ("asks: {other: required}", "asks: {reason: {need: record, default: other}}", "lasts: 5 days"),
        ("asks: {meeting: required}", rule("meeting.open"), "lasts: 5 days"),
        ("", rule("not (held is set)"), "lasts: 5 days, pauses-when: held"),
        ("asks: {begun: required}", rule("today >= begun + 9 days"), "starts: begun, lasts: 5 days"),
        (
            "asks: {begun: required, ended: required}, " + rule("ended >= begun + 20 days"),
            rule("today <= ended + 3 days"), "starts: begun, lasts: 5 days"
        ),
    ])
    func whatHappensToAllIsNone(begin: String, lapse: String, clock: String) throws {
        #expect(try finding(begin, lapse, clock: clock)?.sentence == nil)
    }

    /// A second clock ends it, unless that is refused too, or only tells.
    @Test(arguments: [
        ("missed: {event: drop}", "", nil),
        ("missed: {event: drop}", ", " + rule("urgent"), Finding.Code.clockEventRefused),
        ("missed: flag", "", .clockEventRefused),
    ])
    func aSecondClockMayEndIt(missed: String, drop: String, code: Finding.Code?) throws {
        let found = try finding(
            "asks: {urgent: optional}", Self.rule("urgent"),
            more: "  drop: {title: Drop, from: open, to: done, by: system\(drop)}",
            clocks: "  gone: {title: Gone, in: open, lasts: 30 days, \(missed)}")
        #expect(found?.code == code, "\(found?.sentence ?? "nothing")")
    }

    /// Working days hide nothing that lies behind them, and are named where they do.
    @Test func workingDaysAreComparedAndNamed() throws {
        let clock = "starts: begun, lasts: 5 working days"
        let always = try finding(
            "asks: {begun: required}", Self.rule("today <= begun + 3 working days"), clock: clock)
        #expect(always?.code == .clockEventRefused, "\(always?.sentence ?? "nothing")")
        let behind = try finding(
            "asks: {begun: required, urgent: optional}", Self.rule("today > begun + 2 working days and urgent"),
            clock: clock)
        #expect(behind?.code == .clockEventRefused, "\(behind?.sentence ?? "nothing")")
        let open = try #require(
            try finding(
                "asks: {begun: required, ended: required}", Self.rule("today <= ended + 3 working days"), clock: clock))
        #expect(open.code != .notShown || open.sentence.contains("working days"), "\(open.sentence)")
    }

    @Test func whatHangsOnAFactThatMayBeUnknownIsSaid() throws {
        let found = try #require(try finding("asks: {meeting: optional}", Self.rule("meeting.open")))
        #expect(found.code == .notShown && found.sentence.contains("“meeting.open”"), "\(found.sentence)")
    }
}
