import ArgumentParser
import UseCases

struct RaiserErase: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase what a request asks for, once it was approved. Says what, unless --yes.",
        discussion: """
            Everything else that is kept is searched for it, and where it stands for certain it is taken out too. That \
            there was such an issue, when and what came of it stays. This cannot be undone.
            """)

    @Argument(help: "The request, R-1.") var request: String
    @Flag(help: "Do it.") var yes = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let deed = try session.workplace.erasing(request)
        let (erasure, _) = try session.perform(deed, rehearsing: !yes)
        try await context.answer(ErasureTelling.answer(erasure, isDone: yes), common)
    }
}
