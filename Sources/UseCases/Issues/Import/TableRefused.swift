/// A file is no table of issues. Nothing of it was imported, and nothing that a cell says is repeated here.
public struct TableRefused: Error {
    /// Every problem there is, in the order of the file.
    public let problems: [TableProblem]

    init(_ problems: [TableProblem]) { self.problems = problems }
}

/// What is wrong with a file that is to be imported. Columns without a name go by their letters, `A`, `AB`.
public enum TableProblem: Hashable, Sendable {
    /// It has more bytes than `ImportTable.limit`.
    case tooLarge
    /// It is text of two bytes a character.
    case utf16
    /// It has bytes that stand for nothing in the encoding it is said to have.
    case notEncoded(CSVEncoding)
    /// The text of a cell is doubtful, and so is where the next one begins.
    case text(row: Int, column: String, CSVReader.Problem.Kind, looksLikeWindows1252: Bool)
    /// It is not what it was when its columns were read.
    case changed
    case empty
    case emptyHeader
    case noRows
    /// None of its columns is named like a field.
    case noHeader
    /// A column that is to be mapped, or left out, is not there.
    case noColumn(String, isLeftOut: Bool, nearest: String?)
    /// A column is mapped to what is no field that can be given.
    case noField(String, nearest: String?)
    case unnamed(column: String)
    /// The field that a column names is not given when an issue is logged.
    case notGiven(column: String, name: String)
    case unknown(column: String, name: String, nearest: String?)
    case twice(columns: String, String, field: String)
    /// No column gives a field that must be given.
    case missing(field: String, title: String)
}
