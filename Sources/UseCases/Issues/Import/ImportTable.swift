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

    /// The most bytes a file may have.
    public static let limit = 100_000_000

    /// Reads a spreadsheet's text file whose row 1 names the columns. A column gives the field of its name or title, or the
    /// one that it is mapped to.
    ///
    /// - Parameters:
    ///   - definition: of the items that its rows are.
    ///   - mapped: fields by the columns that give them.
    ///   - ignored: columns to leave out.
    /// - Throws: `TableRefused`, with every problem that can be told.
    public init(
        csv bytes: [UInt8], encoding: CSVEncoding = .utf8, for definition: Definition,
        mapping mapped: [(column: String, field: String)] = [], ignoring ignored: [String] = []
    ) throws {
        let table = try CSVTable(bytes, encoding: encoding)
        let columns = try ImportColumns(
            header: table.columns, event: ImportIssues.event(of: definition), definition: definition, mapped: mapped,
            ignored: ignored)
        try table.checkText()
        guard !table.rows.isEmpty || !table.ragged.isEmpty else { throw TableRefused([.noRows]) }
        self = columns.rows(of: table)
    }
}
