import Foundation
import Synchronization
import Testing
import Workflow

@testable import WorkflowFile
@testable import WorkflowProof

/// A check ends when its time is up, whatever the file, and names what it did not come to.
struct BudgetTests {
    private static let head = "workflow: w\ntitle: W\nroles: {a: A, system: S}\nfields:\n"

    private static func flags(_ count: Int) -> String {
        (0..<count).map { "  f\($0): {title: F, type: flag}\n" }.joined()
    }

    private static func rules(_ conditions: [String]) -> String {
        conditions.map { "      - {require: '\($0)', otherwise: No.}\n" }.joined()
    }

    /// One event that asks for some fields, with some rules.
    private static func file(_ fields: String, _ names: [String], _ conditions: [String], promises: String) -> String {
        let asks = names.map { "\($0): optional" }.joined(separator: ", ")
        return head + fields + "states:\n  s0: {title: S}\n  s1: {title: S, end: yes}\nevents:\n"
            + "  b: {title: B, from: start, to: s0, by: a}\n"
            + "  e:\n    title: E\n    from: s0\n    to: s1\n    by: [a, system]\n    asks: {\(asks)}\n    rules:\n"
            + rules(conditions) + "promises:\n" + promises
    }

    private func findings(_ text: String) throws -> [Finding] {
        let clock = ContinuousClock()
        let start = clock.now
        let findings = try Order.found(text, .seconds(0.5))
        #expect(clock.now - start < FuzzTests.patience)
        return findings
    }

    @Test func threeHundredStatesAndPromisesWithEightFlags() throws {
        let states = (0..<300).map { "  s\($0): {title: S}\n" }.joined()
        let events = (0..<300).map { index in
            let asks = "{f\(index % 8): required, f\((index + 1) % 8): optional}"
            return "  e\(index): {title: E, from: s\(index), to: s\((index * 7 + 1) % 300), by: a, asks: \(asks)}\n"
        }.joined()
        let promises = (0..<300).map { index in
            "  p\(index): {title: P, never: state == s\(index) and f0 and f1 and f2 and not f3 and f4 and not f7}\n"
        }.joined()
        let text =
            Self.head + Self.flags(8) + "states:\n\(states)events:\n"
            + "  b: {title: B, from: start, to: s0, by: a}\n\(events)promises:\n\(promises)"
        let findings = try findings(text)
        let promised = findings.filter { if case .promise = $0.subject { true } else { false } }
        #expect(promised.contains { $0.code == .promiseUnproved && $0.sentence.contains("time was up") })
    }

    @Test func twentyFlagsWithEightySixClauses() throws {
        var numbers = FuzzTests.Numbers(state: 5)
        let clauses = (0..<86).map { _ in
            (0..<3).map { _ in
                (Bool.random(using: &numbers) ? "" : "not ") + "f\(Int.random(in: 0..<20, using: &numbers))"
            }.joined(separator: " or ")
        }
        let names = (0..<20).map { "f\($0)" }
        let promises = "  p: {title: P, from: s0, can-reach: s1}\n  q: {title: Q, never: state == s1 and f0 and f1}\n"
        _ = try findings(Self.file(Self.flags(20), names, clauses, promises: promises))
    }

    @Test(arguments: [8, 9, 12])
    func nineChoicesAreAllDifferent(count: Int) throws {
        let choices = (0..<count).map { "n\($0)" }.joined(separator: ", ")
        let fields = (0..<9).map { "  c\($0): {title: C, type: choice, choices: [\(choices)]}\n" }.joined()
        let pairs = (0..<9).flatMap { one in (0..<one).map { "c\(one) != c\($0)" } }
        let promises = "  p: {title: P, from: s0, can-reach: s1}\n  q: {title: Q, never: c0 == n1 and c8 == n7}\n"
        _ = try findings(Self.file(fields, (0..<9).map { "c\($0)" }, pairs, promises: promises))
    }

    @Test func equalitiesOfConditionsWithinOneAnother() throws {
        var numbers = FuzzTests.Numbers(state: 9)
        let rules = (0..<20).map { _ in
            let names = (0..<60).map { "f\($0)" }.shuffled(using: &numbers).prefix(22)
            return names.dropFirst().reduce(names[0]) { "\($1) == (\($0))" }
        }
        let promises = (0..<20).map { "  p\($0): {title: P, never: 'f\($0) == (f\($0 + 1) == (f\($0 + 2)))'}\n" }
            .joined()
        _ = try findings(Self.file(Self.flags(60), (0..<60).map { "f\($0)" }, rules, promises: promises))
    }

    /// Two versions are compared within a budget, too, and what was not is said.
    @Test func hardRulesAreComparedInTime() throws {
        var numbers = FuzzTests.Numbers(state: 7)
        func rule() -> String {
            (0..<44).map { _ in
                let parts = (0..<3).map { _ in
                    (Bool.random(using: &numbers) ? "" : "not ") + "f\(Int.random(in: 0..<120, using: &numbers))"
                }
                return "(" + parts.joined(separator: " or ") + ")"
            }.joined(separator: " and ")
        }
        let names = (0..<120).map { "f\($0)" }
        let rules = (0..<11).map { _ in rule() }
        let host = Host()
        func definition(_ rules: [String]) throws -> Definition {
            try WorkflowFile.read(
                Self.file(Self.flags(120), names, rules, promises: "  {}"), name: "w", host: host
            ).get()
        }
        let (old, new) = (try definition(rules), try definition(rules.dropLast() + [rule()]))
        let clock = ContinuousClock()
        let start = clock.now
        let found = old.differences(to: new, .seconds(0.2))
        #expect(clock.now - start < FuzzTests.patience)
        let last = try #require(found.last)
        #expect(last.sentence.hasPrefix("Not compared in time, so that it may mean the same as before: “"))
        #expect(old.differences(to: old, .seconds(0)).isEmpty)
    }

    @Test func whatWasNotLookedAtIsNamed() throws {
        let text = Order.text(Order.people, promises: "  word: {title: Our word, never: approver == asker}")
        let findings = try Order.found(text, .seconds(0))
        #expect(
            findings.first { $0.code == .notShown }?.sentence
                == "Time was up before all was looked at: events “Begin” and “Approve” and states “Open”, “Mid” and “Done”."
        )
        #expect(findings.contains { $0.code == .promiseUnproved && $0.sentence.contains("time was up") })
        #expect(findings.allSatisfy { $0.severity == .note }, "\(findings)")
    }

    /// What others do meanwhile takes none of it.
    @Test func timeIsThatOfTheProcessor() throws {
        let budget = Budget.seconds(0.2)
        Thread.sleep(forTimeInterval: 0.3)
        #expect(!budget.isSpent)
        let start = ContinuousClock.now
        while !budget.isSpent, ContinuousClock.now - start < FuzzTests.patience {}
        #expect(budget.isSpent)
    }

    /// A time that passes as it is asked for, so that a check is measured by how often it asks.
    private final class Asked: Sendable {
        private let times = Mutex(0)
        var count: Int { times.withLock { $0 } }

        /// Time is up when it was asked so often.
        func budget(_ limit: Int) -> Budget {
            Budget(until: .seconds(limit)) {
                self.times.withLock { times in
                    times += 1
                    return .seconds(times)
                }
            }
        }
    }

    /// As many states, events, fields, clocks and promises as a file may have, each event with much to prepare.
    private static var large: String {
        let count = DefinitionReader.partLimit
        let all = 0..<count
        let fields = all.map { "  n\($0): {title: N, type: number}\n" }.joined()
        let states = all.map { "  s\($0): {title: S}\n" }.joined()
        let events = all.dropLast().map { index in
            let next = (index + 1) % count
            return
                "  e\(index): {title: E, from: s\(index), to: s\(next), by: [a, system], sets: {n\(index): n\(next) + \(index)}}\n"
        }.joined()
        let clocks = all.map {
            "  c\($0): {title: C, in: s\($0), lasts: 3 days, missed: {event: e\($0 % (count - 1))}}\n"
        }
        .joined()
        let promises = all.map { "  p\($0): {title: P, always: n\($0) >= 0}\n" }.joined()
        return head + fields + "states:\n\(states)events:\n  b: {title: B, from: start, to: s0, by: a}\n\(events)"
            + "clocks:\n\(clocks)promises:\n\(promises)"
    }

    /// Whatever the check is at when time is up, it stops there: each part is asked for a few times more at most, to name it.
    @Test func preparingIsUnderTheSameBudget() throws {
        let definition = try WorkflowFile.read(Self.large, name: "large.yaml", host: Host()).get()
        var named: [Int] = []
        for limit in [0, 1, 100, 1_500, 4_500, 9_000] {
            let asked = Asked()
            let findings = definition.verify(asked.budget(limit))
            let most = limit + 14 * DefinitionReader.partLimit
            #expect(asked.count < most, "\(asked.count) with \(limit)")
            let parts = findings.filter { $0.code == .notShown && $0.subject == .workflow }
            #expect(parts.count == 1 && parts[0].sentence.contains("more"), "\(parts.map(\.sentence))")
            let unproved = findings.filter { $0.code == .promiseUnproved }.count
            named.append(unproved)
            #expect(findings.allSatisfy { $0.severity == .note || limit > 1_500 }, "\(limit)")
        }
        #expect(named.allSatisfy { $0 == DefinitionReader.partLimit }, "\(named)")
        let study = Study(definition, .seconds(0))
        #expect(!study.isPrepared && study.graph.edges.isEmpty && study.onRecord.fields(in: "s1") == [])
    }

    /// A part of it would be too much, as a field is only forgotten where an event forgets it.
    @Test func whatIsOnRecordIsKnownInFullOrNotAtAll() throws {
        let host = Host(referenceKinds: ["person"])
        let text = Order.text(Order.money, promises: "  word: {title: Our word, always: asked is set}")
        let definition = try WorkflowFile.read(text, name: "order.yaml", host: host).get()
        for limit in 0...3 { #expect(OnRecord(definition, Asked().budget(limit)).fields(in: "done").isEmpty) }
        #expect(OnRecord(definition, Asked().budget(50)).fields(in: "done") == ["asked", "granted"])
    }

    /// What is prepared before anything is looked at takes little, too.
    @Test func hundredsOfNumbersThatAreCopiedInACircle() throws {
        let count = 300
        let fields = (0..<count).map { "  n\($0): {title: N, type: number}\n" }.joined()
        let states = (0..<count).map { "  s\($0): {title: S}\n" }.joined()
        let events = (0..<count).map { index in
            let next = (index + 1) % count
            return
                "  e\(index): {title: E, from: s\(index), to: s\(next), by: a, sets: {n\(index): n\(next) + \(index)}}\n"
        }.joined()
        _ = try findings(
            Self.head + fields + "states:\n" + states + "events:\n  b: {title: B, from: start, to: s0, by: a}\n"
                + events)
    }
}
