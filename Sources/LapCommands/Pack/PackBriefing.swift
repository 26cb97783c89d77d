import ArgumentParser
import UseCases

struct PackBriefing: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "briefing", abstract: "What members pass on to their teams of a meeting, on a page.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common).run(MakeBriefing(on: ref, asDraft: options.draft), context)
    }
}
