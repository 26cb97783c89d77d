import ArgumentParser
import UseCases

struct MeetingList: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List meetings, latest first.")

    @Option(help: "Only one body's.") var body: String?
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let meetings = try Session(context, common).ask(ListMeetings(of: body, limit: limit))
        try await context.answer(Answer(try Table(columns, lines: meetings)), common)
    }

    private var columns: [Table.Column] {
        [
            .init(header: "Ref", key: "ref", stretches: true), .init(header: "State", key: "state"),
            .init(header: "Date", key: "date"), .init(header: "Due", key: "due"),
            .init(header: "For", key: "dueFor"), .init(header: "Version", key: "version"),
        ]
    }
}
