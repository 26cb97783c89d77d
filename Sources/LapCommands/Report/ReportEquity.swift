import ArgumentParser
import UseCases

struct ReportEquity: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "equity",
        abstract: "By district, by who raised it, and by what they need to be spoken with.")
    @OptionGroup var options: ReportOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await context.answer(Session(context, common).ask(TellEquity(options.scope)), options, common)
    }
}
