import Register
import Workflow

/// Reads the cells of rows as values of fields. What a cell says of anything but free text is worked out once per column,
/// since a log says the same few things over and over.
struct CellReading {
    private let columns: [ImportTable.Column]
    private let reading: ImportIssues.Reading
    private let view: View
    /// By column, then by what the cell says.
    private var known: [[String: Result<Value, CellProblem>]]

    /// The most different cells of one column that are remembered.
    private static let remembered = 10_000

    init(_ columns: [ImportTable.Column], reading: @escaping ImportIssues.Reading, view: View) {
        self.columns = columns
        self.reading = reading
        self.view = view
        known = Array(repeating: [:], count: columns.count)
    }

    /// The row's values by field, and what is wrong with its cells by field. An empty cell gives nothing.
    mutating func read(
        _ row: ImportTable.Row
    ) throws -> (given: [String: Value], problems: [String: ImportProblem]) {
        var given: [String: Value] = [:]
        given.reserveCapacity(columns.count)
        var problems: [String: ImportProblem] = [:]
        for (position, column) in columns.enumerated() {
            let text = column.meant(row.cells[position])
            if text.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { continue }
            switch try read(text, at: position, as: column.field) {
            case .success(let value): given[column.field.name] = value
            case .failure(let problem):
                problems[column.field.name] = ImportProblem(
                    row: row.number, column: column.name, sentence: problem.sentence, remedies: problem.remedies)
            }
        }
        return (given, problems)
    }

    private mutating func read(
        _ text: String, at position: Int, as field: Field
    ) throws -> Result<Value, CellProblem> {
        switch field.kind {
        case .line, .text: return reading(text, field).mapError(CellProblem.init)
        default: break
        }
        if let found = known[position][text] { return found }
        let result = try resolved(reading(text, field), of: field)
        if known[position].count < CellReading.remembered { known[position][text] = result }
        return result
    }

    private func resolved(
        _ result: Result<Value, FieldProblem>, of field: Field
    ) throws -> Result<Value, CellProblem> {
        guard case .success(let value) = result else { return result.mapError(CellProblem.init) }
        do {
            return .success(try view.resolved(value, of: field))
        } catch RegisterError.badInput(_, let remedies) {
            return .failure(CellProblem(unknown: field.kind.thing, remedies: remedies))
        } catch RegisterError.notFound(_, let remedies) {
            return .failure(CellProblem(unknown: field.kind.thing, remedies: remedies))
        }
    }
}

/// What is wrong with a cell.
private struct CellProblem: Error {
    let sentence: String
    let remedies: [Remedy]

    init(_ problem: FieldProblem) {
        sentence = problem.sentence
        remedies = .said(problem.hint)
    }

    init(unknown thing: String, remedies: [Remedy]) {
        sentence = "the register has no such \(thing)."
        self.remedies = remedies
    }
}

extension Field.Kind {
    /// What a reference refers to, in words: `plan action`.
    fileprivate var thing: String {
        switch self {
        case .reference(let kind), .references(let kind): kind.replacing("-", with: " ")
        default: "thing"
        }
    }
}
