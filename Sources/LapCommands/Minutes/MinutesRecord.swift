import ArgumentParser
import Ledger
import Register
import UseCases

struct MinutesRecord: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record what was said under an item, or that it was not reached.")

    @Argument(help: "The meeting, north-2020-01-14.") var ref: String
    @Argument(help: "The agenda item, 8.1.") var item: String
    @Option(help: "What was said; - reads it from standard input. Left out at a terminal, the editor opens.")
    var discussed: String?
    @Flag(name: .customLong("not-reached"), help: "Time ran out before it.") var notReached = false
    @Flag(help: "Though it tells of what was taken in private, it is for the public minutes.") var inPublic = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        var text = discussed == "-" ? try context.console.readAll() : discussed
        if text == nil, !notReached, context.console.isInteractive {
            let before = try session.ask(ReadMinutes(under: item, of: ref))
            let sheet = LongText(
                console: context.console, home: session.folder, title: "What was said under item \(item)",
                suffix: "-minutes.txt")
            text = try await sheet.written(over: before ?? "")
        }
        guard notReached != (text != nil) else {
            throw Failure(
                .usage,
                notReached
                    ? "An item that was not reached has nothing said under it." : "What was said under item \(item)?",
                hint: "Give --discussed \"…\", or --not-reached.")
        }
        var isForPublic = inPublic
        if let text, !inPublic, context.console.isInteractive {
            let matters = try session.ask(PrivateMatters(in: text, under: item, of: ref))
            if !matters.isEmpty {
                let named = matters.joined(separator: ", ")
                let question =
                    "This tells of \(named), not for the public, and item \(item) is public. Minute it in public? [y/N] "
                isForPublic = ["y", "yes"].contains(context.console.ask(question)?.lowercased() ?? "")
            }
        }
        let outcome = text.map(RecordMinutes.Outcome.discussed) ?? .notReached
        let done = try session.perform(RecordMinutes(outcome, under: item, of: ref, isForPublic: isForPublic))
        let minuted = done.answer
        let replaced =
            minuted.replaces
            ? "It takes the place of what was recorded before; if that was somebody else’s: lap undo \(done.operation)\n"
            : ""
        let details =
            try text.map { try session.workplace.details(in: $0, under: item, of: ref, for: session.request) } ?? []
        try await context.answer(
            Answer(
                minuted.reached
                    ? "Item \(minuted.item) minuted.\n" + replaced
                    : "Item \(minuted.item) was not reached; the minutes will say so.\n",
                json: JSON(encoding: minuted).adding("warnings", JSON(encoding: details))), common)
        if !common.json { context.console.complain(DetailWarning(details: details).text) }
    }
}
