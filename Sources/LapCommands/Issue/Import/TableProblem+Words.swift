import ArgumentParser
import UseCases
import Workflow

extension CSVEncoding: ExpressibleByArgument {}

extension Failure {
    init(_ refused: TableRefused) {
        var lines = refused.problems.map(\.line)
        let isCellByCell = refused.problems.allSatisfy(\.isOfSomeCell)
        if isCellByCell { lines.append("Nothing was imported.") }
        self.init(.badData, lines: lines, hints: refused.problems.compactMap(\.hint))
    }
}

extension TableProblem {
    /// Other problems may stand beside it.
    fileprivate var isOfSomeCell: Bool {
        switch self {
        case .tooLarge, .utf16, .notEncoded, .changed, .empty, .emptyHeader, .noRows, .noHeader: false
        case .text, .noColumn, .noField, .unnamed, .notGiven, .unknown, .twice, .missing: true
        }
    }

    /// What is wrong, in a sentence.
    fileprivate var line: String {
        switch self {
        case .tooLarge: "The file is larger than 1 GB."
        case .utf16: "The file is not UTF-8 text; it is UTF-16."
        case .notEncoded(let encoding):
            "The file is not \(encoding.rawValue) text: it has bytes that stand for nothing there."
        case .text(let row, let column, let kind, let looksLikeWindows1252):
            ImportProblem(
                row: row, column: column, sentence: TableProblem.sentence(kind, looksLikeWindows1252)
            ).line
        case .changed: "The file changed while it was read."
        case .empty: "The file is empty."
        case .emptyHeader: "Row 1 is empty."
        case .noRows: "The file has a header and no rows."
        case .noHeader: "No column of row 1 is named like a field of an issue."
        case .noColumn(let name, let isLeftOut, _):
            "\(isLeftOut ? "--ignore" : "--map"): the file has no column \(TableProblem.quoted(name))."
        case .noField(let name, _):
            "--map: an issue takes no field \(TableProblem.quoted(name)) when it is logged."
        case .unnamed(let column): "Row 1, column \(column): the column has no name."
        case .notGiven(let column, let name):
            "Row 1, column \(column): \(TableProblem.quoted(name)) is not given when an issue is logged."
        case .unknown(let column, let name, _):
            "Row 1, column \(column): \(TableProblem.quoted(name)) is no field of an issue."
        case .twice(let first, let second, let field): "Row 1: columns \(first) and \(second) both give “\(field)”."
        case .missing(let field, let title): "No column gives “\(field)” (\(title))."
        }
    }

    private static func sentence(_ kind: CSVReader.Problem.Kind, _ looksLikeWindows1252: Bool) -> String {
        switch kind {
        case .openQuote: "a quotation mark opens here and is never closed."
        case .strayQuote: "a quotation mark stands inside a cell that does not begin with one."
        case .textAfterQuote: "there is text behind the closing quotation mark."
        case .nul: "there is a NUL character, which no text has."
        case .notUTF8: "not UTF-8 text" + (looksLikeWindows1252 ? "; it looks like Windows-1252." : ".")
        }
    }

    /// What would help; nil when the sentence says it.
    fileprivate var hint: String? {
        let saveAsUTF8 = "Save it from the spreadsheet as “CSV UTF-8”, or convert it with iconv."
        switch self {
        case .tooLarge: return "Split it, each part with the header."
        case .utf16, .notEncoded: return saveAsUTF8
        case .changed: return "Import it again when nobody writes to it."
        case .text(_, _, .strayQuote, _):
            return "A cell with quotation marks in it is written \"like \"\"this\"\" one\"."
        case .text(_, _, .notUTF8, let looksLikeWindows1252):
            return looksLikeWindows1252 ? "Import it with --encoding windows-1252." : saveAsUTF8
        case .text: return nil
        case .empty, .emptyHeader: return "Row 1 names the columns; the rows below it are the issues."
        case .noRows: return "Each row below row 1 is an issue."
        // Perhaps no header at all, but somebody's record: nothing of it may be repeated.
        case .noHeader:
            return "Row 1 names the columns. See the fields: lap issue raise --help. Map others with --map."
        case .noColumn(_, _, let nearest), .noField(_, let nearest):
            return nearest.map { "Did you mean “\(Printed.safe($0, limit: 40))”?" }
        case .unnamed: return "Name it, or delete it."
        case .notGiven(_, let name): return "Leave it out with --ignore \"\(Printed.safe(name, limit: 40))\"."
        case .unknown(_, let name, let nearest):
            let name = Printed.safe(name, limit: 40)
            return nearest.map { "Did you mean “\($0)”? Then add --map \"\(name)=\($0)\"." }
                ?? "Map it with --map \"\(name)=FIELD\", or leave it out with --ignore \"\(name)\"."
        case .twice: return "Rename or delete one of them, or leave it out with --ignore."
        case .missing(let field, _): return "Map one with --map COLUMN=\(field)."
        }
    }

    private static func quoted(_ name: String) -> String { "“\(Printed.safe(name, limit: 40))”" }
}
