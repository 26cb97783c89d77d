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
    }

    public let columns: [Column]
    /// Rows that are no rows of this table, each with why.
    public let unfit: [ImportProblem]
    private let table: CSVTable
    /// Where each column stands among the file's.
    private let places: [Int]

    /// How many rows there are.
    public var count: Int { table.count }

    /// The header's name of the column that gives a field; nil when none does.
    func name(of field: String) -> String? { columns.first { $0.field.name == field }?.name }

    /// The most bytes a file may have.
    public static let limit = 1_000_000_000

    /// Reads a spreadsheet's text file whose row 1 names the columns. A column gives the field of its name or title, or the
    /// one that it is mapped to.
    ///
    /// - Parameters:
    ///   - definition: of the items that its rows are.
    ///   - mapped: fields by the columns that give them.
    ///   - ignored: columns to leave out.
    /// - Throws: `TableRefused`, with every problem that can be told.
    public init(
        csv source: CSVSource, encoding: CSVEncoding = .utf8, for definition: Definition,
        mapping mapped: [(column: String, field: String)] = [], ignoring ignored: [String] = []
    ) throws {
        table = try CSVTable(source, encoding: encoding)
        let chosen = try ImportColumns(
            header: table.columns, event: ImportIssues.event(of: definition), definition: definition, mapped: mapped,
            ignored: ignored
        ).columns
        columns = chosen.map { Column(name: $0.name, field: $0.field) }
        places = chosen.map(\.index)
        unfit = table.ragged
        try table.checkText()
        guard table.count > 0 || !table.ragged.isEmpty else { throw TableRefused([.noRows]) }
    }

    /// The rows, read anew from the file. Throws `TableRefused` when that is no longer what it was.
    func rows() throws -> Rows { Rows(rows: try table.rows(), places: places) }

    struct Rows {
        fileprivate var rows: CSVTable.Rows
        fileprivate let places: [Int]

        mutating func next() throws -> Row? {
            try rows.next().map { row in Row(number: row.number, cells: places.map { row.cells[$0] }) }
        }
    }
}
