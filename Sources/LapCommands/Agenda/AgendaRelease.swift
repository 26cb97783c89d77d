import ArgumentParser
import Ledger
import Register
import UseCases

struct AgendaRelease: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Let later papers print an item that was taken in private.",
        discussion: "What was made before stays as it is.")

    @Argument(help: "The meeting, board-2020-01-16.") var ref: String
    @Argument(help: "The agenda item, 14.1.") var item: String
    @Option(help: "Why it need no longer be private.") var because: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let done = try session.perform(ReleaseItem(item, of: ref, because: because))
        let details = try session.workplace.details(in: because, under: item, of: ref, for: session.request)
        let released = done.answer
        let about = released.issue.map { " (\($0))" } ?? ""
        let others = released.stillPrivateAt
        let outcome =
            others.isEmpty
            ? "later papers may print it."
            : "but nothing of it is printed while it is private at \(others.joined(separator: ", ")) too."
        try await context.answer(
            Answer(
                "Item \(released.item) of \(released.meeting)\(about) is released: \(outcome)\n"
                    + "Undo with: lap undo \(done.operation)\n",
                json: JSON(encoding: released).adding("warnings", JSON(encoding: details))), common)
        if !common.json { context.console.complain(DetailWarning(details: details).text) }
    }
}
