import ArgumentParser
import UseCases

struct ReportFlow: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "flow",
        abstract: "What came in and what ended, in a quarter and the three before it.")
    @OptionGroup var options: ReportOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await context.answer(Session(context, common).ask(TellFlow(options.scope)), options, common)
    }
}
