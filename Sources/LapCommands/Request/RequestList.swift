import ArgumentParser
import UseCases

struct RequestList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List requests that are not answered, the next due first.")

    @Flag(help: "Answered ones too.") var all = false
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let lines = try Session(context, common).ask(ListRequests(all: all, limit: max(1, limit)))
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"), .init(header: "Due", key: "due"),
            .init(header: "Asks for", key: "kind", stretches: true), .init(header: "Issues", key: "issues"),
            .init(header: "Records", key: "records"),
            .init(header: "Version", key: "version"),
        ]
        try await context.answer(Answer(try Table(columns, lines: lines)), common)
    }
}
