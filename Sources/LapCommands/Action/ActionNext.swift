import ArgumentParser

struct ActionNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to an action now, who may do it, and why the rest cannot.")

    @Argument(help: "The action, A-3.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "action", workflow: "action").show(context, common)
    }
}
