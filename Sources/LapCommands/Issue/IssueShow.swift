import ArgumentParser

struct IssueShow: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one issue with its history.")

    @Argument(help: "The issue, N-7.") var ref: String
    @OptionGroup var past: AsOfOption
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "issue", asOf: past).show(context, common)
    }
}
