import ArgumentParser
import UseCases

struct ThemeList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List themes, their other names, and the concern each counts towards.")
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let themes = try Session(context, common).ask(ListThemes())
        let columns: [Table.Column] = [
            .init(header: "Theme", key: "theme"), .init(header: "Title", key: "title", stretches: true),
            .init(header: "Concern", key: "concern"), .init(header: "Also", key: "aliases"),
        ]
        try await context.answer(Answer(try Table(columns, lines: themes)), common)
    }
}
