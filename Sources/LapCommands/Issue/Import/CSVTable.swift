import UseCases

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

    /// The most bytes a file may have.
    static let limit = 100_000_000

    /// Reads a whole file's bytes. Throws when there is no telling its columns.
    init(_ bytes: [UInt8], encoding: CSVEncoding) throws {
        guard bytes.count <= CSVTable.limit else {
            throw Failure(.badData, "The file is larger than 100 MB.", hint: "Split it, each part with the header.")
        }
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw Failure(.badData, "The file is not UTF-8 text; it is UTF-16.", hint: CSVTable.saveAsUTF8)
        }
        guard let text = encoding.decoded(bytes) else {
            throw Failure(
                .badData, "The file is not \(encoding.rawValue) text: it has bytes that stand for nothing there.",
                hint: CSVTable.saveAsUTF8)
        }
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
        if doubts.contains(where: { $0.row == 1 }) { throw failure { CSVTable.letters($0) } }
        guard !header.allSatisfy(\.isEmpty) else {
            throw Failure(
                .badData, rows.isEmpty && ragged.isEmpty ? "The file is empty." : "Row 1 is empty.",
                hint: "Row 1 names the columns; the rows below it are the issues.")
        }
    }

    /// Throws what makes the rows doubtful, every such problem at once, by the names of the columns.
    func checkText() throws {
        guard !doubts.isEmpty else { return }
        throw failure { columns.indices.contains($0 - 1) ? columns[$0 - 1] : CSVTable.letters($0) }
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

    private static let saveAsUTF8 = "Save it from the spreadsheet as “CSV UTF-8”, or convert it with iconv."

    private static func ragged(_ cells: Int, _ wanted: Int) -> String {
        "it has \(cells) cell\(cells == 1 ? "" : "s"), the header has \(wanted)."
    }

    private func failure(_ name: (Int) -> String) -> Failure {
        var hints: [String] = []
        let lines = doubts.map { problem -> String in
            let sentence: String
            switch problem.kind {
            case .openQuote: sentence = "a quotation mark opens here and is never closed."
            case .strayQuote:
                sentence = "a quotation mark stands inside a cell that does not begin with one."
                hints.append("A cell with quotation marks in it is written \"like \"\"this\"\" one\".")
            case .textAfterQuote: sentence = "there is text behind the closing quotation mark."
            case .nul: sentence = "there is a NUL character, which no text has."
            case .notUTF8:
                sentence = "not UTF-8 text" + (looksLikeWindows1252 ? "; it looks like Windows-1252." : ".")
                hints.append(looksLikeWindows1252 ? "Import it with --encoding windows-1252." : CSVTable.saveAsUTF8)
            }
            return ImportProblem(row: problem.row, column: name(problem.column), sentence: sentence).line
        }
        return Failure(.badData, lines: lines + ["Nothing was imported."], hints: hints)
    }
}
