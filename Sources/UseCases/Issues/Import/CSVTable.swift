/// A spreadsheet's table: named columns, and rows of that many cells.
struct CSVTable {
    /// As the header names them.
    let columns: [String]
    /// Without the header and without rows that have nothing in them.
    let rows: [CSVReader.Row]
    /// Rows that have more cells than the header, or fewer.
    let ragged: [ImportProblem]
    /// What makes all rows doubtful, since nobody can tell where the next one begins.
    private let doubts: [CSVReader.Problem]
    private let looksLikeWindows1252: Bool

    /// Reads a whole file's bytes. Throws `TableRefused` when there is no telling its columns.
    init(_ bytes: [UInt8], encoding: CSVEncoding) throws {
        guard bytes.count <= ImportTable.limit else { throw TableRefused([.tooLarge]) }
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw TableRefused([.utf16])
        }
        guard let text = encoding.decoded(bytes) else { throw TableRefused([.notEncoded(encoding)]) }
        var reader = CSVReader(text)
        let header = reader.next()?.cells ?? []
        var rows: [CSVReader.Row] = []
        var ragged: [ImportProblem] = []
        while let row = reader.next() {
            if row.cells.allSatisfy(\.isEmpty) { continue }
            if row.cells.count == header.count {
                rows.append(row)
            } else {
                ragged.append(
                    ImportProblem(row: row.number, sentence: CSVTable.ragged(row.cells.count, header.count)))
            }
        }
        columns = header
        self.rows = rows
        self.ragged = ragged
        doubts = reader.problems
        looksLikeWindows1252 = !doubts.isEmpty && CSVEncoding.looksLikeWindows1252(text)
        if doubts.contains(where: { $0.row == 1 }) { throw refusal { CSVTable.letters($0) } }
        guard !header.allSatisfy(\.isEmpty) else {
            throw TableRefused([rows.isEmpty && ragged.isEmpty ? .empty : .emptyHeader])
        }
    }

    /// Throws what makes the rows doubtful, every such problem at once, by the names of the columns.
    func checkText() throws {
        guard !doubts.isEmpty else { return }
        throw refusal { columns.indices.contains($0 - 1) ? columns[$0 - 1] : CSVTable.letters($0) }
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
