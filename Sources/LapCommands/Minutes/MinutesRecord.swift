import ArgumentParser
import Register

struct MinutesRecord: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record what was said under an item, or that it was not reached.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Argument(help: "The agenda item, 8.1.") var item: String
    @Option(help: "What was said; - reads it from standard input. Left out at a terminal, the editor opens.")
    var discussed: String?
    @Flag(name: .customLong("not-reached"), help: "Time ran out before it.") var notReached = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Session(context, common)
        var text = discussed == "-" ? try context.console.readAll() : discussed
        if text == nil, !notReached, context.console.isInteractive {
            let before = try workplace.read { view, _ in
                try view.agendaItem(item, of: view.item(ref, workflow: "meeting")).discussed
            }
            let sheet = LongText(
                console: context.console, title: "What was said under item \(item)", suffix: "-minutes.txt")
            text = try await sheet.written(over: before ?? "")
        }
        guard notReached != (text != nil) else {
            throw Failure(
                .usage,
                notReached
                    ? "An item that was not reached has nothing said under it." : "What was said under item \(item)?",
                hint: "Give --discussed \"…\", or --not-reached.")
        }
        try workplace.write("minutes record") { operation, _ in
            let meeting = try operation.view.item(ref, workflow: "meeting")
            if let text {
                try operation.minute(item, of: meeting, discussed: try MinutesRecord.checked(text))
            } else {
                try operation.skip(item, of: meeting)
            }
        }
        try await context.answer(
            Answer(
                notReached ? "Item \(item) was not reached; the minutes will say so.\n" : "Item \(item) minuted.\n",
                json: .object(["item": .string(item), "reached": .bool(!notReached)])), common)
    }

    /// Minutes are text like any field: the same characters are refused, with the same words.
    private static func checked(_ text: String) throws -> String {
        switch RecordText.field.read(text) {
        case .success(.text(let text)): return text
        case .success: return text
        case .failure(let problem): throw Failure(.badData, "--discussed: \(problem.sentence)", hint: problem.hint)
        }
    }
}
