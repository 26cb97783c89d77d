import ArgumentParser
import Ledger
import UseCases
import Workflow

struct IssueList: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List issues, newest first.",
        discussion: """
            Fields of the workflow that hold choices, flags, numbers, days or names are options too: --scope systemic, --severity \
            3.., --suspended, --district lancaster,wyre, --urgency none.
            """)

    /// Its own options: a field that is called like one of them is asked for with --where.
    static let own: Set<String> = [
        "area", "state", "theme", "owner", "meeting", "overdue", "open", "from", "to", "text", "where", "waiting-for",
        "sort", "reverse", "columns", "csv", "limit", "as-of", "register", "as", "on", "json", "json-fields",
        "no-pager", "color", "help", "version",
    ]

    @Option(help: "Only of these areas, with commas.") var area: String?
    @Option(help: "Only in these states or groups of states, with commas; open and ended too.") var state: String?
    @Option(help: "Only of these themes, with commas.") var theme: String?
    @Option(help: ArgumentHelp("Only those somebody owns; me for oneself.", valueName: "person")) var owner: String?
    @Option(help: "Only those before this meeting.") var meeting: String?
    @Flag(help: "Only what is past its day, oldest first.") var overdue = false
    @Flag(help: "Only what is not at an end.") var open = false
    @Option(help: ArgumentHelp("Received on this day or later.", valueName: "day")) var from: String?
    @Option(help: ArgumentHelp("Received on this day or earlier.", valueName: "day")) var to: String?
    @Option(help: "Only those that speak of these words.") var text: String?
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only where a field holds one of these values, with commas; none for empty, 3.. and 2..4 for limits.",
            valueName: "field=value"))
    var conditions: [String] = []
    @Option(
        help: ArgumentHelp("Only what this role or person has to bring on; me for oneself.", valueName: "whom"))
    var waitingFor: String?
    @Option(help: ArgumentHelp("In the order of a column or a field.", valueName: "column")) var sort: String?
    @Flag(help: "In the opposite order.") var reverse = false
    @Option(help: "These columns and fields, with commas, in place of the usual ones.") var columns: String?
    @Flag(help: "As a spreadsheet's CSV, with a header; all of them unless --limit says less.") var csv = false
    @Option(help: "At most so many; 50 unless told.") var limit: Int?
    @OptionGroup var past: AsOfOption
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        guard limit ?? 1 > 0 else {
            throw Failure(.usage, "--limit is a number from 1.", hint: "For instance --limit 20.")
        }
        guard !csv || !common.json else {
            throw Failure(.usage, "--csv and --json are two formats.", hint: "Give one of them.")
        }
        var question = try question(today: context.today)
        question.asOf = try past.day(context)
        let asked = askedColumns
        question.columns = asked.map(\.key).filter { !Self.known.map(\.key).contains($0) }
        let session = try Session(context, common)
        let listed = try session.ask(question, on: question.asOf)
        let shown = asked.map {
            Table.Column(
                header: listed.titles[$0.key] ?? $0.header, key: $0.key, stretches: $0.stretches,
                narrowest: $0.narrowest,
                words: listed.words[$0.key] ?? [:], isHidden: columns == nil && $0.isHidden)
        }
        let table = Table(shown, rows: try listed.issues.map { try row(of: $0, shown) })
        if csv { return context.console.write(table.csv) }
        var answer = Answer(table)
        if listed.issues.count == question.limit { answer.aside = "The first \(question.limit); --limit shows more." }
        if !listed.readsSummaries { answer.aside = "Summaries are for people with a seat: name yourself with --as." }
        try await context.answer(answer, common)
    }

    private func question(today: Day) throws -> ListIssues {
        func names(_ written: String?) -> [String] {
            (written ?? "").split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        }
        let reading = FieldReading(today: today) { "" }
        var question = ListIssues(reading: reading.read)
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
        question.conditions = try conditions.map { condition in
            let parts = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw Failure(.usage, "--where needs a field and a value.", hint: "Write --where severity=3..")
            }
            return (parts[0], parts[1])
        }
        question.waitingFor = waitingFor
        question.sort = sort
        question.reverse = reverse
        question.limit = limit ?? (csv ? Int.max : 50)
        return question
    }

    private func row(of line: IssueLine, _ columns: [Table.Column]) throws -> [JSON] {
        let object = try JSON(encoding: line)
        return columns.map { object[$0.key] ?? .string(line.more[$0.key]) }
    }

    /// The columns that are shown: the usual ones, or those that were asked for, each once.
    private var askedColumns: [Table.Column] {
        guard let columns else { return Self.known }
        return columns.split(separator: ",").map { written in
            let name = written.split(separator: " ").joined()
            return Self.known.first { $0.key == name || $0.header.lowercased().replacing(" ", with: "-") == name }
                ?? Table.Column(header: name, key: name)
        }.reduce(into: []) { shown, column in
            if !shown.contains(where: { $0.key == column.key }) { shown.append(column) }
        }
    }

    private static let known: [Table.Column] = [
        .init(header: "Ref", key: "ref"), .init(header: "State", key: "state", stretches: true, narrowest: 8),
        .init(header: "Area", key: "area"), .init(header: "Theme", key: "theme", stretches: true, narrowest: 8),
        .init(header: "Raised", key: "raised"), .init(header: "Due", key: "due"),
        .init(header: "Owner", key: "owner"), .init(header: "Waits for", key: "waitsFor", isHidden: true),
        .init(header: "Summary", key: "title", stretches: true), .init(header: "Version", key: "version"),
    ]
}
