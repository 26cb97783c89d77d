import Testing
import Workflow

@testable import WorkflowFile

/// An instance keeps what an event cannot have changed; `decide` works everything out anew. They must not differ.
struct InstanceTests {
    private func steps(_ name: String, _ definition: Definition) throws -> [[Example.Step]] {
        try ExampleFile.read(
            Shipped.text("examples/\(name)"), name: "examples.yaml", of: definition,
            calendars: Calendars([Shipped.calendar])
        ).get().map(\.steps)
    }

    /// Lets an event happen in every way there is, and says whether it did.
    private func happen(
        _ step: Example.Step, _ definition: Definition, _ item: inout Item, _ instance: inout Instance
    ) -> Bool {
        guard case .event(let event, let given) = step.happening else { return false }
        var prepared = instance
        defer {
            do throws(Refusal) {
                try prepared.cause(definition.prepare(event, given: given), in: step.setting)
            } catch {
                #expect(error.event == event && !error.reasons.isEmpty)
            }
            #expect(prepared.item == instance.item)
        }
        switch definition.decide(event, on: item, given: given, in: step.setting) {
        case .accepted(let change):
            item = change.item
            #expect(throws: Never.self) { try instance.cause(event, given: given, in: step.setting) }
            #expect(instance.item == item)
            return true
        case .refused(let reasons):
            let refusal = #expect(throws: Refusal.self) { try instance.cause(event, given: given, in: step.setting) }
            #expect(refusal?.reasons == reasons)
            #expect(instance.item == item)
            return false
        }
    }

    @Test(arguments: ExampleTests.workflows)
    func doesAsDecideDoesInEveryExample(name: String) throws {
        let definition = try Shipped.definition(name)
        var instance = Instance(of: definition)
        for steps in try steps(name, definition) {
            var item = Item()
            instance.restart()
            for step in steps {
                if case .tick = step.happening {
                    item = definition.tick(item, in: step.setting).item
                    instance = Instance(of: definition, as: item)
                }
                _ = happen(step, definition, &item, &instance)
            }
        }
    }

    /// Steps of the examples in any order: most are refused, some happen where no example has them happen.
    @Test(arguments: ExampleTests.workflows)
    func doesAsDecideDoesWhateverComesNext(name: String) throws {
        let definition = try Shipped.definition(name)
        let examples = try steps(name, definition)
        let all = examples.flatMap { $0 }
        var numbers = FuzzTests.Numbers(state: 17)
        var happened = 0
        for round in 0..<60 {
            var item = Item()
            var instance = Instance(of: definition)
            let start = examples[round % examples.count]
            for step in start.prefix(Int.random(in: 1...start.count, using: &numbers)) {
                _ = happen(step, definition, &item, &instance)
            }
            for _ in 0..<30 {
                guard let step = all.randomElement(using: &numbers) else { continue }
                if happen(step, definition, &item, &instance) { happened += 1 }
            }
        }
        #expect(happened > 60)
    }

    /// What was written is kept apart and swept now and then.
    @Test func keepsWhatWasWrittenLast() throws {
        let definition = try WorkflowFile.read(
            """
            workflow: note
            title: Note
            roles: {clerk: clerk}
            sections: {notes: {title: Notes, takes-text: yes, readers: clerk}}
            fields: {text: {title: Text, type: text}, tags: {title: Tags, type: references theme}, copy: {title: Copy, type: text}}
            states: {open: {title: Open}}
            events:
              open: {title: Open, from: start, to: open, by: clerk}
              write: {title: Write, from: open, by: clerk, asks: {text: required, tags: optional}}
              copy:
                title: Copy
                from: open
                by: clerk
                asks: {text: optional}
                sets: {copy: before.text}
                rules: [{require: copy != text, otherwise: It is the same.}]
            """, name: "note.yaml", host: Host(referenceKinds: ["theme"])
        ).get()
        let setting = Setting(on: Day(number: 18_000), actor: Actor(person: "clerk@example.org", roles: ["clerk"]))
        var note = Instance(of: definition)
        try note.cause("open", in: setting)
        for number in 0..<200 {
            let text = Value.text("A text that is long enough to lie elsewhere, number \(number)")
            let tags = Value.list(["tag-\(number)", "another"])
            try note.cause("write", given: ["text": text, "tags": tags], in: setting)
            #expect(throws: Refusal.self) { try note.cause("copy", in: setting) }
            #expect(note["text"] == text && note["tags"] == tags)
            try note.cause("copy", given: ["text": .text("Another \(number)")], in: setting)
            #expect(note["copy"] == text && note["text"] == .text("Another \(number)"))
        }
    }

    @Test func preparesWhatTheEventTakes() throws {
        let definition = try Shipped.definition("action")
        #expect(throws: Refusal.self) { try definition.prepare("fly") }
        let refusal = #expect(throws: Refusal.self) { try definition.prepare("open", given: ["due": .number(1)]) }
        #expect(refusal?.reasons.map(\.kind) == [.value])
    }

    /// Positions are those of the definition it was prepared by; another one reads its names.
    @Test func preparesForOtherDefinitionsToo() throws {
        let definition = try Shipped.definition("action")
        let again = try Shipped.definition("action")
        for step in try steps("action", definition)[0] {
            guard case .event(let event, let given) = step.happening else { continue }
            var (one, other) = (Instance(of: definition), Instance(of: again))
            let prepared = try definition.prepare(event, given: given)
            #expect(throws: Never.self) { try one.cause(prepared, in: step.setting) }
            #expect(throws: Never.self) { try other.cause(prepared, in: step.setting) }
            #expect(one.item == other.item && one.stateName != nil)
            return
        }
    }

    @Test func keepsAStateThatTheDefinitionDoesNotHave() throws {
        let definition = try Shipped.definition("action")
        var instance = Instance(of: definition, as: Item(state: "elsewhere"))
        #expect(instance.stateName == "elsewhere")
        instance.restart()
        #expect(instance.stateName == nil && instance.item == Item())
    }
}
