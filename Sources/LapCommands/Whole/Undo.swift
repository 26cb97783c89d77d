import ArgumentParser
import Register

struct Undo: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reverse an operation; the journal keeps both.",
        discussion:
            "Refused when what it touched has changed since, and when it erased something. Without a number, the last operation."
    )

    @Argument(help: "The operation's number, from lap log.") var operation: Int?
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Session(context, common)
        let line = try workplace.read { view, _ -> OperationLine in
            if let operation { return try view.operation(operation) }
            guard let last = try view.operations(limit: 1).first else {
                throw Failure(.notFound, "There is nothing to undo.", hint: "See: lap log")
            }
            return last
        }
        try workplace.write("undo", on: workplace.namedDay ?? line.effective, rehearsing: dryRun) {
            operation, standing in try operation.undo(line, as: standing)
        }
        try await context.answer(
            Answer(
                "\(dryRun ? "Would undo" : "Undid") operation \(line.id) (\(line.command), \(line.effective)).\n",
                json: .object(["undone": .number(line.id)])), common)
    }
}
