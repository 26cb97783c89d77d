/// A spreadsheet's table: named columns, and rows of that many cells, which are read from its source whenever they are wanted.
struct CSVTable {
    /// As the header names them.
    let columns: [String]
    /// How many rows there are, without the header and without those that have nothing in them or are ragged.
    let count: Int
    /// Rows that have more cells than the header, or fewer.
    let ragged: [ImportProblem]
    private let source: CSVSource
    private let encoding: CSVEncoding
    /// What makes all rows doubtful, since nobody can tell where the next one begins.
    private let doubts: [CSVReader.Problem]
    private let looksLikeWindows1252: Bool

    /// Reads through a whole file. Throws `TableRefused` when there is no telling its columns.
    init(_ source: CSVSource, encoding: CSVEncoding) throws {
        var reader = try CSVReader(source.pieces(in: encoding))
        let header = try reader.next()?.cells ?? []
        var count = 0
        var ragged: [ImportProblem] = []
        while let row = try reader.next() {
            if row.cells.allSatisfy(\.isEmpty) { continue }
            if row.cells.count == header.count {
                count += 1
            } else {
                ragged.append(
                    ImportProblem(row: row.number, sentence: CSVTable.ragged(row.cells.count, header.count)))
            }
        }
        columns = header
        self.count = count
        self.ragged = ragged
        self.source = source
        self.encoding = encoding
        doubts = reader.problems
        looksLikeWindows1252 = try !doubts.isEmpty && encoding == .utf8 && source.looksLikeWindows1252()
        if doubts.contains(where: { $0.row == 1 }) { throw refusal { CSVTable.letters($0) } }
        guard !header.allSatisfy(\.isEmpty) else {
            throw TableRefused([count == 0 && ragged.isEmpty ? .empty : .emptyHeader])
        }
    }

    /// Throws what makes the rows doubtful, every such problem at once, by the names of the columns.
    func checkText() throws {
        guard !doubts.isEmpty else { return }
        throw refusal { columns.indices.contains($0 - 1) ? columns[$0 - 1] : CSVTable.letters($0) }
    }

    func rows() throws -> Rows { try Rows(self) }

    /// The rows that were counted, from the first. Throws `TableRefused` when the source is no longer what it was.
    struct Rows {
        private let table: CSVTable
        private var reader: CSVReader
        private var left: Int

        fileprivate init(_ table: CSVTable) throws {
            self.table = table
            reader = try CSVReader(table.source.pieces(in: table.encoding))
            left = table.count
            guard try reader.next()?.cells == table.columns else { throw TableRefused([.changed]) }
        }

        mutating func next() throws -> CSVReader.Row? {
            while let row = try reader.next() {
                if row.cells.count != table.columns.count || row.cells.allSatisfy(\.isEmpty) { continue }
                left -= 1
                return row
            }
            guard left == 0, reader.problems == table.doubts else { throw TableRefused([.changed]) }
            return nil
        }
    }

    /// `A`, `B`, … `Z`, `AA`, as a spreadsheet names its columns; they count from 1.
    static func letters(_ column: Int) -> String {
        var left = column
        var letters = ""
        while left > 0 {
            letters = String(Character(Unicode.Scalar(UInt8(65 + (left - 1) % 26)))) + letters
            left = (left - 1) / 26
        }
        return letters
    }

    private static func ragged(_ cells: Int, _ wanted: Int) -> String {
        "it has \(cells) cell\(cells == 1 ? "" : "s"), the header has \(wanted)."
    }

    private func refusal(_ name: (Int) -> String) -> TableRefused {
        TableRefused(
            doubts.map { doubt in
                .text(
                    row: doubt.row, column: name(doubt.column), doubt.kind, looksLikeWindows1252: looksLikeWindows1252)
            })
    }
}
