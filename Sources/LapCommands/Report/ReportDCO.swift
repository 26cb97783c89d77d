import ArgumentParser
import UseCases

struct ReportDCO: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "dco",
        abstract: "The DCO's quarterly report, for the NHS commissioner and the Board alike.")
    @OptionGroup var options: ReportOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await context.answer(Session(context, common).ask(TellDCOReport(options.scope)), options, common)
    }
}
