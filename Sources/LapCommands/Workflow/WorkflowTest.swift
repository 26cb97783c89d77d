import ArgumentParser
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
                let failure = told.definition.run(example).failure
                if failure != nil { failed += 1 }
                rows.append([
                    .string(told.definition.name), .string(example.name), .bool(failure == nil),
                    .number(failure?.step), .string(failure.map { Printed.safe($0.sentence, limit: 500) }),
                    .string(example.title),
                ])
            }
        }
        let table = Table(
            [
                .init(header: "Workflow", key: "workflow"), .init(header: "Example", key: "example"),
                .init(header: "Kept", key: "kept"), .init(header: "Step", key: "step"),
                .init(header: "What came out", key: "sentence", stretches: true),
                .init(header: "Title", key: "title"),
            ], rows: rows)
        try await context.answer(Answer(table, aside: "\(rows.count) examples, \(failed) not kept."), common)
        if failed > 0 { throw Failure(.refused, lines: []) }
    }
}
