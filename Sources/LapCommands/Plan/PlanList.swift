import ArgumentParser
import UseCases

struct PlanList: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List plan actions.")
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let lines = try Session(context, common).ask(ListPlanActions())
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"), .init(header: "Due", key: "due"),
            .init(header: "Concerns", key: "concerns"), .init(header: "Action", key: "title", stretches: true),
        ]
        try await context.answer(Answer(try Table(columns, lines: lines)), common)
    }
}
