import ArgumentParser
import Ledger
import Register
import UseCases
import Workflow

struct WorkflowList: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the workflows in force.")
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let share = try WorkflowCommand.share(context, common)
        let rulebook = share.rulebook()
        let rows = try share.workflowNames().map { name -> [JSON] in
            let definition = try rulebook.definition(name)
            return [
                .string(name), .number(definition.states.count), .number(definition.events.count),
                .number(definition.clocks.count), .string(share.hasOwn(name) ? "this register" : "lap"),
            ]
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Workflow", key: "workflow"), .init(header: "States", key: "states"),
                        .init(header: "Events", key: "events"), .init(header: "Clocks", key: "clocks"),
                        .init(header: "From", key: "from"),
                    ], rows: rows)), common)
    }
}
