import ArgumentParser
import Register

struct WorkflowVersions: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: "List the versions of workflows that the register has used.")

    @Argument(help: "Only this workflow's.") var workflow: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let versions = try Session(context, common).read { view, _ in try view.definitions() }
        let known = Array(Set(versions.map(\.workflow))).sorted()
        if let workflow, !known.contains(workflow) { throw Failure.unknown("workflow", workflow, among: known) }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Workflow", key: "workflow"), .init(header: "Digest", key: "digest"),
                        .init(header: "In force", key: "inForce"),
                    ],
                    rows: versions.filter { workflow == nil || $0.workflow == workflow }.map { version in
                        [
                            .string(version.workflow), .string(String(version.digest.prefix(12))),
                            .bool(version.isInForce),
                        ]
                    })), common)
    }
}
