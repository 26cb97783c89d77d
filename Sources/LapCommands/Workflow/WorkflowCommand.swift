import ArgumentParser
import UseCases

struct WorkflowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow", abstract: "The workflows that say what can happen.",
        subcommands: [
            WorkflowList.self, WorkflowShow.self, WorkflowExplain.self, WorkflowGraph.self, WorkflowCheck.self,
            WorkflowTest.self,
            WorkflowCover.self, WorkflowPaths.self, WorkflowReplay.self, WorkflowDiff.self, WorkflowVersions.self,
            WorkflowUpgrade.self, WorkflowSchema.self,
        ])
}

extension WorkflowCommand {
    /// How long a check or a comparison takes unless it is told, whatever the program is built for.
    static let usualSeconds = 5.0

    /// The workflows of the register here; those that come with lap when there is none.
    static func share(_ context: Context, _ options: CommonOptions) throws -> Share {
        try Share(context, own: try? Session.find(context, register: options.register))
    }
}
