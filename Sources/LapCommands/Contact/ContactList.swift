import ArgumentParser
import UseCases

struct ContactList: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the public contacts.")

    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let contacts = try Session(context, common).ask(ListContacts())
        try await context.answer(Answer(Table(Self.columns, lines: contacts)), common)
    }

    private static let columns: [Table.Column] = [
        .init(header: "Id", key: "id"), .init(header: "Title", key: "title", stretches: true),
        .init(header: "Reach", key: "reach"),
    ]
}
