import ArgumentParser
import Register

struct ThemeList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List themes, their other names, and the concern each counts towards.")
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let themes = try Session(context, common).read { view, _ in try view.reference.themes }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Theme", key: "theme"), .init(header: "Title", key: "title", stretches: true),
                        .init(header: "Concern", key: "concern"), .init(header: "Also", key: "aliases"),
                    ],
                    rows: themes.map {
                        [.string($0.id), .string($0.title), .number($0.concern), .array($0.aliases.map(JSON.string))]
                    })), common)
    }
}
