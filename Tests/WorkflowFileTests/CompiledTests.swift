import Foundation
import Testing

@testable import Workflow
@testable import WorkflowFile

/// A definition that was written down compiled, against the file it came from.
struct CompiledTests {
    private func readBack(_ definition: Definition) throws -> Definition {
        try JSONDecoder().decode(Definition.self, from: JSONEncoder().encode(definition))
    }

    @Test(arguments: [
        "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question",
        "gap", "risk",
    ])
    func isTheSameInEveryPart(name: String) throws {
        let definition = try Shipped.definition(name)
        let read = try readBack(definition)
        #expect(read.form == definition.form)
        // Made of the parts that were read, not of the text.
        let parts = Definition(
            name: read.name, title: read.title, roles: read.roles, roleTitles: read.roleTitles, fields: read.fields,
            sections: read.sections, states: read.states, events: read.events, rules: read.rules, clocks: read.clocks,
            facts: read.facts, calendar: read.calendar, upgradedBy: read.upgradedBy, promises: read.promises,
            waivers: read.waivers, groups: read.groups)
        #expect(parts.form == definition.form)
        #expect(read.states == definition.states && read.events == definition.events)
        #expect(read.fields == definition.fields && read.facts == definition.facts)
        #expect(read.sections == definition.sections && read.rules == definition.rules)
        #expect(read.clocks == definition.clocks && read.promises == definition.promises)
        #expect(read.groups == definition.groups)
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
            var form = FormWriter()
            form.put(condition)
            let read = try FormReader.read(form.text) { try $0.value(Workflow.Expression.self) }
            #expect(read == condition, "\(text)")
            #expect(read.fields == condition.fields && read.facts == condition.facts)
        }
    }

    @Test(arguments: [
        "", "3 and4 flag1 ", "5 field", "4 flag1 4 flag0 ", "6 one of-1 5 today", "4 list9 1 a", "4 frob", "4 flag2 ",
        "6 number12", "6 number9223372036854775808 ", "6 number-", "99 today", "-1 today",
        String(repeating: "3 not", count: 1001) + "5 today",
    ]) func whatIsNoTreeIsRefused(form: String) throws {
        #expect(throws: FormDamage.self) { try FormReader.read(form) { try $0.value(ExpressionNode.self) } }
    }

    @Test func everyNumberIsReadBack() throws {
        for number in [0, 1, -1, .max, .min] {
            #expect(try FormReader.read("\(number) ") { try $0.number() } == number)
        }
    }

    /// It may be read as another one, or not at all; that is for its digest to tell.
    @Test func whatIsDamagedEndsNothing() throws {
        let form = try Shipped.definition("breach").form
        let bytes = Array(form.meaning.utf8)
        for place in stride(from: 0, to: bytes.count, by: 53) {
            let short = String(decoding: bytes[..<place], as: UTF8.self)
            #expect(Definition(form: .init(meaning: short, promised: form.promised)) == nil)
            for byte in ["0", "9", " ", "-", "x"] {
                var damaged = bytes
                damaged[place] = Array(byte.utf8)[0]
                _ = Definition(form: .init(meaning: String(decoding: damaged, as: UTF8.self), promised: form.promised))
            }
        }
        #expect(Definition(form: .init(meaning: form.meaning + " ", promised: form.promised)) == nil)
    }
}
