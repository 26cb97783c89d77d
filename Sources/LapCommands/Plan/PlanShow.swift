import ArgumentParser

struct PlanShow: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one plan action with its history.")
    @Argument(help: "The plan action, IP-3.5.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "plan-action").show(context, common)
    }
}
