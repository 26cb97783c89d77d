import Foundation
import Testing
import Workflow
import WorkflowProof

/// A definition made in code tells what is wrong with it, and nothing traps.
struct FaultTests {
    private static let number = Field(name: "n", title: "N", kind: .number(Int.min...Int.max))
    private static let names = ExpressionEnvironment(fields: [number], roles: ["r"], states: ["s", "t"])

    private static func definition(
        fields: [Field] = [number], asks: [Ask] = [], rules: [Rule] = [], sets: [Assignment] = [],
        adds: [String: Int] = [:], clocks: [Definition.Clock] = [], promises: [Promise] = []
    ) -> Definition {
        Definition(
            name: "d", title: "D", roles: ["r"], fields: fields,
            states: [State(name: "s", title: "S"), State(name: "t", title: "T", isEnd: true)],
            events: [
                Event(name: "go", title: "Go", targets: [Target(state: "s")], by: ["r"], asks: asks),
                Event(
                    name: "next", title: "Next", from: ["s"], targets: [Target(state: "t")], by: ["r"], rules: rules,
                    sets: sets, adds: adds),
            ], clocks: clocks, promises: promises)
    }

    private static func clock(_ lasts: Period, warns: Int? = nil) -> Definition.Clock {
        Definition.Clock(name: "c", title: "C", runsIn: ["s"], lasts: lasts, warns: warns)
    }

    private static let setting = Setting(on: Day(number: 18_262), actor: Actor(person: "x", roles: ["r"]))

    /// Everything that one does with a definition.
    private func use(_ definition: Definition, given: [String: Value] = [:]) throws {
        let faults = definition.faults
        let found = definition.verify()
        if !faults.isEmpty {
            #expect(found.map(\.code) == faults.map { _ in .fault })
            #expect(found.map(\.sentence) == faults)
        }
        var instance = Instance(of: definition)
        for event in ["go", "next", "next"] {
            do throws(Refusal) { try instance.cause(event, given: event == "go" ? given : [:], in: Self.setting) } catch
            {}
        }
        _ = definition.options(for: instance.item, in: Self.setting)
        _ = definition.options(for: Item(), in: Self.setting)
        if case .accepted(let change) = definition.decide("go", on: Item(), given: given, in: Self.setting) {
            _ = definition.standings(of: change.item, on: Self.setting.on, calendars: Calendars([]))
            _ = definition.warningDay(of: change.item, calendars: Calendars([]))
        }
        _ = try JSONDecoder().decode(Definition.self, from: JSONEncoder().encode(definition)).faults
    }

    @Test func whatIsNotThereIsAFault() throws {
        let condition = try Expression("n > 3", in: Self.names)
        let cases: [(Definition, [String])] = [
            (Self.definition(asks: [Ask(field: "qq")]), ["The event “go”: there is no field “qq”."]),
            (
                Self.definition(fields: [], rules: [Rule(condition: condition, otherwise: "No.")]),
                ["The event “next”: there is no field “n”."]
            ),
            (
                Self.definition(promises: [
                    Promise(name: "p", title: "P", claim: .entering(["zz"], condition)),
                    Promise(name: "p", title: "P", claim: .always(condition)),
                ]),
                ["There are two promises “p”.", "The promise “p”: there is no state “zz”."]
            ),
            (
                Self.definition(fields: [Self.number, Field(name: "c", title: "C", kind: .choice([]))]),
                ["The field “c” has nothing to choose from."]
            ),
            (
                Self.definition(fields: [Self.number, Field(name: "l", title: "L", kind: .line, limit: -1)]),
                ["The field “l” can hold no character."]
            ),
        ]
        for (definition, faults) in cases {
            #expect(definition.faults == faults)
            try use(definition)
        }
    }

    @Test(arguments: [
        (Period.days(Int.max), "lasts \(Int.max) days"), (.days(Int.min), "lasts \(Int.min) days"),
        (.months(Int.max), "lasts \(Int.max) months"), (.days(-5), "lasts -5 days"),
        (.workingDays(Int.max, calendar: "c"), "lasts \(Int.max) working days"),
    ])
    func aLengthThatNoFileHoldsIsAFault(length: Period, words: String) throws {
        let definition = Self.definition(clocks: [Self.clock(length)])
        #expect(definition.faults == ["The clock “c” \(words), which is not between 0 and 36500."])
        try use(definition)
        let warned = Self.definition(clocks: [Self.clock(.days(3), warns: Int.min)])
        #expect(warned.faults.count == 1)
        try use(warned)
    }

    @Test func whatPassesByItselfIsNoPromise() throws {
        let day = Field(name: "d", title: "D", kind: .day)
        let names = ExpressionEnvironment(fields: [day], roles: ["r"], states: ["s", "t"])
        let condition = try Expression("d < today", in: names)
        let definition = Self.definition(
            fields: [day], promises: [Promise(name: "p", title: "P", claim: .never(condition))])
        #expect(definition.faults == ["The promise “p”: “today” changes while nothing happens."])
        try use(definition)
    }

    /// A sum beyond all numbers is refused, as one beyond the field's is.
    @Test func aSumThatCannotBeWorkedOutIsRefused() throws {
        let sum = try Expression("n + n + 999999999", in: Self.names, giving: .number)
        let definition = Self.definition(
            asks: [Ask(field: "n")], sets: [Assignment(field: "n", expression: sum)])
        #expect(definition.faults == [])
        for number in [Int.max, Int.min, Int.max / 2] {
            let given = ["n": Value.number(number)]
            try use(definition, given: given)
            guard case .accepted(let change) = definition.decide("go", on: Item(), given: given, in: Self.setting)
            else {
                Issue.record("it did not begin")
                return
            }
            guard case .refused(let reasons) = definition.decide("next", on: change.item, in: Self.setting) else {
                Issue.record("a sum of \(number) was taken")
                return
            }
            #expect(reasons.map(\.sentence) == ["N would be more than can be worked out."])
        }
        guard
            case .accepted(let change) = definition.decide("go", on: Item(), given: ["n": .number(1)], in: Self.setting),
            case .accepted(let next) = definition.decide("next", on: change.item, in: Self.setting)
        else {
            Issue.record("a small sum was refused")
            return
        }
        #expect(next.item.fields["n"] == .number(1_000_000_001))
    }
}
