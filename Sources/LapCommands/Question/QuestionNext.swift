import ArgumentParser

struct QuestionNext: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "What can happen to a question now, who may do it, and why the rest cannot.")

    @Argument(help: "The question, Q-1.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        try await NextPage(reference: ref, noun: "question", workflow: "question").show(context, common)
    }
}
