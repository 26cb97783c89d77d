import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// Two clocks that are missed on the same day: the one whose name comes first causes its event first.
struct SeveralClocksTests {
    /// What is said of the clock `late`.
    private func found(_ events: String, other: String, _ late: String) throws -> [Finding] {
        let text = Order.text(
            """
              begin: {title: Begin, from: start, to: open, by: clerk, asks: {begun: required, n: optional}}
            \(events)
              finish: {title: Finish, from: [open, mid], to: done, by: clerk}
            """, promises: "  {}",
            clocks: """
                clocks:
                  \(other)
                  late: {title: Late, until: begun, \(late), missed: {event: lapse}}
                """)
        return try Order.found(text).filter { $0.subject == .clock("late") }
    }

    /// What another clock causes first refuses its event.
    @Test(arguments: [
        ("", ", restarts-on: lapse", "", Finding.Code.clockStaysMissed),
        (", when: not (n is set)", ", when: not (n is set)", ", sets: {n: 1}", .clockRunsOnce),
    ])
    func whatAClockNeverCausesIsNotSaidOfIt(when: String, more: String, sets: String, code: Finding.Code) throws {
        let rule = "rules: [{require: not (before.n is set), otherwise: No.}]"
        let clock = "{title: Other, in: open, until: begun\(when), missed: {event: take}}"
        for other in ["early", "later"] {
            let found = try found(
                """
                  take: {title: Take, from: open, by: system, sets: {n: 1}}
                  lapse: {title: Lapse, from: open, by: system, \(rule)\(sets)}
                """,
                other: "\(other): \(clock)", "in: open\(more)")
            #expect(found.contains { $0.code == code } == (other == "later"), "\(found.map(\.sentence))")
        }
    }

    /// The item is led away before the clock is missed, and it is missed where it was led.
    @Test func aRefusalIsSaidOfWhereItIs() throws {
        let found = try found(
            """
              take: {title: Take, from: open, to: mid, by: system, rules: [{require: not (n is set), otherwise: No.}]}
              lapse: {title: Lapse, from: [open, mid], to: done, by: system, rules: [{require: n is set, otherwise: No.}]}
            """, other: "early: {title: Early, in: open, until: begun, missed: {event: take}}", "in: [open, mid]")
        let refused = found.filter { $0.code == .clockEventRefused }
        #expect(refused.map { $0.sentence.contains("at “Mid”") } == [true], "\(found.map(\.sentence))")
    }

    /// Its event is refused before the other clock leads the item away, on the same day, or never is.
    @Test(arguments: [("soon", Finding.Code.clockEventRefused), ("after", .notShown)])
    func aClockThatIsMissedBeforeAnotherLeadsAwayIsRefused(other: String, code: Finding.Code) throws {
        let found = try found(
            """
              take: {title: Take, from: open, to: mid, by: system}
              lapse: {title: Lapse, from: open, by: system, asks: {asked: required}}
            """, other: "\(other): {title: Other, in: open, until: begun, missed: {event: take}}", "in: open")
        let codes = found.map(\.code).filter { $0 != .ambiguousClocks }
        #expect(codes == [code], "\(found.map(\.sentence))")
        if code == .notShown { #expect(found[0].sentence.contains("can be missed"), "\(found[0].sentence)") }
    }
}
