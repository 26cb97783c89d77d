import ArgumentParser
import Foundation
import Ledger
import Register
import UseCases

struct MemberImport: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Seat everybody whom a spreadsheet's CSV file names.",
        discussion: """
            Row 1 names the columns: name and seat (BODY/ROLE), and email, organisation, from and to where there are \
            such. Every problem is told with its row, and nothing is written unless all rows are good. Who is on record \
            already is given the seat, unless they hold it.
            """)

    @Argument(help: "The CSV file; - for standard input.") var file: String
    @Option(help: ArgumentHelp("utf-8 or windows-1252.", valueName: "encoding"))
    var encoding = CSVEncoding.utf8
    @OptionGroup var common: CommonOptions

    func run(_ context: Context) async throws {
        let session = try Session(context, common)
        let today = context.today
        do {
            let deed = try ImportMembers(csv: .named(file, context), encoding: encoding) {
                try? DayText.read($0, today: today)
            }
            let done = try session.perform(deed)
            let imported = done.answer
            let counts = [
                (imported.added.count, "added"), (imported.seated.count, "given a seat"),
                (imported.there.count, "seated already"),
            ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
            try await context.answer(
                Answer("\(counts).\nUndo with: lap undo \(done.operation)\n", json: JSON(encoding: imported)), common)
        } catch let refused as ImportMembers.Refused {
            let bad = Set(refused.problems.map(\.row)).count
            let last = "Nothing was imported: \(bad) of \(refused.rows) row\(refused.rows == 1 ? "" : "s") cannot be."
            throw Failure(
                .badData, lines: refused.problems.map(\.line) + [last], hints: refused.problems.flatMap(\.hints))
        }
    }
}
