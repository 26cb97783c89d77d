import ArgumentParser
import Register

struct Search: ContextCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find words in summaries, details and minutes that you may read.",
        discussion:
            "All the words must stand together; endings are forgiven (waiting finds wait), and a last * finds beginnings."
    )

    @Argument(help: "The words.") var words: [String]
    @Option(help: "At most so many.") var limit = 20
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let (found, hasSeat) = try Session(context, common).read { view, standing in
            (try view.search(words, as: standing, limit: max(1, limit)), standing.mayReadSummaries)
        }
        var answer = Answer(
            Table(
                [
                    .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"),
                    .init(header: "Field", key: "field"), .init(header: "Text", key: "text", stretches: true),
                ],
                rows: found.map { [.string($0.reference), .string($0.state), .string($0.field), .string($0.excerpt)] }))
        if found.isEmpty {
            answer.aside = hasSeat ? "Nothing found." : "Search is for people with a seat: name yourself with --as."
        }
        try await context.answer(answer, common)
    }
}
