import ArgumentParser
import Ledger
import Partnership
import UseCases
import Workflow

/// What every report takes.
struct ReportOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

    @Option(help: ArgumentHelp("The quarter, like 2019-Q2; the last that has ended unless told.", valueName: "quarter"))
    var quarter: String?
    @Option(help: ArgumentHelp("One area alone.", valueName: "area")) var area: String?
    @Option(help: "As text, as a spreadsheet's CSV or in JSON.") var format: Format?
    @Flag(help: "For anybody outside: closed quarters alone, in rounded numbers.") var `public` = false

    var scope: ReportScope { ReportScope(quarter: quarter, area: area, isPublic: `public`) }
}

extension Context {
    /// Prints a report in the format that is asked for.
    func answer(_ report: ToldReport, _ options: ReportOptions, _ common: CommonOptions) async throws {
        guard options.format == nil || options.format == .json || !common.json else {
            throw Failure(.usage, "--json and --format are several formats.", hint: "Give one of them.")
        }
        let json = try JSON(encoding: report)
        switch options.format {
        case .csv: console.write(report.csv)
        case .json: console.write(try json.picking(common.jsonFields).text + "\n")
        case .text, nil: try await answer(Answer(report.text(width: console.width), json: json), common)
        }
    }
}

extension ToldReport {
    /// A line for each figure, so that tables of any columns stand in one.
    fileprivate var csv: String {
        LapCommands.Table(
            [
                .init(header: "Report", key: "report"), .init(header: "Quarter", key: "quarter"),
                .init(header: "As of", key: "to"), .init(header: "Table", key: "table"),
                .init(header: "Row", key: "row"),
                .init(header: "Column", key: "column"), .init(header: "Figure", key: "figure"),
            ],
            rows: tables.flatMap { table in
                table.rows.flatMap { row in
                    table.columns.compactMap { column -> [JSON]? in
                        guard let value = row.values[column.id] else { return nil }
                        let words = [title, quarter, to.description, table.title, row.title, column.title]
                        return words.map(JSON.string) + [.string(value.text)]
                    }
                }
            }
        ).csv
    }

    fileprivate func text(width: Int) -> String {
        let heads = ["\(title), \(quarter): \(from.words) to \(to.words), as the record stood at the end of that day\n"]
        return
            (heads
            + tables.map { table in
                let columns =
                    [LapCommands.Table.Column(header: table.title, key: "title", stretches: true)]
                    + table.columns.map { .init(header: $0.title, key: $0.id) }
                let rows = table.rows.map { row in
                    [JSON.string(row.title)] + table.columns.map { .string(row.values[$0.id]?.text ?? "–") }
                }
                let note = table.note.map { Printed.wrapped($0, width: width).joined(separator: "\n") + "\n" } ?? ""
                let text = LapCommands.Table(columns, rows: rows).text(forTerminal: true, width: width)
                return (text.isEmpty ? "\(table.title): nothing to count.\n" : text) + note
            }).joined(separator: "\n")
    }
}
