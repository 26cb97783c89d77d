import ArgumentParser
import Register

struct MeetingList: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List meetings, latest first.")

    @Option(help: "Only one body's.") var body: String?
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let rows = try Session(context, common).read { view, _ in
            try view.meetings(body: body, limit: max(1, limit)).map { line -> [JSON] in
                [
                    .string(line.reference), .string(line.state), .string(line.happens?.description),
                    .string(line.due?.description), .string(line.clock), .number(line.version),
                ]
            }
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Ref", key: "ref", stretches: true), .init(header: "State", key: "state"),
                        .init(header: "Date", key: "date"), .init(header: "Due", key: "due"),
                        .init(header: "For", key: "dueFor"), .init(header: "Version", key: "version"),
                    ], rows: rows)), common)
    }
}
