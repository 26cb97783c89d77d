import ArgumentParser
import Register

struct Log: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "What was done: to one item, oldest first, or in the whole register, newest first.")

    @Argument(help: "An item, N-7; left out, the whole register's operations.") var ref: String?
    @Option(help: "At most so many operations.") var limit = 30
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Session(context, common)
        let table = try workplace.read { view, standing in
            try ref.map { try items(view, standing, $0) } ?? operations(view)
        }
        try await context.answer(Answer(table), common)
    }

    private func operations(_ view: View) throws -> Table {
        Table(
            [
                .init(header: "Op", key: "operation"), .init(header: "Recorded", key: "recorded"),
                .init(header: "Happened", key: "happened"), .init(header: "Who", key: "actor"),
                .init(header: "Command", key: "command", stretches: true), .init(header: "Undo of", key: "reverses"),
                .init(header: "Undone by", key: "undoneBy"),
            ],
            rows: try view.operations(limit: max(1, limit)).map { line in
                [
                    .number(line.id), .string(line.recorded), .string(line.effective.description), .string(line.actor),
                    .string(line.command), .number(line.reverses), .number(line.reversedBy),
                ]
            })
    }

    private func items(_ view: View, _ standing: Standing, _ ref: String) throws -> Table {
        let item = try view.item(ref)
        return Table(
            [
                .init(header: "Op", key: "operation"), .init(header: "Happened", key: "happened"),
                .init(header: "Event", key: "event"), .init(header: "From", key: "from"),
                .init(header: "To", key: "to"),
                .init(header: "Who", key: "actor"), .init(header: "As", key: "capacity"),
                .init(header: "Undone", key: "undone"), .init(header: "Given", key: "given", stretches: true),
            ],
            rows: try view.history(of: item, readableBy: view.actor(standing, towards: item)).map { line in
                [
                    .number(line.operation), .string(line.on.description), .string(line.event), .string(line.from),
                    .string(line.to), .string(line.actor), .string(line.capacity), .bool(line.isUndone),
                    .string(line.given.map { "\($0.field): \($0.text)" }.joined(separator: "; ")),
                ]
            })
    }
}
