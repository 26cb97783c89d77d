import ArgumentParser
import Ledger
import Register
import Workflow

struct WorkflowTest: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Play a workflow's examples and say which come out otherwise.",
        discussion: "Exits with 1 when any does.")

    @Argument(help: "Names of workflows or files; every one in force unless told.") var workflows: [String] = []
    @Option(help: ArgumentHelp("The examples' file, when it is not the one beside the workflow.", valueName: "file"))
    var examples: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        var failed = 0
        var rows: [[JSON]] = []
        for told in try WorkflowExamples.all(workflows, file: examples, context, common) {
            for example in told.examples {
                let run = told.definition.run(example, by: told.host)
                let failure = run.failure
                if failure != nil { failed += 1 }
                rows.append([
                    .string(told.definition.name), .string(example.name), .bool(failure == nil),
                    .number(failure?.step), .string(failure.map { Printed.safe($0.sentence, limit: 500) }),
                    .string(example.title), .array(run.history.map(json)),
                ])
            }
        }
        let table = Table(
            [
                .init(header: "Workflow", key: "workflow"), .init(header: "Example", key: "example"),
                .init(header: "Kept", key: "kept"), .init(header: "Step", key: "step"),
                .init(header: "What came out", key: "sentence", stretches: true),
                .init(header: "Title", key: "title"),
                .init(header: "History", key: "history", isHidden: true),
            ], rows: rows)
        try await context.answer(Answer(table, aside: "\(rows.count) examples, \(failed) not kept."), common)
        if failed > 0 { throw Failure(.refused, lines: []) }
    }

    private func json(_ happened: (event: RecordedEvent, to: String)) -> JSON {
        let setting = happened.event.setting
        return .object([
            "event": .string(happened.event.event), "given": .object(happened.event.given.mapValues(ItemJSON.value)),
            "on": .string(setting.on.description), "facts": .object(setting.facts.mapValues(ItemJSON.value)),
            "actor": .object([
                "person": .string(setting.actor.person), "roles": .array(setting.actor.roles.map(JSON.string)),
            ]),
            "to": .string(happened.to),
        ])
    }
}
