import ArgumentParser
import UseCases

struct PackPage: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "page",
        abstract: "A LAP’s page for everybody: when it meets, how to raise something, what it decided.")

    @Argument(help: "The LAP or another body, its area, or one of its meetings: north.") var ref: String
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common).run(MakePage(of: ref, asDraft: options.draft), context)
    }
}
