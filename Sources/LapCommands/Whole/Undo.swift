import ArgumentParser
import Ledger
import Register
import UseCases

struct Undo: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Reverse an operation; the journal keeps both.",
        discussion:
            "Refused when what it touched has changed since, and when it erased something. Without a number, the last operation."
    )

    @Argument(help: "The operation's number, from lap log.") var operation: Int?
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var dryRun = false
    @Flag(help: "Though it leaves an area without anybody who sees to its issues.") var leaveVacant = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        guard operation != nil || common.key == nil else {
            throw Failure(
                .usage, "Which operation? Under a key it is named, since the last one is soon another.",
                hint: "See lap log.")
        }
        let line = try session.ask(FindOperation(operation))
        _ = try session.leaving(vacant: leaveVacant) { isVacant in
            try session.perform(UndoOperation(line, leavesVacant: isVacant), rehearsing: dryRun)
        }
        try await context.answer(
            Answer(
                "\(dryRun ? "Would undo" : "Undid") operation \(line.operation) (\(line.command), \(line.happened)).\n",
                json: .object(["undone": .number(line.operation)])), common)
    }
}
