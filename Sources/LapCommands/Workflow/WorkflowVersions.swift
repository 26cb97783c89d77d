import ArgumentParser
import UseCases

struct WorkflowVersions: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: "List the versions of workflows that the register has used.")

    @Argument(help: "Only this workflow's.") var workflow: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let versions = try Session(context, common).ask(ListVersions())
        let known = Array(Set(versions.map(\.workflow))).sorted()
        if let workflow, !known.contains(workflow) { throw Failure.unknown("workflow", workflow, among: known) }
        let shown = versions.filter { workflow == nil || $0.workflow == workflow }
        try await context.answer(Answer(try Table(columns, lines: shown)), common)
    }

    private var columns: [Table.Column] {
        [
            .init(header: "Workflow", key: "workflow"), .init(header: "Digest", key: "digest"),
            .init(header: "In force", key: "inForce"),
        ]
    }
}
