import ArgumentParser
import Ledger
import Register
import UseCases

struct IssueMistaken: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "mistaken", abstract: "Mark the replaced values of a field as mistakes.",
        discussion: """
            What is replaced stays secret: papers are searched for it. What was typed by mistake and was never true of \
            anybody need not be. Put the right value in its place first. Where several values were replaced, say with \
            --value which of them is the mistake: one that was true once stays secret.
            """)

    @Argument(help: "The issue, N-7.") var ref: String
    @Argument(help: "The field, name.") var field: String
    @Option(help: "The value that is the mistake, as it stood; may be given several times.") var value: [String] = []
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let done = try Session(context, common).perform(MarkMistaken(field, of: ref, only: value.isEmpty ? nil : value))
        let marked = done.answer
        let values = marked.values == 1 ? "One replaced value" : "\(marked.values) replaced values"
        try await context.answer(
            Answer(
                "\(values) of \(marked.field) of \(marked.issue): papers are no longer searched for that.\n"
                    + "Undo with: lap undo \(done.operation)\n", json: JSON(encoding: marked)), common)
    }
}
