import ArgumentParser
import UseCases

struct GapList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List gaps that are not filled, the one to look at next first.")

    @Option(help: "Only those of an area.") var area: String?
    @Flag(help: "Only those not closed, as without this.") var open = false
    @Flag(help: "Closed ones too.") var all = false
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let question = ListGaps(area: area, all: all && !open, limit: max(1, limit))
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"),
            .init(header: "Look again", key: "due"), .init(header: "Area", key: "area"),
            .init(header: "Service", key: "theme"), .init(header: "Found in", key: "issues"),
            .init(header: "Told on", key: "told"), .init(header: "What is missing", key: "title", stretches: true),
            .init(header: "Version", key: "version"),
        ]
        try await context.answer(
            Answer(try Table(columns, lines: Session(context, common).ask(question))), common)
    }
}
