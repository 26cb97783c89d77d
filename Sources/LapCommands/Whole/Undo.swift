import ArgumentParser
import Foundation
import Ledger
import Register
import UseCases
import Workflow

struct Undo: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Reverse an operation; the journal keeps both.",
        discussion:
            "Refused when what it touched has changed since, and when it erased something. Without a number, the last operation; at a terminal, one of a list."
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
        let line = try session.ask(FindOperation(operation ?? chosen(session)))
        _ = try session.leaving(vacant: leaveVacant) { isVacant in
            try session.perform(UndoOperation(line, leavesVacant: isVacant), rehearsing: dryRun)
        }
        try await context.answer(
            Answer(
                "\(dryRun ? "Would undo" : "Undid") operation \(line.operation) (\(line.command), \(line.happened)).\n",
                json: .object(["undone": .number(line.operation)])), common)
    }

    /// The operation that somebody at a terminal chooses; nil where nobody is there, which means the last.
    private func chosen(_ session: Session) throws -> Int? {
        let console = session.context.console
        guard console.isInteractive else { return nil }
        let lines = try session.ask(ListUndoable())
        guard let newest = lines.first else {
            throw RegisterError.notFound("There is nothing that you could undo.", remedies: [.deed("log")])
        }
        console.complain(try Table(Undo.columns, lines: lines).text(forTerminal: true, width: console.width))
        while true {
            guard let answer = console.ask("Which one? [\(newest.operation)] ") else {
                throw Failure(.interrupted, "Nothing was undone.")
            }
            let written = answer.trimmingCharacters(in: .whitespaces)
            if written.isEmpty { return newest.operation }
            if let number = Int(written), lines.contains(where: { $0.operation == number }) { return number }
            console.complain("Give one of the numbers in the first column.\n")
        }
    }

    private static let columns: [Table.Column] = [
        .init(header: "Op", key: "operation"), .init(header: "Happened", key: "happened"),
        .init(header: "Who", key: "actor"), .init(header: "Command", key: "command", stretches: true),
        .init(header: "Items", key: "items"),
    ]
}
