import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// What becomes of the event of a clock that is missed.
struct MissedClockTests {
    /// A clock that runs while an order is open, and the event that it causes.
    private func finding(
        _ clock: String, _ lapse: String, begin: String = "asks: {begun: required, urgent: optional}",
        to: String = "done"
    ) throws -> Finding? {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, \(begin)}
              lapse: {title: Lapse, from: open, to: \(to), by: [clerk, system], \(lapse)}
              close: {title: Close, from: open, to: done, by: clerk}
            """, fields: "  urgent: {title: Urgent, type: flag}", promises: "  {}",
            clocks: "clocks: {late: {title: Late, in: open, \(clock), missed: {event: lapse}}}")
        return try Order.found(text).first { $0.subject == .clock("late") }
    }

    // MARK: - Always refused

    @Test(arguments: [
        // The clock runs only when the flag is raised, and its event wants it not to be.
        ("lasts: 5 days, when: urgent", "urgent == no"),
        ("lasts: 5 days, when: urgent == no", "urgent is empty"),
        ("lasts: 5 days, pauses-when: urgent", "urgent"),
        // When it is missed, the day that it counts from lies behind by more than it lasts.
        ("starts: begun, lasts: 5 days", "today <= begun"), ("starts: begun, lasts: 5 days", "today <= begun + 5 days"),
        ("starts: begun, lasts: 2 months", "days from begun to today < 50"),
        ("until: begun", "begun >= today"),
        (
            "starts: begun, lasts: 1 day, or-later: {starts: ended, lasts: 9 days}",
            "ended is set and today < ended + 9 days"
        ),
    ])
    func anEventThatTheClockItselfRulesOutIsFound(clock: String, rule: String) throws {
        let begin = "asks: {begun: required, urgent: optional, ended: optional}"
        let finding = try #require(try finding(clock, "rules: [{require: \(rule), otherwise: No.}]", begin: begin))
        #expect(finding.code == .clockEventRefused, "\(finding.sentence)")
        #expect(finding.story?.steps.last?.event == nil)
    }

    /// What it asks, what its state needs, and what other events would have to bring about.
    @Test(arguments: [
        ("asks: {asked: {when: approver is empty, because: So.}}", "done"),
        ("adds: {n: 1}, asks: {granted: record}", "done"),
        ("asks: {granted: {need: record}}", "done"),
    ])
    func whatIsAskedAndNeverOnRecordRefuses(lapse: String, to: String) throws {
        let found = try finding("lasts: 5 days", lapse, to: to)
        #expect(found?.code == .clockEventRefused, "\(found?.sentence ?? "nothing")")
    }

    @Test func theDayOnWhichTheClockBeganIsKnownByAFieldThatTheSameEventSets() throws {
        let rule = "rules: [{require: today <= begun + 5 days, otherwise: No.}]"
        let found = try finding("lasts: 5 days", rule, begin: "sets: {begun: today}")
        #expect(found?.code == .clockEventRefused, "\(found?.sentence ?? "nothing")")
        let some = try #require(try finding("lasts: 5 days", rule))
        #expect(some.code == .clockEventRefused && some.sentence.contains("as when begun is"), "\(some.sentence)")
    }

    @Test(arguments: [
        ("lasts: 5 days, when: urgent", "urgent"), ("starts: begun, lasts: 5 days", "today <= begun + 6 days"),
        ("starts: begun, lasts: 5 days", "today > begun"), ("until: begun", "begun < today"),
    ])
    func anEventThatHappensIsNone(clock: String, rule: String) throws {
        #expect(try finding(clock, "rules: [{require: \(rule), otherwise: No.}]")?.sentence == nil)
    }

    // MARK: - Missed again and again

    @Test(arguments: ["starts: begun, lasts: 5 days, restarts-on: lapse", "until: begun, restarts-on: lapse"])
    func aClockThatBeginsAgainFromTheSameDayStaysMissed(clock: String) throws {
        let finding = try #require(try finding(clock, "adds: {big: 1}", to: "stay"))
        #expect(finding.code == .clockStaysMissed, "\(finding.sentence)")
        let last = try #require(finding.story?.steps.last)
        #expect(last.event == nil && last.to == "open")
    }

    @Test func aClockWhoseDayIsMovedBackStaysMissed() throws {
        let found = try finding("starts: begun, lasts: 5 days", "sets: {begun: begun - 1 day}", to: "stay")
        #expect(found?.code == .clockStaysMissed)
    }

    @Test(arguments: [
        ("lasts: 5 days, restarts-on: lapse", "adds: {big: 1}"),
        ("starts: begun, lasts: 5 days, restarts-on: lapse", "sets: {begun: today}"),
    ])
    func aClockThatBeginsAgainFromAnotherDayDoesNot(clock: String, lapse: String) throws {
        #expect(try finding(clock, lapse, to: "stay")?.sentence == nil)
    }

    @Test func oneThatDoesNotBeginAgainRunsOnce() throws {
        #expect(try finding("starts: begun, lasts: 5 days", "adds: {big: 1}", to: "stay")?.code == .clockRunsOnce)
    }

    // MARK: - Refused at last

    private static let again = "lasts: 5 days, restarts-on: lapse"

    /// A clock that begins again until its own event has filled what it counts in.
    @Test(arguments: [
        (again, "adds: {n: 1}", "sets: {n: 0}"), (again, "sets: {n: n + 1}", "sets: {n: 0}"),
        (again, "sets: {n: n - 1}", "sets: {n: 2}"),
        (again, "adds: {big: 1}, rules: [{require: before.big < 3, otherwise: No.}]", "sets: {big: 0}"),
        (again, "adds: {big: 1}, rules: [{require: big <= granted, otherwise: No.}]", "sets: {big: 0, granted: 2}"),
        (
            again, "sets: {urgent: big >= 2}, adds: {big: 1}, rules: [{require: not urgent, otherwise: No.}]",
            "sets: {big: 0}"
        ),
        ("starts: begun, lasts: 5 days", "sets: {begun: today}, adds: {n: 1}", "sets: {begun: today, n: 0}"),
        (again + ", pauses-when: urgent", "adds: {n: 1}", "sets: {n: 0}"),
    ])
    func aCounterThatFillsUpIsFound(clock: String, lapse: String, begin: String) throws {
        let finding = try #require(try finding(clock, lapse, begin: begin, to: "stay"))
        #expect(finding.code == .clockEventRefused, "\(finding.sentence)")
        #expect(finding.sentence.hasPrefix("Once “Late” has caused “Lapse” "), "\(finding.sentence)")
        #expect(finding.story?.steps.suffix(2).map(\.event) == [nil, nil])
    }

    /// The clock stops at the last one, the event leads elsewhere, or the number has no end that anybody comes to.
    @Test(arguments: [
        (again + ", when: n < 3", "adds: {n: 1}", "stay"), (again, "adds: {big: 1}", "stay"),
        (again, "adds: {n: 1}", "[{state: open, when: n < 3}, {state: done}]"),
        (again + ", when: big < granted", "adds: {big: 1}, rules: [{require: big <= granted, otherwise: No.}]", "stay"),
        (again, "sets: {n: 2}", "stay"), (again, "clears: n, adds: {n: 1}", "stay"),
    ])
    func aCounterThatEndsInTimeIsNone(clock: String, lapse: String, to: String) throws {
        #expect(try finding(clock, lapse, begin: "sets: {n: 0, big: 0, granted: 3}", to: to)?.sentence == nil)
    }

    /// Another clock ends it, before it is full or afterwards.
    @Test(arguments: [18, 40])
    func aCounterThatAnotherClockEndsIsNone(days: Int) throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, sets: {n: 0}}
              remind: {title: Remind, from: open, by: system, adds: {n: 1}}
              lapse: {title: Lapse, from: open, to: done, by: system}
            """, promises: "  {}",
            clocks: """
                clocks:
                  some: {title: Some, in: open, lasts: 5 days, restarts-on: remind, missed: {event: remind}}
                  late: {title: Late, in: open, lasts: \(days) days, missed: {event: lapse}}
                """)
        #expect(try Order.found(text).filter { $0.subject == .clock("some") }.map(\.sentence) == [])
    }

    @Test func whatWasNotFoundOutIsSaid() throws {
        let found = try finding(Self.again, "adds: {n: 1}", begin: "asks: {n: required}", to: "stay")
        #expect(found?.code == .clockEventRefused)
        let large = "adds: {big: 1}, rules: [{require: big < 500, otherwise: No.}]"
        #expect(try finding(Self.again, large, begin: "sets: {big: 0}", to: "stay")?.code == .notShown)
    }

    // MARK: - Several on one day

    @Test(arguments: [("1 month", "30 days", true), ("1 month", "20 days", false), ("3 days", "4 days", false)])
    func clocksThatFallDueOnOneDayInSomeMonthsAreFound(one: String, other: String, isFound: Bool) throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk}
              lapse: {title: Lapse, from: open, to: done, by: system}
              drop: {title: Drop, from: open, to: done, by: system}
            """, promises: "  {}",
            clocks: """
                clocks:
                  late: {title: Late, in: open, lasts: \(one), missed: {event: lapse}}
                  gone: {title: Gone, in: open, lasts: \(other), missed: {event: drop}}
                """)
        let found = try Order.found(text).first { $0.code == .ambiguousClocks }
        #expect((found != nil) == isFound, "\(found?.sentence ?? "")")
        #expect(found.map { $0.story?.steps.isEmpty == false } ?? true)
    }

    @Test(arguments: [
        ("lasts: 10 days", "lasts: 10 days, until: u", Finding.Code.ambiguousClocks),
        ("lasts: 10 days", "lasts: 20 days, until: u", .ambiguousClocks),
        ("lasts: 10 days, restarts-on: ping", "lasts: 20 days", .notShown),
        ("lasts: 10 days, starts: d", "lasts: 20 days, starts: d, until: u", .ambiguousClocks),
        ("lasts: 25 days", "lasts: 20 days, or-later: {starts: u, lasts: 1 day}", .ambiguousClocks),
        ("lasts: 10 days", "lasts: 20 days, starts: u", .ambiguousClocks),
        ("lasts: 10 days, pauses-when: x", "lasts: 20 days", nil),
        ("lasts: 10 days, when: x", "lasts: 10 days, when: x == no, restarts-on: ping", nil),
        ("lasts: 10 days, restarts-on: ping", "lasts: 20 days, restarts-on: ping", nil),
    ])
    func clocksThatMayFallDueOnOneDayAreNotPassedOver(one: String, other: String, code: Finding.Code?) throws {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {u: optional, d: required, x: required}}
              ping: {title: Ping, from: open, by: clerk}
              un: {title: Un, from: open, by: clerk, sets: {x: no}}
              lapse: {title: Lapse, from: open, to: done, by: system}
              drop: {title: Drop, from: open, to: done, by: system}
            """,
            fields: "  u: {title: U, type: day}\n  d: {title: D, type: day}\n  x: {title: X, type: flag}",
            promises: "  {}",
            clocks: """
                clocks:
                  late: {title: Late, in: open, \(one), missed: {event: lapse}}
                  gone: {title: Gone, in: open, \(other), missed: {event: drop}}
                """)
        let found = try Order.found(text).first { $0.subject == .clock("gone") }
        if one.contains("pauses-when") {
            #expect([.ambiguousClocks, .notShown].contains(found?.code))
        } else {
            #expect(found?.code == code, "\(found?.sentence ?? "nothing")")
        }
    }

    // MARK: - Missed still where it begins again

    @Test(arguments: [
        "lasts: 1 day, restarts-on: lapse, rolls: [{onto: previous working day}]",
        "lasts: 0 days, restarts-on: lapse, rolls: [{onto: previous working day}]",
        "lasts: 2 days, restarts-on: lapse, rolls: [{from: 1 March, to: 20 March, onto: previous working day}]",
    ])
    func aClockWhoseDayRollsBackBehindItsBeginningStaysMissed(clock: String) throws {
        func found(_ clock: String) throws -> Finding? {
            let text = Order.text(
                """
                  begin: {title: Begin, from: start, to: open, by: clerk}
                  lapse: {title: Lapse, from: open, by: system}
                  close: {title: Close, from: open, to: done, by: clerk}
                """, promises: "  {}",
                clocks: "clocks: {late: {title: Late, in: open, \(clock), missed: {event: lapse}}}"
            ).replacing("title: Order", with: "title: Order\ncalendar: england-and-wales")
            return try WorkflowFile.check(text, name: "order.yaml", host: Shipped.host, calendars: Self.calendars).get()
                .findings.map(\.finding).first { $0.subject == .clock("late") }
        }
        #expect(try found(clock)?.code == .clockStaysMissed)
        #expect(try found(clock.replacing(/lasts: . days?/, with: "lasts: 60 days"))?.code == nil)
    }

    private static let calendars = Calendars([
        WorkingCalendar(name: "england-and-wales", holidays: [], covers: 1...9999)
    ])

    @Test func aClockWhoseDayMovesOnByLessThanTimePassesIsNotPassedOver() throws {
        let clock = "starts: begun, lasts: 10 days, restarts-on: lapse"
        #expect(try finding(clock, "sets: {begun: begun + 1 day}", begin: "sets: {begun: today}", to: "stay") != nil)
    }
}
