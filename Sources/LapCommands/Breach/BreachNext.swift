import ArgumentParser

struct BreachNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to a breach now, who may do it, and why the rest cannot.")

    @Argument(help: "The breach, B-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "breach", workflow: "breach").show(context, common)
    }
}
