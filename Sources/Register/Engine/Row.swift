import Workflow

/// One row of a query's answer. Columns are asked for by the names the SQL gives them.
public struct Row: Sendable {
    let columns: [String: Int]
    let values: [SQLValue]

    subscript(_ column: String) -> SQLValue {
        guard let index = columns[column] else {
            preconditionFailure("The query answers with no column \(column)")
        }
        return values[index]
    }

    func text(_ column: String) -> String? { self[column].text }
    func integer(_ column: String) -> Int? { self[column].integer }
    func day(_ column: String) -> Day? { self[column].text.flatMap { Day(iso: $0) } }

    /// The text of a column that the schema says is never empty.
    func word(_ column: String) -> String { self[column].text ?? "" }
    /// The number of a column that the schema says is never empty.
    func count(_ column: String) -> Int { self[column].integer ?? 0 }
}
