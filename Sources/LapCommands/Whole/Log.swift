import ArgumentParser
import UseCases

struct Log: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "What was done: to one item, oldest first, or in the whole register, newest first.")

    @Argument(help: "An item, N-7; left out, the whole register's operations.") var ref: String?
    @Flag(help: "Who was shown what is confidential, newest first.") var opened = false
    @Option(help: "At most so many operations.") var limit = 30
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let table =
            if opened {
                try Table(
                    Log.openings,
                    lines: session.workplace.openings(of: ref, limit: max(1, limit), for: session.request))
            } else if let ref {
                try events(session.ask(LogItem(ref)))
            } else {
                try Table(Log.operations, lines: session.ask(LogOperations(limit: max(1, limit))))
            }
        try await context.answer(Answer(table), common)
    }

    /// A column for what happened to another item only where something did.
    private func events(_ lines: [LoggedEvent]) throws -> Table {
        var columns = Log.events
        if !lines.contains(where: { $0.of != nil }) { columns[columns.count - 1].isHidden = true }
        return try Table(columns, lines: lines)
    }

    private static let openings: [Table.Column] = [
        .init(header: "When", key: "at"), .init(header: "Who", key: "who"), .init(header: "Item", key: "item"),
        .init(header: "Sections", key: "sections", stretches: true),
    ]

    private static let operations: [Table.Column] = [
        .init(header: "Op", key: "operation"), .init(header: "Recorded", key: "recorded"),
        .init(header: "Happened", key: "happened"), .init(header: "Who", key: "actor"),
        .init(header: "Command", key: "command", stretches: true),
        .init(header: "Items", key: "items", moreKey: "more"), .init(header: "More", key: "more", isHidden: true),
        .init(header: "Undo of", key: "reverses"),
        .init(header: "Undone by", key: "undoneBy"),
    ]

    private static let events: [Table.Column] = [
        .init(header: "Op", key: "operation"), .init(header: "Happened", key: "happened"),
        .init(header: "Event", key: "event"), .init(header: "From", key: "from"), .init(header: "To", key: "to"),
        .init(header: "Who", key: "actor"), .init(header: "As", key: "capacity"),
        .init(header: "Undone", key: "undone"), .init(header: "Given", key: "given", stretches: true),
        .init(header: "Of", key: "of"),
    ]
}
