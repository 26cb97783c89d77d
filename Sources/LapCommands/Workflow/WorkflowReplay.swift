import ArgumentParser
import Ledger
import Register
import Workflow

struct WorkflowReplay: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Follow a sequence of events step by step, or play an example and say what each step does.",
        discussion:
            "Events are followed along the arrows: rules are told, not asked. An example is played with all there is. "
            + "Exits with 1 when an event cannot follow, or a step comes out otherwise than the example says.")

    @Argument(help: "Its name, a file, or - for standard input.") var workflow: String
    @Argument(help: "Events, such as lap workflow check names them.") var events: [String] = []
    @Option(help: ArgumentHelp("Play this example.", valueName: "name")) var example: String?
    @Option(help: ArgumentHelp("The examples' file, when it is not the one beside the workflow.", valueName: "file"))
    var examples: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard (example == nil) != events.isEmpty else {
            throw Failure(
                .usage, "Give either events or --example.", hint: "lap workflow replay issue log acknowledge accept")
        }
        if let example { return try await play(example, context) }
        let definition = try WorkflowSource.named(workflow, context, common).definition()
        do {
            let route = try WorkflowRoute(events, in: definition)
            try await context.answer(
                Answer(
                    text(route, definition, width: context.console.width),
                    json: .array(route.steps.map { json($0, definition) })), common)
        } catch let end as WorkflowRoute.DeadEnd {
            throw Failure(.refused, "Step \(end.step): \(end.sentence)")
        }
    }

    private func rules(_ event: Event, _ definition: Definition) -> [Rule] {
        event.rules + definition.rules.filter { !$0.except.contains(event.name) }
    }

    private func text(_ route: WorkflowRoute, _ definition: Definition, width: Int) -> String {
        var lines: [String] = []
        func title(_ state: String?) -> String { state.map { definition[$0]?.title ?? $0 } ?? "(start)" }
        for (index, step) in route.steps.enumerated() {
            let by = step.event.by.joined(separator: ", ")
            lines.append("\(index + 1). \(step.event.name): \(title(step.from)) → \(title(step.to)), by \(by)")
            let asked = step.event.asks.filter { $0.requirement == .required && $0.fallback == nil }
            var said: [String] = []
            if !asked.isEmpty { said.append("Give: \(asked.map { "--\($0.field)" }.joined(separator: " "))") }
            said += rules(step.event, definition).map { rule in
                "Only if: \(rule.condition.text)\(rule.code.map { " (\($0))" } ?? "")"
            }
            said += step.clocks.map { "Then: \($0.words)" }
            lines += said.flatMap { Printed.wrapped($0, width: width - 4) }.map { "    " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func json(_ step: WorkflowRoute.Step, _ definition: Definition) -> JSON {
        .object([
            "event": .string(step.event.name), "from": .string(step.from), "to": .string(step.to),
            "by": .array(step.event.by.map(JSON.string)),
            "asks": .array(step.event.asks.map { .string($0.field) }),
            "rules": .array(rules(step.event, definition).map { .string($0.condition.text) }),
            "time": .array(step.clocks.map { .string($0.words) }),
        ])
    }

    private func play(_ name: String, _ context: Context) async throws {
        let told = try WorkflowExamples(workflow, file: examples, context, common)
        guard let example = told.examples.first(where: { $0.name == name }) else {
            throw Failure.unknown("example", name, among: told.examples.map(\.name))
        }
        let performance = ExamplePerformance(example, of: told.definition, by: told.host)
        try await context.answer(Answer(performance.table), common)
        if let failure = told.definition.run(example, by: told.host).failure {
            throw Failure(.refused, "Step \(failure.step): \(failure.sentence)")
        }
    }
}
