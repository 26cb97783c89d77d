import ArgumentParser

struct RiskShow: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one risk with its history.")

    @Argument(help: "The risk, K-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "risk").show(context, common)
    }
}
