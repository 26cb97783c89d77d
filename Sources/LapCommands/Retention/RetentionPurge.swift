import ArgumentParser

struct RetentionPurge: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Put out what an approved request for disposal is about. Says what, unless --yes.",
        discussion: "That there was such an issue stays, its area, theme and days with it. This cannot be undone.")

    @OptionGroup var erasing: ErasingOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws { try await erasing.run(context, common, as: "retention purge") }
}
