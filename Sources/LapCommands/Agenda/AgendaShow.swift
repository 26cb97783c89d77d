import ArgumentParser
import Ledger
import Register
import UseCases

struct AgendaShow: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a meeting's agenda.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let items = try Session(context, common).ask(ShowAgenda(of: ref))
        let text =
            items.isEmpty
            ? "No agenda yet: lap agenda build \(ref)\n" : items.map { AgendaText.line($0) + "\n" }.joined()
        try await context.answer(Answer(text, json: JSON(encoding: items)), common)
    }
}
