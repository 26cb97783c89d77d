import ArgumentParser
import UseCases

struct Find: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find who rings or writes, by name, telephone number or e-mail address.",
        discussion: """
            Names of those who raised something and of children, in any order and spelling: accents, hyphens and one wrong letter do \
            not matter, and a last * finds beginnings. Of a telephone number the last six digits will do, of an e-mail \
            address what stands before the @.
            """)

    @Argument(help: ArgumentHelp("What they say who they are.", valueName: "words")) var words: [String]
    @Option(help: "At most so many.") var limit = 20
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard limit > 0 else { throw Failure(.usage, "--limit is a number from 1.", hint: "For instance --limit 20.") }
        let found = try Session(context, common).ask(FindPeople(words, limit: limit))
        let columns: [Table.Column] = [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "stateTitle"),
            .init(header: "Area", key: "area"), .init(header: "Received", key: "received"),
            .init(header: "Who", key: "who"), .init(header: "Found by", key: "because"),
            .init(header: "Summary", key: "title", stretches: true),
            .init(header: "State", key: "state", isHidden: true),
            .init(header: "Workflow", key: "workflow", isHidden: true),
        ]
        var answer = Answer(try Table(columns, lines: found))
        if found.isEmpty { answer.aside = "Nobody is found by that among what you may read." }
        if found.count == limit { answer.aside = "The first \(limit); --limit shows more." }
        try await context.answer(answer, common)
    }
}
