import ArgumentParser

struct CommitmentShow: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one commitment with its history.")

    @Argument(help: "The commitment, U-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "commitment").show(context, common)
    }
}
