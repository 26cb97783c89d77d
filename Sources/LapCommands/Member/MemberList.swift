import ArgumentParser
import UseCases

struct MemberList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Who holds which seat, or takes it later; vacant seats too.")

    @Option(help: "Only one body's seats.") var body: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let seats = try Session(context, common).ask(ListSeats(of: body))
        let columns: [Table.Column] = [
            .init(header: "Body", key: "body"), .init(header: "Role", key: "role"),
            .init(header: "Person", key: "person", stretches: true), .init(header: "Address", key: "email"),
            .init(header: "Organisation", key: "organisation"), .init(header: "From", key: "from"),
            .init(header: "To", key: "to"), .init(header: "Deputy for", key: "deputyFor"),
        ]
        try await context.answer(Answer(try Table(columns, lines: seats)), common)
    }
}
