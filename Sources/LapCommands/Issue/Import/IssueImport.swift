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
    @Option(help: ArgumentHelp("Which field a column gives; may be given several times.", valueName: "column=field"))
    var map: [String] = []
    @Option(help: ArgumentHelp("A column to leave out; may be given several times.", valueName: "column"))
    var ignore: [String] = []
    @Option(help: ArgumentHelp("utf-8 or windows-1252.", valueName: "encoding"))
    var encoding = CSVEncoding.utf8
    @Flag(name: .customLong("keep-good"), help: "Write the good rows although others are bad.") var keepGood = false
    @Flag(name: [.customShort("n"), .customLong("dry-run")], help: "Say what would happen, and change nothing.")
    var dryRun = false
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let table = try ImportTable(
            csv: .named(file, context), encoding: encoding, for: session.rulebook.definition("issue"),
            mapping: mapping,
            ignoring: ignore)
        let reading = FieldReading(today: session.day, standardInput: { "" })
        let deed = ImportIssues(table, keepingGood: keepGood, reading: reading.read)
        let (result, operation): (Imported, Int?)
        do {
            (result, operation) = try session.perform(deed, rehearsing: dryRun)
        } catch let refused as ImportIssues.Refused {
            throw failure(refused.result)
        }
        let telling = ImportTelling(result: result, operation: operation)
        let details =
            try operation == nil
            ? [] : session.workplace.details(inOpenFieldsOf: result.refs, for: session.request)
        let json = telling.json.adding("warnings", try JSON(encoding: details))
        try await context.answer(Answer(telling.text, json: json), common)
        if !common.json { context.console.complain(DetailWarning(details: details).text) }
        if let operation, !common.json { context.console.complain("Undo with: lap undo \(operation)\n") }
        if !result.problems.isEmpty { throw failure(result) }
    }

    /// `Date received=received` in its parts.
    private var mapping: [(column: String, field: String)] {
        get throws {
            try map.map { option in
                guard let sign = option.lastIndex(of: "=") else {
                    throw Failure(
                        .usage, "--map needs a column and a field.",
                        hint: "For instance --map \"Date received=received\".")
                }
                return (String(option[..<sign]), String(option[sign...].dropFirst()))
            }
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
