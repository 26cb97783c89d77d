import ArgumentParser
import UseCases
import Workflow

struct IssueList: ContextCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List issues, newest first.")

    @Option(help: "Only of these areas, with commas.") var area: String?
    @Option(help: "Only in these states, with commas.") var state: String?
    @Option(help: "Only of these themes, with commas.") var theme: String?
    @Option(help: ArgumentHelp("Only those somebody owns.", valueName: "person")) var owner: String?
    @Option(help: "Only those before this meeting.") var meeting: String?
    @Flag(help: "Only what is past its day, oldest first.") var overdue = false
    @Flag(help: "Only what is not at an end.") var open = false
    @Option(help: ArgumentHelp("Received on this day or later.", valueName: "day")) var from: String?
    @Option(help: ArgumentHelp("Received on this day or earlier.", valueName: "day")) var to: String?
    @Option(help: "Only those that speak of these words.") var text: String?
    @Option(help: "At most so many.") var limit = 50
    @OptionGroup var past: AsOfOption
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard limit > 0 else { throw Failure(.usage, "--limit is a number from 1.", hint: "For instance --limit 20.") }
        var question = try question(today: context.today)
        question.asOf = try past.day(context)
        let listed = try Session(context, common).ask(question, on: question.asOf)
        var answer = Answer(try Table(columns, lines: listed.issues))
        if listed.issues.count == limit { answer.aside = "The first \(limit); --limit shows more." }
        if !listed.readsSummaries { answer.aside = "Summaries are for people with a seat: name yourself with --as." }
        try await context.answer(answer, common)
    }

    private func question(today: Day) throws -> ListIssues {
        func names(_ written: String?) -> [String] { (written ?? "").split(separator: ",").map(String.init) }
        var question = ListIssues()
        question.areas = names(area)
        question.states = names(state)
        question.themes = names(theme)
        question.owner = owner
        question.meeting = meeting
        question.overdue = overdue
        question.open = open
        question.receivedFrom = try from.map { try DayText.read($0, today: today) }
        question.receivedTo = try to.map { try DayText.read($0, today: today) }
        question.words = text.map { [$0] } ?? []
        question.limit = limit
        return question
    }

    private var columns: [Table.Column] {
        [
            .init(header: "Ref", key: "ref"), .init(header: "State", key: "state"),
            .init(header: "Area", key: "area"), .init(header: "Theme", key: "theme"),
            .init(header: "Raised", key: "raised"), .init(header: "Due", key: "due"),
            .init(header: "Owner", key: "owner"), .init(header: "Summary", key: "title", stretches: true),
            .init(header: "Version", key: "version"),
        ]
    }
}
