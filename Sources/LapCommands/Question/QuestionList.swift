import ArgumentParser
import Register
import UseCases

struct QuestionList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what members asked or noted, the next due first.")

    @Option(help: "Only about this issue.") var issue: String?
    @Flag(help: "Only what is late.") var overdue = false
    @Flag(help: "What was answered, noted or withdrawn too.") var all = false
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        var question = ListQuestions()
        question.filter.of = issue
        question.filter.overdue = overdue
        question.filter.all = all
        question.filter.limit = max(1, limit)
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"),
            .init(header: "Issue", key: "issue"), .init(header: "By", key: "by"),
            .init(header: "Stance", key: "stance"), .init(header: "Due", key: "due"),
            .init(header: "What", key: "title", stretches: true),
            .init(header: "Answer", key: "answer", stretches: true), .init(header: "Version", key: "version"),
        ]
        try await context.answer(
            Answer(try Table(columns, lines: Session(context, common).ask(question))), common)
    }
}
