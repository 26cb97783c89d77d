import ArgumentParser
import UseCases

struct ReportAgeing: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "ageing",
        abstract: "How old what is open is, and where everything on record is.")
    @OptionGroup var options: ReportOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await context.answer(Session(context, common).ask(TellAgeing(options.scope)), options, common)
    }
}
