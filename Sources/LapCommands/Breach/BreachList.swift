import ArgumentParser
import UseCases

struct BreachList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List breaches that are not settled, the next due first.")

    @Flag(help: "Closed ones too.") var all = false
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let lines = try Session(context, common).ask(ListBreaches(all: all, limit: max(1, limit)))
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"), .init(header: "Due", key: "due"),
            .init(header: "Area", key: "area"), .init(header: "What happened", key: "title", stretches: true),
            .init(header: "Version", key: "version"),
        ]
        try await context.answer(Answer(try Table(columns, lines: lines)), common)
    }
}
