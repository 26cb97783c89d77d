import ArgumentParser
import Ledger
import Register
import UseCases

struct MinutesShow: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show what the minutes say.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Flag(help: "As the text that lap minutes edit takes.") var sheet = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        if sheet {
            let sheet = try Session(context, common).ask(ReadMinutesSheet(of: ref))
            return try await context.answer(Answer(sheet.text, json: JSON(encoding: sheet)), common)
        }
        let items = try Session(context, common).ask(ShowMinutes(of: ref))
        let lines = items.flatMap { item in
            [AgendaText.line(item)]
                + (item.discussed.map {
                    Printed.wrapped($0, width: context.console.width - 10).map { "          " + $0 }
                } ?? [])
        }
        try await context.answer(
            Answer(lines.joined(separator: "\n") + "\n", json: JSON(encoding: items)), common)
    }
}
