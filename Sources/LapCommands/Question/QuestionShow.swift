import ArgumentParser

struct QuestionShow: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one question with its answer and history.")

    @Argument(help: "The question, Q-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await ItemPage(reference: ref, workflow: "question").show(context, common)
    }
}
