import Foundation
import Testing
import Workflow

@testable import WorkflowFile

/// A definition that was written down compiled, against the file it came from.
struct CompiledTests {
    private func readBack(_ definition: Definition) throws -> Definition {
        try JSONDecoder().decode(Definition.self, from: JSONEncoder().encode(definition))
    }

    @Test(arguments: ["issue", "meeting", "action", "plan-action"])
    func isTheSameInEveryPart(name: String) throws {
        let definition = try Shipped.definition(name)
        let read = try readBack(definition)
        #expect(read.canonicalForm == definition.canonicalForm)
        #expect(read.states == definition.states && read.events == definition.events)
        #expect(read.fields == definition.fields && read.facts == definition.facts)
        #expect(read.sections == definition.sections && read.rules == definition.rules)
        #expect(read.clocks == definition.clocks && read.promises == definition.promises)
        #expect(read.waivers == definition.waivers && read.roleTitles == definition.roleTitles)
        #expect(read.faults == [])
    }

    @Test(arguments: ["issue", "meeting", "action", "plan-action"])
    func givesTheSameAnswers(name: String) throws {
        let definition = try Shipped.definition(name)
        let read = try readBack(definition)
        let examples = try ExampleFile.read(
            Shipped.text("examples/\(name)"), name: "examples.yaml", of: definition,
            calendars: Calendars([Shipped.calendar])
        ).get()
        var answers = 0
        for example in examples {
            var item = Item()
            for step in example.steps {
                let options = definition.options(for: item, in: step.setting)
                #expect(read.options(for: item, in: step.setting) == options)
                guard case .event(let event, let given) = step.happening else { continue }
                let decision = definition.decide(event, on: item, given: given, in: step.setting)
                #expect(read.decide(event, on: item, given: given, in: step.setting) == decision)
                if case .accepted(let change) = decision { item = change.item }
                answers += 1
            }
        }
        #expect(answers > 10)
    }

    @Test func everyKindOfExpressionIsReadBack() throws {
        let fields = [
            Field(name: "n", title: "N", kind: .number(-9...9)), Field(name: "d", title: "D", kind: .day),
            Field(name: "f", title: "F", kind: .flag), Field(name: "t", title: "T", kind: .line),
            Field(name: "c", title: "C", kind: .choice([.init(name: "a", title: "A"), .init(name: "b", title: "B")])),
            Field(name: "l", title: "L", kind: .choices([.init(name: "a", title: "A"), .init(name: "b", title: "B")])),
        ]
        let parser = ExpressionParser(
            environment: ExpressionEnvironment(
                fields: fields, facts: [Field(name: "x.y", title: "X", kind: .flag)], roles: ["r"], states: ["s", "u"],
                calendar: "k"))
        let conditions = [
            "n + 1 <= 3 - n", "f and not x.y or f == no", "c in [a, b] implies l has a", "before.n < n", "t is set",
            "t == 'it''s'", "d + 3 days > today - 2 months", "d + 4 working days == today", "state != s",
            "days from d to today > 3", "working days from d to today >= 2", "actor.person != t", "d >= 2020-02-29",
            "state in [s, u]", "n is empty", "n > 1 and n != 3",
        ]
        for text in conditions {
            let condition = try parser.condition(text).get()
            let read = try JSONDecoder().decode(Expression.self, from: JSONEncoder().encode(condition))
            #expect(read == condition, "\(text)")
            #expect(read.fields == condition.fields && read.facts == condition.facts)
        }
    }

    @Test(arguments: [[], ["and", "yes"], ["field"], ["yes", "no"], ["oneOf", "-1"], ["list", "9", "a"], ["frob"]])
    func whatIsNoTreeIsRefused(row: [String]) throws {
        let tree = try JSONEncoder().encode(row)
        let text =
            "{\"text\": \"x\", \"type\": {\"flag\": {}}, \"tree\": \(String(decoding: tree, as: UTF8.self))}"
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Expression.self, from: Data(text.utf8)) }
    }
}
