import ArgumentParser

struct GapNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to a gap now, who may do it, and why the rest cannot.")

    @Argument(help: "The gap, G-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "gap", workflow: "gap").show(context, common)
    }
}
