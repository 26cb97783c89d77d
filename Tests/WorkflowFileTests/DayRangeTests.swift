import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// Days lie from 1600-01-01 to 2999-12-31, for the kernel as for what is proved.
struct DayRangeTests {
    private static let text = """
        workflow: far
        title: Far
        roles: {clerk: Clerk}
        facts: {self.told: {title: Told, type: day}}
        fields:
          d: {title: D, type: day}
          e: {title: E, type: day}
        states: {a: {title: A}, b: {title: B}, z: {title: Z, end: yes}}
        events:
          begin: {title: Begin, from: start, to: a, by: clerk, asks: {d: required, e: {default: self.told}}}
          go: {title: Go, from: a, to: b, by: clerk, sets: {e: d + 900 months}}
          take: {title: Take, from: a, to: b, by: clerk, sets: {e: self.told}}
          end: {title: End, from: [a, b], to: z, by: clerk}
        promises:
          p1: {title: P, always: d <= 2999-12-31 and d >= 1600-01-01}
          p2: {title: P, always: e is empty or e <= 2999-12-31}
          p3: {title: P, entering: b, holds: e is set}

        """

    private func definition() throws -> Definition {
        try WorkflowFile.read(Self.text, name: "far.yaml", host: Host()).get()
    }

    @Test(arguments: ["1599-12-31", "3000-01-01", "9999-12-31", "0001-01-01"])
    func isNoDayOutsideWhateverWaysIn(day: String) throws {
        let text = Self.text.replacing("always: e is empty", with: "always: d == \(day) or e is empty")
        guard case .failure(let problems) = WorkflowFile.check(text, name: "far", host: Shipped.host) else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.map(\.hint) == [Day.hint])
        let read = Field(name: "d", title: "D", kind: .day).read(day)
        #expect(read == .failure(FieldProblem("D is a day, written 2019-12-02.", hint: Day.hint)))
    }

    @Test(arguments: [Day.kept.lowerBound - 1, Day.kept.upperBound + 1])
    func theKernelTakesNone(day: Day) throws {
        let definition = try definition()
        let clerk = Actor(person: "A", roles: ["clerk"])
        let setting = Setting(on: Day(number: 18_232), actor: clerk)
        var item = Instance(of: definition)
        let refused = #expect(throws: Refusal.self) { try item.cause("begin", given: ["d": .day(day)], in: setting) }
        #expect(refused?.reasons.first?.sentence == "D is a day, written 2019-12-02.")
        // Nothing happens on such a day.
        #expect(throws: Refusal.self) {
            try item.cause("begin", given: ["d": .day(Day(number: 18_232))], in: Setting(on: day, actor: clerk))
        }
        // What the host tells is unknown when it is none.
        let told = Setting(on: Day(number: 18_232), actor: clerk, facts: ["self.told": .day(day)])
        try item.cause("begin", given: ["d": .day(Day.kept.upperBound)], in: told)
        #expect(item["e"] == nil)
        let begun = item
        try item.cause("take", in: told)
        #expect(item["e"] == nil)
        // What is worked out cannot be put on record either.
        item = begun
        #expect(throws: Refusal.self) { try item.cause("go", in: setting) }
        #expect(item.stateName == "a")
    }

    @Test func whatIsProvedKnowsIt() throws {
        let found = try definition().verify().filter { if case .promise = $0.subject { true } else { false } }
        // What the host tells may be nothing.
        #expect(found.map(\.subject) == [.promise("p3")] && found.first?.path == ["begin", "take"], "\(found)")
    }

    /// An example cannot say what cannot be.
    @Test func anExampleHappensOnADay() throws {
        let text = """
            e:
              title: T
              steps:
                - {do: begin, on: 3019-12-02, as: clerk, by: A, give: {d: 2960-01-01}, leads-to: a}

            """
        guard
            case .failure(let problems) = ExampleFile.read(
                text, name: "x", of: try definition(), calendars: Calendars([]))
        else {
            Issue.record("it was read")
            return
        }
        #expect(problems.problems.count == 1)
    }
}
