import Workflow

/// Rows that say what issues are to be logged, each a cell for each column.
public struct ImportTable: Sendable {
    public struct Column: Sendable {
        /// As its header names it.
        public let name: String
        public let field: Field
        /// What stands for what is written in a cell, by that in lower case; nothing for an empty one.
        public let words: [String: String]

        public init(name: String, field: Field, words: [String: String] = [:]) {
            self.name = name
            self.field = field
            self.words = words
        }

        /// A cell as it is to be read.
        func meant(_ cell: String) -> String { words.isEmpty ? cell : words[ImportTable.folded(cell)] ?? cell }
    }

    static func folded(_ cell: String) -> String {
        cell.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
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
    ///   - meanings: what is written in a column, and what it stands for; the column as its header or its field is called.
    ///   - ignored: columns to leave out.
    /// - Throws: `TableRefused`, with every problem that can be told.
    public init(
        csv source: CSVSource, encoding: CSVEncoding = .utf8, for definition: Definition,
        mapping mapped: [(column: String, field: String)] = [],
        meaning meanings: [(column: String, written: String, value: String)] = [], ignoring ignored: [String] = []
    ) throws {
        table = try CSVTable(source, encoding: encoding)
        let events = try ImportIssues.events(of: definition)
        let chosen = try ImportColumns(
            header: table.columns, event: events[0], or: Array(events.dropFirst()), definition: definition,
            mapped: mapped, ignored: ignored
        ).columns
        func isMeant(_ name: String, _ column: ImportColumns.Column) -> Bool {
            [column.name, column.field.name].contains { Self.folded($0) == Self.folded(name) }
        }
        let lost = meanings.filter { meaning in !chosen.contains { isMeant(meaning.column, $0) } }
        guard lost.isEmpty else {
            throw TableRefused(
                lost.map {
                    .noColumn(
                        $0.column, isLeftOut: false,
                        nearest: NearMiss.nearest(to: $0.column, among: chosen.map(\.name)))
                })
        }
        columns = chosen.map { column in
            let words = meanings.filter { isMeant($0.column, column) }.map { (Self.folded($0.written), $0.value) }
            return Column(name: column.name, field: column.field, words: Dictionary(words) { $1 })
        }
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
