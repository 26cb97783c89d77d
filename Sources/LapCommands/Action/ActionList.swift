import ArgumentParser
import Register

struct ActionList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List actions, counts first, the next due first.")

    @Option(help: ArgumentHelp("Only those of an issue or a meeting.", valueName: "reference")) var of: String?
    @Option(help: ArgumentHelp("Only those somebody owns.", valueName: "person")) var owner: String?
    @Flag(help: "Closed ones too.") var all = false
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let (lines, counts) = try Session(context, common).read { view, standing in
            let owner = try owner.map { name in
                guard let person = try view.person(name) else { throw MemberCommand.unknown(name, view) }
                return person.id
            }
            return (
                try view.actions(of: of, owner: owner, all: all, limit: max(1, limit), as: standing),
                try view.actionCounts()
            )
        }
        var answer = Answer(
            Table(
                [
                    .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"),
                    .init(header: "Due", key: "due"), .init(header: "Owner", key: "owner"),
                    .init(header: "Issue", key: "issue"), .init(header: "Action", key: "title", stretches: true),
                    .init(header: "Version", key: "version"),
                ],
                rows: lines.map { line in
                    [
                        .string(line.reference), .string(line.state), .string(line.due?.description),
                        .string(line.owner),
                        .string(line.issue), .string(line.text), .number(line.version),
                    ]
                }))
        answer.aside = "\(counts.closed) closed, \(counts.open) open, \(counts.overdue) overdue."
        try await context.answer(answer, common)
    }
}
