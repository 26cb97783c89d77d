import ArgumentParser

struct RequestNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to a request now, who may do it, and why the rest cannot.")

    @Argument(help: "The request, R-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "request", workflow: "request").show(context, common)
    }
}
