/// One row of a query's answer. Columns are asked for by the names the SQL gives them.
public struct Row: Sendable {
    /// Their names, in the order of the values: shared by all rows of an answer, and few enough to be looked through.
    let columns: [String]
    public let values: [SQLValue]

    public subscript(_ column: String) -> SQLValue {
        guard let index = columns.lastIndex(of: column) else {
            preconditionFailure("The query answers with no column \(column)")
        }
        return values[index]
    }

    public func text(_ column: String) -> String? { self[column].text }
    public func integer(_ column: String) -> Int? { self[column].integer }

    /// The text of a column that the schema says is never empty.
    public func word(_ column: String) -> String { self[column].text ?? "" }
    /// The number of a column that the schema says is never empty.
    public func count(_ column: String) -> Int { self[column].integer ?? 0 }
}
