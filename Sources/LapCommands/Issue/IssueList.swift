import ArgumentParser
import Register
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
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard limit > 0 else { throw Failure(.usage, "--limit is a number from 1.", hint: "For instance --limit 20.") }
        let workplace = try Session(context, common)
        let (lines, mayRead) = try workplace.read { view, standing in
            (try view.issues(filter(view, today: context.today), as: standing), standing.mayReadSummaries)
        }
        var answer = Answer(Table(ItemJSON.lineColumns, rows: lines.map(ItemJSON.line)))
        if lines.count == limit { answer.aside = "The first \(limit); --limit shows more." }
        if !mayRead { answer.aside = "Summaries are for people with a seat: name yourself with --as." }
        try await context.answer(answer, common)
    }

    private func filter(_ view: View, today: Day) throws -> IssueFilter {
        var filter = IssueFilter()
        let reference = try view.reference
        filter.areas = try names(area, "area", among: reference.areas.map(\.id))
        filter.states = try names(state, "state", among: view.definition("issue").states.map(\.name))
        filter.themes = try names(theme, "theme", among: reference.themes.map(\.id)) { reference.theme($0)?.id }
        filter.owner = try owner.map { name in
            guard let person = try view.person(name) else { throw MemberCommand.unknown(name, view) }
            return person.id
        }
        filter.meeting = try meeting.map { try view.item($0, workflow: "meeting").reference }
        filter.overdue = overdue
        filter.open = open
        filter.raisedFrom = try from.map { try DayText.read($0, today: today) }
        filter.raisedTo = try to.map { try DayText.read($0, today: today) }
        filter.words = text.map { [$0] } ?? []
        filter.limit = limit
        return filter
    }

    private func names(
        _ written: String?, _ kind: String, among known: [String], meaning: (String) -> String? = { _ in nil }
    ) throws -> [String] {
        try (written ?? "").split(separator: ",").map(String.init).map { name in
            if known.contains(name) { return name }
            if let meant = meaning(name) { return meant }
            throw Failure(
                .badData, "There is no \(kind) called “\(Printed.safe(name, limit: 40))”.",
                hint: NearMiss.hint(for: name, among: known) ?? "Known: \(known.joined(separator: ", ")).")
        }
    }
}
