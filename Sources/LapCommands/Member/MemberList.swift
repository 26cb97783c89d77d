import ArgumentParser
import Partnership
import Register

struct MemberList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Who holds which seat; vacant seats too.")

    @Option(help: "Only one body's seats.") var body: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let workplace = try Session(context, common)
        let rows = try workplace.read { view, _ in
            try view.seats(body: body, on: workplace.day).map { seat -> [JSON] in
                [
                    .string(seat.body), .string(seat.role), .string(seat.person?.name), .string(seat.person?.email),
                    .string(seat.organisation), .string(seat.since?.description), .string(seat.until?.description),
                    .string(seat.deputyFor),
                ]
            }
        }
        try await context.answer(
            Answer(
                Table(
                    [
                        .init(header: "Body", key: "body"), .init(header: "Role", key: "role"),
                        .init(header: "Person", key: "person", stretches: true), .init(header: "Address", key: "email"),
                        .init(header: "Organisation", key: "organisation"), .init(header: "From", key: "from"),
                        .init(header: "To", key: "to"), .init(header: "Deputy for", key: "deputyFor"),
                    ], rows: rows)), common)
    }
}
