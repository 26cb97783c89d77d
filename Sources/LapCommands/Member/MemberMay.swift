import ArgumentParser
import UseCases

struct MemberMay: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "may", abstract: "What a person or a role may do and read, and where.",
        discussion:
            "Joins what workflow files say of events and sections with the partnership's table of permissions. Seats count from the day they begin to the day they end, and for what belongs to their body."
    )

    @Argument(help: "Who.") var person: String?
    @Option(help: "What seats of this role may, instead.") var role: String?
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let subject: WhoMay.Subject
        switch (person, role) {
        case (let person?, nil): subject = .person(person)
        case (nil, let role?): subject = .role(role)
        default: throw Failure(.usage, "Who?", hint: "lap member may PERSON, or lap member may --role ROLE")
        }
        let lines = try Session(context, common).ask(WhoMay(subject, in: Noun.all.map(\.workflow)))
        let columns: [Table.Column] = [
            .init(header: "Seat", key: "seat"), .init(header: "As", key: "role"), .init(header: "Kind", key: "kind"),
            .init(header: "Of", key: "workflow"), .init(header: "Name", key: "name"),
            .init(header: "What", key: "title", stretches: true), .init(header: "Where", key: "place"),
        ]
        var answer = Answer(try Table(columns, lines: lines))
        if lines.isEmpty { answer.aside = "Nothing: without a seat nobody may do or read anything." }
        try await context.answer(answer, common)
    }
}
