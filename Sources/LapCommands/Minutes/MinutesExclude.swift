import ArgumentParser
import Ledger
import Register
import UseCases

struct MinutesExclude: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "exclude", abstract: "Record the resolution to take the private items without the public.")

    @Argument(help: "The meeting, board-2020-01-16.") var ref: String
    @Option(help: "What follows “Resolved:”; the usual words unless told.") var that: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let decision = try Session(context, common).perform(ExcludePublic(from: ref, wording: that)).answer
        try await context.answer(
            Answer(
                "\(decision.ref) recorded. Resolved: \(Printed.safe(decision.wording, limit: 2_000))\n",
                json: JSON(encoding: decision)), common)
    }
}
