import ArgumentParser

struct GapShow: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one gap with its history.")

    @Argument(help: "The gap, G-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "gap").show(context, common)
    }
}
