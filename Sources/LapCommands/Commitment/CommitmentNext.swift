import ArgumentParser

struct CommitmentNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to a commitment now, who may do it, and why the rest cannot.")

    @Argument(help: "The commitment, U-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "commitment", workflow: "commitment").show(context, common)
    }
}
