import ArgumentParser
import Register

struct MinutesShow: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show what the minutes say.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let items = try Session(context, common).read { view, standing in
            try standing.mustHoldSeat(toRead: "Minutes")
            return try view.agenda(of: view.item(ref, workflow: "meeting"))
        }
        let lines = items.flatMap { item in
            [AgendaText.line(item)]
                + (item.discussed.map {
                    Printed.wrapped($0, width: context.console.width - 10).map { "          " + $0 }
                } ?? [])
        }
        try await context.answer(
            Answer(lines.joined(separator: "\n") + "\n", json: .array(items.map(AgendaText.json))), common)
    }
}
