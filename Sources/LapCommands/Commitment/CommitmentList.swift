import ArgumentParser
import Register
import UseCases

struct CommitmentList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List commitments, the next due first.")

    @Option(help: "Only those of a body.") var body: String?
    @Option(help: ArgumentHelp("Only those somebody sees to.", valueName: "person")) var owner: String?
    @Flag(help: "Only those you see to.") var mine = false
    @Flag(help: "Only those that are late.") var overdue = false
    @Flag(help: "Ended ones too.") var all = false
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        var question = ListCommitments()
        question.filter.body = body
        question.owner = owner
        question.mine = mine
        question.filter.overdue = overdue
        question.filter.all = all
        question.filter.limit = max(1, limit)
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"), .init(header: "Due", key: "due"),
            .init(header: "Seen to by", key: "owner"), .init(header: "Outside", key: "outside"),
            .init(header: "What", key: "title", stretches: true), .init(header: "Decision", key: "decision"),
            .init(header: "Version", key: "version"),
        ]
        try await context.answer(
            Answer(try Table(columns, lines: Session(context, common).ask(question))), common)
    }
}
