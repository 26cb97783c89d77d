import ArgumentParser

struct RaiserErase: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase what a request asks for, once it was approved. Says what, unless --yes.",
        discussion: """
            Everything else that is kept is searched for it, and where it stands for certain it is taken out too. That \
            there was such an issue, when and what came of it stays. This cannot be undone.
            """)

    @OptionGroup var erasing: ErasingOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws { try await erasing.run(context, common, as: "raiser erase") }
}
