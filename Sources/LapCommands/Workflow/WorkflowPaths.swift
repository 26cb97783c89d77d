import ArgumentParser
import Ledger
import Register
import Workflow
import WorkflowProof

struct WorkflowPaths: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "paths",
        abstract:
            "The shortest way to each state, or ways that take every arrow, with who acts and what time there is.",
        discussion: "By the arrows alone: the rules are left aside, and lap workflow explain tells them.")

    @Argument(help: "Its name, a file, or - for standard input.") var workflow: String
    @Option(help: ArgumentHelp("Only the way to this state.", valueName: "state")) var to: String?
    @Flag(help: "Ways that together take every arrow.") var covering = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let definition = try WorkflowSource.named(workflow, context, common).definition()
        var rows: [[JSON]] = []
        for (name, route) in try routes(definition) {
            for (index, step) in route.steps.enumerated() {
                rows.append([
                    .string(name), .number(index + 1), .string(step.event.name),
                    .array(step.event.by.map(JSON.string)), .string(step.from), .string(step.to),
                    .array(step.clocks.map { .string($0.words) }),
                ])
            }
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Path", key: "path"), .init(header: "Step", key: "step"),
                        .init(header: "Event", key: "event"), .init(header: "By", key: "by"),
                        .init(header: "From", key: "from"), .init(header: "To", key: "to"),
                        .init(header: "Then", key: "time", stretches: true),
                    ], rows: rows)), common)
    }

    private func routes(_ definition: Definition) throws -> [(String, WorkflowRoute)] {
        if covering {
            guard to == nil else { throw Failure(.usage, "--to and --covering do not go together.") }
            return try definition.coveringPaths().enumerated().map { index, path in
                ("\(index + 1)", try WorkflowRoute(path, in: definition))
            }
        }
        let names = definition.states.map(\.name)
        if let to, !names.contains(to) { throw Failure.unknown("state", to, among: names) }
        let paths = definition.shortestPaths()
        if let to, paths[to] == nil { throw Failure(.refused, "Nothing leads to “\(to)”.") }
        return try names.filter { to == nil || $0 == to }.compactMap { name in
            try paths[name].map { (name, try WorkflowRoute($0, in: definition, to: name)) }
        }
    }
}
