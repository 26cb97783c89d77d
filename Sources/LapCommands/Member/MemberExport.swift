import ArgumentParser

struct MemberExport: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the copy of what is held on a member that a request asks for.",
        discussion: CopyOptions.discussion)

    @OptionGroup var copy: CopyOptions
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws { try await copy.run(context, common, as: "member export") }
}
