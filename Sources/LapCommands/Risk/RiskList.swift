import ArgumentParser
import UseCases

struct RiskList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List open risks, the highest score first.")

    @Option(help: "Only those of a body.") var body: String?
    @Flag(help: "Closed ones too, last.") var all = false
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let question = ListRisks(body: body, all: all, limit: max(1, limit))
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"),
            .init(header: "Score", key: "score"), .init(header: "Rating", key: "rating"),
            .init(header: "Target", key: "target"), .init(header: "Body", key: "body"),
            .init(header: "Seen to by", key: "owner"), .init(header: "Look again", key: "due"),
            .init(header: "What may happen", key: "title", stretches: true), .init(header: "Version", key: "version"),
        ]
        try await context.answer(
            Answer(try Table(columns, lines: Session(context, common).ask(question))), common)
    }
}
