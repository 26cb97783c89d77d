import ArgumentParser
import Ledger
import Register
import UseCases
import Workflow

struct IssueImport: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Log an issue for each row of a spreadsheet's CSV file.",
        discussion: """
            Row 1 names the columns: fields of lap issue raise, by name or title, or others with --map. Cells are \
            separated by commas, semicolons or tabs; an empty one gives nothing. Days may be written 01/04/2019. Every \
            problem is told with its row and column, and nothing is written unless all rows are good. Each issue is \
            logged on the day it was received, which must not be after today or --on, and all of them in one operation \
            that lap undo can reverse.
            """)

    @Argument(help: "The CSV file; - for standard input.") var file: String
    @Option(
        help: ArgumentHelp(
            "Which field a column gives, or what is meant by what stands in one, as in theme:Speech=salt, with blank for an empty cell.",
            valueName: "column=field"))
    var map: [String] = []
    @Option(help: ArgumentHelp("A file with such lines, one --map each.", valueName: "file")) var mapping: String?
    @Option(help: ArgumentHelp("Where to save what was mapped, for --mapping.", valueName: "file")) var saveMapping:
        String?
    @Option(help: ArgumentHelp("A column to leave out; may be given several times.", valueName: "column"))
    var ignore: [String] = []
    @Option(help: ArgumentHelp("utf-8 or windows-1252.", valueName: "encoding"))
    var encoding = CSVEncoding.utf8
    @Flag(name: .customLong("keep-good"), help: "Write the good rows although others are bad.") var keepGood = false
    @Flag(help: "Log once more what says the same as an issue on record.") var again = false
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let maps = try ImportMapping(
            map + ignore.map { "\($0)=" }, after: mapping.map { try ImportMapping(file: $0, context) })
        let table = try ImportTable(
            csv: .named(file, context), encoding: encoding, for: session.rulebook.definition("issue"),
            mapping: maps.fields, meaning: maps.meanings, ignoring: maps.ignored)
        // What was typed is kept, whatever becomes of the rows.
        if let saveMapping { try maps.save(to: saveMapping, context) }
        let reading = FieldReading(today: session.day, standardInput: { "" })
        let bar = ProgressBar(context.console)
        let deed = ImportIssues(
            table, keepingGood: keepGood, repeating: again, reading: reading.read, progress: bar.show(_:of:))
        let (result, operation): (Imported, Int?)
        do {
            defer { bar.clear() }
            (result, operation) = try session.perform(deed, rehearsing: dryRun)
        } catch let refused as ImportIssues.Refused {
            throw failure(refused.result)
        }
        let alike = try operation == nil ? [] : alike(among: result.refs, session)
        let telling = ImportTelling(result: result, operation: operation)
        let details =
            try operation == nil
            ? [] : session.workplace.details(inOpenFieldsOf: result.refs, for: session.request)
        let json = telling.json.adding("warnings", try JSON(encoding: details))
        try await context.answer(Answer(telling.text, json: json), common)
        if !common.json { context.console.complain(DetailWarning(details: details).text) }
        if !common.json, !alike.isEmpty { context.console.complain(alike.joined(separator: "\n") + "\n") }
        if let operation, !common.json { context.console.complain("Undo with: lap undo \(operation)\n") }
        if !result.problems.isEmpty { throw failure(result) }
    }

    /// Where so many are alike now that one systemic issue says it for all, area by area.
    private func alike(among refs: [String], _ session: Session) throws -> [String] {
        try session.ask(FindAlike(with: refs)).map {
            "\($0.refs.count) alike in \($0.area) within \($0.days) days, \($0.title): "
                + "\(ImportTelling.ranges($0.refs.reversed())). Consider one systemic issue for all."
        }
    }

    /// Every problem, and what became of the other rows.
    private func failure(_ result: Imported) -> Failure {
        let (left, logged) = (result.leftOut.count, result.count)
        let rows = "\(left) of \(result.rows) row\(result.rows == 1 ? "" : "s")"
        let last =
            keepGood && logged > 0
            ? "\(rows) left out; \(logged) issue\(logged == 1 ? "" : "s") \(dryRun ? "would be " : "")logged."
            : "Nothing was imported: \(rows) cannot be."
        return Failure(
            result.problems.allSatisfy(\.isAboutRole) ? .notPermitted : .badData,
            lines: result.problems.map(\.line) + [last], hints: result.problems.flatMap(\.hints))
    }
}
