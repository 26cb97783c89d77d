import Register
import class Register.Operation
import Workflow

/// Begins an issue for each row of a table, inside one operation of the register.
struct RowImport {
    let table: CSVTable
    let columns: ImportColumns
    /// Write good rows although others are bad.
    let keepsGood: Bool
    let today: Day

    /// What came of the rows.
    struct Result {
        /// How many rows there were.
        var rows: Int
        /// References in the order of the rows.
        var logged: [String] = []
        /// Those among them whose safeguarding screen is not clear.
        var unsafe: [String] = []
        /// In the order of the rows.
        var problems: [ImportProblem] = []
        /// The rows that were left out.
        var leftOut: Set<Int> = []
    }

    /// Thrown out of the operation, so that nothing of it is written.
    struct Refused: Error {
        let result: Result
    }

    /// - Throws: `Refused` when a row is bad, and good ones are not to be kept or there are none.
    func run(in operation: Operation, as standing: Standing) throws -> Result {
        var reading = RowReading(columns, today: today, view: operation.view)
        var result = Result(
            rows: table.rows.count + table.ragged.count, problems: table.ragged,
            leftOut: Set(table.ragged.map(\.row)))
        for row in table.rows {
            let (given, cells) = try reading.read(row)
            // As with lap issue raise: it was logged on the day it was received, unless that lies ahead.
            var day = operation.on
            if case .day(let received) = given["received"] { day = min(received, day) }
            if cells.isEmpty, keepsGood || result.problems.isEmpty {
                do {
                    let issue = try operation.begin("issue", given: given, as: standing, on: day).item
                    result.logged.append(issue.reference)
                    if issue.text("safeguarding") != "no" { result.unsafe.append(issue.reference) }
                    continue
                } catch RegisterError.refused(let reasons) {
                    note(reasons, of: row, besides: [:], in: &result)
                }
            } else {
                let reasons = try operation.objections(
                    toBeginning: "issue", given: given, as: standing, on: day)
                if cells.isEmpty, reasons.isEmpty { continue }
                note(reasons, of: row, besides: cells, in: &result)
            }
        }
        result.problems.sort { $0.row < $1.row }
        guard result.problems.isEmpty || (keepsGood && !result.logged.isEmpty) else { throw Refused(result: result) }
        return result
    }

    private func hint(on reason: Reason) -> String? {
        guard reason.kind != .missing, reason.kind != .stateNeeds, !reason.remedies.isEmpty else { return nil }
        return reason.hints(noun: .of(workflow: "issue"), reference: nil).joined(separator: " ")
    }

    /// A field whose cell is bad needs no further reason; and while the area is not known, neither are the roles towards it.
    private func note(
        _ reasons: [Reason], of row: CSVReader.Row, besides cells: [String: ImportProblem], in result: inout Result
    ) {
        result.leftOut.insert(row.number)
        result.problems += columns.columns.compactMap { cells[$0.field.name] }
        let hasPlace = !reasons.contains { $0.field == "area" } && cells["area"] == nil && cells["district"] == nil
        for reason in reasons where reason.field.map({ cells[$0] == nil }) ?? (hasPlace || reason.kind != .role) {
            result.problems.append(
                ImportProblem(
                    row: row.number, column: reason.field.flatMap(columns.name(of:)),
                    sentence: reason.code.map { "\(reason.sentence) (\($0))" } ?? reason.sentence,
                    hint: hint(on: reason),
                    isAboutRole: reason.kind == .role))
        }
    }
}
