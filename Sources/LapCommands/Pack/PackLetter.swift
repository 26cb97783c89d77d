import ArgumentParser
import UseCases

struct PackLetter: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "The answer to whoever raised an issue: one page of plain English.")

    @Argument(help: "The issue, N-7.") var ref: String
    @OptionGroup var options: PackOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await PackRun(options: options, common: common).run(MakeLetter(about: ref, asDraft: options.draft), context)
    }
}
