import Ledger
import Register

extension Table {
    /// A row for each of a question's answers: the columns' keys are the names of their members.
    init(_ columns: [Column], lines: [some Encodable]) throws {
        self.init(
            columns,
            rows: try lines.map { line in
                let object = try JSON(encoding: line)
                return columns.map { object[$0.key] ?? .null }
            })
    }
}
