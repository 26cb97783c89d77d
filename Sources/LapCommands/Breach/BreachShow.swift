import ArgumentParser

struct BreachShow: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one breach with its history.")

    @Argument(help: "The breach, B-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "breach").show(context, common)
    }
}
