/// A table with a caption, a header row, and a header cell that begins each row.
public struct PackTable: Codable, Hashable, Sendable {
    public struct Column: Codable, Hashable, Sendable {
        public var title: String
        /// Its share of the width, in relation to the other columns'.
        public var width: Int
        /// The same in hundredths of the table's width. Set when the table is made.
        public var percent: Int
        /// Numbers stand at the right.
        public var isNumber: Bool

        public init(_ title: String, width: Int, isNumber: Bool = false) {
            self.title = title
            self.width = width
            self.percent = 0
            self.isNumber = isNumber
        }
    }

    public struct Cell: Codable, Hashable, Sendable {
        public var text: String
        /// Lines under the text, smaller.
        public var details: [String]
        /// The id of the section that says more.
        public var link: String?
        public var isStrong: Bool
        public var isNumber: Bool
        /// The title of its column, for a page too narrow for columns. Set when the page is made, and not kept.
        var label: String?

        private enum CodingKeys: String, CodingKey {
            case text, details, link, isStrong, isNumber
        }

        public init(_ text: String, details: [String] = [], link: String? = nil, isStrong: Bool = false) {
            self.text = text.oneLine
            self.details = details.map(\.oneLine)
            self.link = link
            self.isStrong = isStrong
            self.isNumber = false
        }
    }

    public struct Row: Codable, Hashable, Sendable {
        /// The header cell.
        public var head: Cell
        /// One for each further column.
        public var cells: [Cell]
        /// Whether it begins a group: a standing item with matters under it.
        public var isGroup: Bool

        public init(_ head: Cell, _ cells: [Cell], isGroup: Bool = false) {
            self.head = head
            self.cells = cells
            self.isGroup = isGroup
        }
    }

    /// The same with the title of its column at each cell that says something.
    var labelled: PackTable {
        var table = self
        for row in rows.indices {
            for (place, column) in zip(rows[row].cells.indices, columns.dropFirst()) {
                let cell = rows[row].cells[place]
                table.rows[row].cells[place].label = cell.text.isEmpty && cell.details.isEmpty ? nil : column.title
            }
        }
        return table
    }

    public var caption: String
    public var columns: [Column]
    public var rows: [Row]
    /// What the reader should know about the numbers.
    public var note: String?

    /// Cells of number columns are marked as such here; a row has as many cells as there are columns after the first.
    public init(caption: String, columns: [Column], rows: [Row], note: String? = nil) {
        self.caption = caption
        let whole = max(1, columns.reduce(0) { $0 + $1.width })
        self.columns = columns.map { column in
            var column = column
            column.percent = column.width * 100 / whole
            return column
        }
        self.note = note
        self.rows = rows.map { row in
            var row = row
            for (index, column) in columns.dropFirst().enumerated() where index < row.cells.count {
                row.cells[index].isNumber = column.isNumber
            }
            return row
        }
    }
}
