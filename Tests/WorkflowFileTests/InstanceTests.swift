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

    /// Lets an event happen both ways, and says whether it did.
    private func happen(
        _ step: Example.Step, _ definition: Definition, _ item: inout Item, _ instance: inout Instance
    ) -> Bool {
        guard case .event(let event, let given) = step.happening else { return false }
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

    @Test func keepsAStateThatTheDefinitionDoesNotHave() throws {
        let definition = try Shipped.definition("action")
        var instance = Instance(of: definition, as: Item(state: "elsewhere"))
        #expect(instance.stateName == "elsewhere")
        instance.restart()
        #expect(instance.stateName == nil && instance.item == Item())
    }
}
