import ArgumentParser
import UseCases

struct RetentionDue: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "List the issues for which time has run out, the longest past first.",
        discussion: "With --on, as of another day.")

    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let lines = try Session(context, common).ask(ListDisposals())
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "Kept as", key: "kind"),
            .init(header: "Since", key: "since"), .init(header: "What goes", key: "what"),
            .init(header: "Held", key: "held"),
        ]
        let free = lines.filter { !$0.held }.map(\.ref)
        let aside =
            free.isEmpty
            ? nil : "Next: lap request receive --kind disposal --issues \(free.prefix(20).joined(separator: ","))"
        try await context.answer(Answer(try Table(columns, lines: lines), aside: aside), common)
    }
}
