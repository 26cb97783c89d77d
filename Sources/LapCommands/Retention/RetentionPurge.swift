import ArgumentParser
import UseCases

struct RetentionPurge: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Put out what an approved request for disposal is about. Says what, unless --yes.",
        discussion: "That there was such an issue stays, its area, theme and days with it. This cannot be undone.")

    @Argument(help: "The request, R-1.") var request: String
    @Flag(help: "Do it.") var yes = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let (erasure, _) = try session.perform(session.workplace.erasing(request), rehearsing: !yes)
        try await context.answer(ErasureTelling.answer(erasure, isDone: yes), common)
    }
}
