import ArgumentParser

struct RequestShow: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one request with its history.")

    @Argument(help: "The request, R-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "request").show(context, common)
    }
}
