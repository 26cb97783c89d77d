import ArgumentParser
import UseCases

struct PackNotice: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "The notice of a meeting, with the days of those after it, for calendars too.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common).run(MakeNotice(of: ref, asDraft: options.draft), context)
    }
}
