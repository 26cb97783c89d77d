import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// What is promised of every item stays as it is while nothing happens: days pass, and the program tells other facts.
struct PassingPromiseTests {
    private static func text(_ claim: String) -> String {
        Order.text(Order.days, promises: "  word: {title: Our word, \(claim)}")
            .replacing("fields:\n", with: "facts: {desk.open: {title: Desk open, type: flag}}\nfields:\n")
    }

    private func problems(_ claim: String) -> [Problem] {
        let host = Host(referenceKinds: ["person"])
        switch WorkflowFile.read(Self.text(claim), name: "order.yaml", host: host) {
        case .success: return []
        case .failure(let problems): return problems.problems
        }
    }

    @Test(arguments: [
        ("never: begun < today", "today"), ("always: state == open implies begun >= today", "today"),
        ("always: state == open implies desk.open", "desk.open"),
        ("never: desk.open is set and begun is set", "desk.open"),
        ("from: open, can-reach: done, when: begun < today", "today"),
    ])
    func whatPassesByItselfCannotBePromised(claim: String, word: String) {
        let changes = word == "today" ? "changes" : "is a fact, which the program may tell otherwise"
        #expect(
            problems(claim).map(\.sentence) == [
                "“\(word)” \(changes) while nothing happens, so that no event could keep this promise."
            ])
        #expect(problems(claim).first?.hint?.hasPrefix("Promise it of “entering” states") == true)
    }

    @Test func aWayOnIsPromisedOfTheRecord() {
        for condition in ["actor.roles has clerk", "before.begun is set"] {
            #expect(
                problems("from: open, can-reach: done, when: \(condition)").map(\.sentence) == [
                    "From where a way on is promised is said of the record, not of an event."
                ])
        }
    }

    /// The same is promised of entering a state, which happens on a day.
    @Test func whatAnEventSeesToCanBePromised() throws {
        #expect(problems("entering: done, holds: ended <= today or ended > begun") == [])
        #expect(problems("always: begun == before.begun or before.begun is empty") == [])
    }

    /// Whoever acted last stays who it was.
    @Test func whoActsCanBePromised() throws {
        let events = """
              begin: {title: Begin, from: start, to: open, by: clerk}
              go: {title: Go, from: open, to: done, by: [clerk, chief]}
            """
        let found = try #require(try Order.verdict("always: actor.roles has clerk", events))
        #expect(found.code == .promiseBroken, "\(found.sentence)")
        #expect(found.story?.steps.last?.actor.roles == ["chief"])
        #expect(try Order.verdict("always: actor.roles has clerk or actor.roles has chief", events) == nil)
    }
}
