import ArgumentParser
import Register
import UseCases

struct ActionList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List actions, counts first, the next due first.")

    @Option(help: ArgumentHelp("Only those of an issue or a meeting.", valueName: "reference")) var of: String?
    @Option(help: ArgumentHelp("Only those somebody owns.", valueName: "person")) var owner: String?
    @Option(help: "Only those of a body.") var body: String?
    @Flag(help: "Only those you own.") var mine = false
    @Flag(help: "Only those past their day.") var overdue = false
    @Flag(help: "Closed ones too.") var all = false
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        var question = ListActions()
        question.filter.of = of
        question.owner = owner
        question.mine = mine
        question.filter.body = body
        question.filter.overdue = overdue
        question.filter.all = all
        question.filter.limit = max(1, limit)
        let listed = try Session(context, common).ask(question)
        let counts = "\(listed.closed) closed, \(listed.open) open, \(listed.overdue) overdue."
        try await context.answer(Answer(try Table(columns, lines: listed.actions), aside: counts), common)
    }

    private var columns: [Table.Column] {
        [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"), .init(header: "Due", key: "due"),
            .init(header: "Owner", key: "owner"), .init(header: "Issue", key: "issue"),
            .init(header: "Action", key: "title", stretches: true), .init(header: "Version", key: "version"),
        ]
    }
}
