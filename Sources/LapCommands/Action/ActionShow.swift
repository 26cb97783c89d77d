import ArgumentParser

struct ActionShow: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one action with its history.")

    @Argument(help: "The action, A-3.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "action").show(context, common)
    }
}
