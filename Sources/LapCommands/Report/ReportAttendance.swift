import ArgumentParser
import UseCases

struct ReportAttendance: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance",
        abstract: "Who was at the meetings of a quarter.")
    @OptionGroup var options: ReportOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await context.answer(Session(context, common).ask(TellAttendance(options.scope)), options, common)
    }
}
