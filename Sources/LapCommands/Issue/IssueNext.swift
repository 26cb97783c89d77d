import ArgumentParser

struct IssueNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to an issue now, who may do it, and why the rest cannot.")

    @Argument(help: "The issue, N-7.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "issue", workflow: "issue").show(context, common)
    }
}
