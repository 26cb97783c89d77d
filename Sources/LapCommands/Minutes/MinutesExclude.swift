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
        let session = try Session(context, common)
        let done = try session.perform(ExcludePublic(from: ref, wording: that))
        let decision = done.answer
        let details =
            try that.map { try session.workplace.details(in: $0, under: nil, of: ref, for: session.request) } ?? []
        try await context.answer(
            Answer(
                "\(decision.ref) recorded. Resolved: \(Printed.safe(decision.wording, limit: 2_000))\n"
                    + "Undo with: lap undo \(done.operation)\n",
                json: JSON(encoding: decision).adding("warnings", JSON(encoding: details))), common)
        if !common.json { context.console.complain(DetailWarning(details: details).text) }
    }
}
