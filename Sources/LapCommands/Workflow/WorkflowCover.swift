import ArgumentParser
import Ledger
import Register
import Workflow

struct WorkflowCover: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "cover", abstract: "Say which states, events, rules and clocks a workflow's examples reach.")

    @Argument(help: "Names of workflows or files; every one in force unless told.") var workflows: [String] = []
    @Option(help: ArgumentHelp("The examples' file, when it is not the one beside the workflow.", valueName: "file"))
    var examples: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        var rows: [[JSON]] = []
        for told in try WorkflowExamples.all(workflows, file: examples, context, common) {
            let definition = told.definition
            var reached = Reached()
            for example in told.examples { reached.formUnion(definition.run(example, by: told.host).reached) }
            let left = definition.unreached(reached)
            let rules = definition.rules.count + definition.events.reduce(0) { $0 + $1.rules.count }
            for (part, all, missing) in [
                ("states", definition.states.count, definition.states.map(\.name).filter(left.states.contains)),
                ("events", definition.events.count, definition.events.map(\.name).filter(left.events.contains)),
                ("rules", rules, left.rules.sorted()),
                ("clocks", definition.clocks.count, definition.clocks.map(\.name).filter(left.clocks.contains)),
            ] {
                rows.append([
                    .string(definition.name), .string(part), .number(all - missing.count), .number(all),
                    .array(missing.map(JSON.string)),
                ])
            }
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Workflow", key: "workflow"), .init(header: "Part", key: "part"),
                        .init(header: "Reached", key: "reached"), .init(header: "Of", key: "of"),
                        .init(header: "Not reached", key: "left", stretches: true),
                    ], rows: rows)), common)
    }
}
