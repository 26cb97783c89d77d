import ArgumentParser
import UseCases

struct ReportThemes: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "What was taken in during a quarter, by theme and area.")
    @OptionGroup var options: ReportOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await context.answer(Session(context, common).ask(TellThemes(options.scope)), options, common)
    }
}
