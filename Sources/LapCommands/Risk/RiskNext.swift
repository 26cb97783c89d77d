import ArgumentParser

struct RiskNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to a risk now, who may do it, and why the rest cannot.")

    @Argument(help: "The risk, K-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "risk", workflow: "risk").show(context, common)
    }
}
