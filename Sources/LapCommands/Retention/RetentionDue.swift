import ArgumentParser
import UseCases

struct RetentionDue: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "List what time has run out for, the longest past first.",
        discussion: "With --on, as of another day.")

    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let lines = try Session(context, common).ask(ListDisposals())
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "Kept as", key: "kind"),
            .init(header: "Since", key: "since"), .init(header: "What goes", key: "what"),
            .init(header: "Held", key: "held"),
        ]
        let free = lines.filter { !$0.held }
        func option(_ name: String, _ lines: [DueDisposal]) -> String {
            lines.isEmpty ? "" : " --\(name) \(lines.prefix(20).map(\.ref).joined(separator: ","))"
        }
        let about =
            option("issues", free.filter { $0.workflow == "issue" })
            + option("records", free.filter { $0.workflow != "issue" })
        let aside = about.isEmpty ? nil : "Next: lap request receive --kind disposal" + about
        try await context.answer(Answer(try Table(columns, lines: lines), aside: aside), common)
    }
}
