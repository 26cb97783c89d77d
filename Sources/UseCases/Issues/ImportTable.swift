import Workflow

/// Rows that say what issues are to be logged, each a cell for each column.
public struct ImportTable: Sendable {
    public struct Column: Sendable {
        /// As its header names it.
        public let name: String
        public let field: Field

        public init(name: String, field: Field) {
            self.name = name
            self.field = field
        }
    }

    public struct Row: Sendable {
        /// As a spreadsheet shows it: the header is row 1.
        public let number: Int
        /// In the order of the columns.
        public let cells: [String]

        public init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    public let columns: [Column]
    public let rows: [Row]
    /// Rows that are no rows of this table, each with why.
    public let unfit: [ImportProblem]

    public init(columns: [Column], rows: [Row], unfit: [ImportProblem] = []) {
        self.columns = columns
        self.rows = rows
        self.unfit = unfit
    }

    /// The header's name of the column that gives a field; nil when none does.
    func name(of field: String) -> String? { columns.first { $0.field.name == field }?.name }
}
