import ArgumentParser
import Register

struct PlanList: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List plan actions.")
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let rows = try Session(context, common).read { view, standing in
            try view.planActions().map { item -> [JSON] in
                [
                    .string(item.reference), .string(item.state), .string(item.day("due")?.description),
                    .array(item.list("concerns").map(JSON.string)),
                    .string(standing.mayReadSummaries ? item.text("title") : nil),
                ]
            }
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"),
                        .init(header: "Due", key: "due"), .init(header: "Concerns", key: "concerns"),
                        .init(header: "Action", key: "title", stretches: true),
                    ], rows: rows)), common)
    }
}
