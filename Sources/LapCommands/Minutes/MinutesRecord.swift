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
    @Flag(help: "It takes the place of what somebody else recorded.") var replace = false
    @Flag(help: "Though it tells of what was taken in private, it is for the public minutes.") var inPublic = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        var before: ReadMinutes.Recorded?
        var text = discussed == "-" ? try context.console.readAll() : discussed
        if text == nil, !notReached, context.console.isInteractive {
            before = try session.ask(ReadMinutes(under: item, of: ref))
            var sheet = LongText(
                console: context.console, home: session.folder, title: "What was said under item \(item)",
                suffix: "-minutes.txt")
            sheet.help = before?.by.map { "So far it is what \($0) recorded." }
            text = try await sheet.written(over: before?.text ?? "")
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
        var replacing = before.map { RecordMinutes.Replacing.seen($0.text) } ?? .own
        if replace { replacing = .anything }
        if let text, !replace, context.console.isInteractive, try !mayReplace(with: text, &replacing, before, session) {
            throw Failure(
                .interrupted, "Nothing was changed, and what stands there stays.",
                hint: "To go on with it in the editor, leave out --discussed.")
        }
        let outcome = text.map(RecordMinutes.Outcome.discussed) ?? .notReached
        let done = try session.perform(
            RecordMinutes(outcome, under: item, of: ref, replacing: replacing, isForPublic: isForPublic))
        let minuted = done.answer
        let replaced =
            minuted.replaces
            ? "It takes the place of what was recorded before. Undo with: lap undo \(done.operation)\n"
            : ""
        let details =
            try text.map { try session.workplace.details(in: $0, under: item, of: ref, for: session.request) } ?? []
        try await context.answer(
            Answer(
                minuted.reached
                    ? "Item \(minuted.item) minuted.\n" + replaced
                    : "Item \(minuted.item) was not reached; the minutes will say so.\n" + carried(minuted),
                json: JSON(encoding: minuted).adding("warnings", JSON(encoding: details))), common)
        if !common.json { context.console.complain(DetailWarning(details: details).text) }
    }

    private func carried(_ minuted: MinutedItem) -> String {
        guard let carried = minuted.carried else { return "" }
        return carried.meeting.map { "\(carried.matter) comes before \($0).\n" }
            ?? "\(carried.matter) waits for a meeting. Next: lap agenda move \(carried.matter) --meeting …\n"
    }

    /// Whether what stands there by now may be replaced: asked where it is somebody else's and was not gone on with.
    private func mayReplace(
        with text: String, _ replacing: inout RecordMinutes.Replacing, _ before: ReadMinutes.Recorded?,
        _ session: Session
    ) throws -> Bool {
        guard let now = try session.ask(ReadMinutes(under: item, of: ref)), let who = now.by, now.text != before?.text
        else { return true }
        let console = session.context.console
        console.complain(
            "Item \(item) was minuted by \(Printed.safe(who, limit: 80))\(before == nil ? "" : " meanwhile"):\n"
                + Printed.safe(now.text) + "\n")
        guard ["y", "yes"].contains(console.ask("Put yours in its place? [y/N] ")?.lowercased() ?? "") else {
            if before != nil { console.complain("What you wrote:\n" + Printed.safe(text) + "\n") }
            return false
        }
        replacing = .seen(now.text)
        return true
    }
}
