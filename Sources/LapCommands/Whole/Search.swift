import ArgumentParser
import UseCases

struct Search: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find words in summaries, details and minutes that you may read.",
        discussion:
            "All the words must stand together; endings are forgiven (waiting finds wait), and a last * finds beginnings."
    )

    @Argument(help: "The words.") var words: [String]
    @Option(help: "At most so many.") var limit = 20
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let answered = try Session(context, common).ask(SearchText(words, limit: limit))
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"),
            .init(header: "Field", key: "field"), .init(header: "Text", key: "text", stretches: true),
        ]
        var answer = Answer(try Table(columns, lines: answered.found))
        if answered.found.isEmpty {
            answer.aside =
                answered.maySearch
                ? "Nothing found." : "Search is for people with a seat: name yourself with --as."
        }
        try await context.answer(answer, common)
    }
}
