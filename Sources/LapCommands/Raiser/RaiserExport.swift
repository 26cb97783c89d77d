import ArgumentParser

struct RaiserExport: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the copy that a request asks for, as a page and as JSON.",
        discussion: CopyOptions.discussion)

    @OptionGroup var copy: CopyOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws { try await copy.run(context, common, as: "raiser export") }
}
