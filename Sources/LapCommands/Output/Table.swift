import Ledger
import Partnership
import Register

/// Rows for people and for programs: aligned columns with a header on a terminal, tab-separated values without one in a
/// pipe, an array of objects in JSON.
struct Table {
    struct Column {
        let header: String
        /// The name of its value in JSON.
        let key: String
        /// Gives way where there is not enough room.
        var stretches = false
        /// But not beyond so many characters.
        var narrowest = 20
        /// What people read instead of what stands in JSON: titles by names.
        var words: [String: String] = [:]
        /// Is a decision's words, whose limbs stand on lines of their own.
        var hasLimbs = false
        /// The key of the column that says in JSON whether there is more than what stands in it.
        var moreKey: String?
        /// Is for programs only.
        var isHidden = false

        /// A cell of it as people read it.
        func text(of cell: JSON) -> String { words[cell.plain] ?? cell.plain }
    }

    let columns: [Column]
    var rows: [[JSON]]

    init(_ columns: [Column], rows: [[JSON]] = []) {
        self.columns = columns
        self.rows = rows
    }

    var json: JSON {
        .array(rows.map { row in JSON.object(Dictionary(uniqueKeysWithValues: zip(columns.map(\.key), row))) })
    }

    /// - Parameter ink: nil for text without colour.
    func text(forTerminal: Bool, width: Int, ink: Ink? = nil) -> String {
        let shown = self.columns.indices.filter { !self.columns[$0].isHidden }
        let columns = shown.map { self.columns[$0] }
        let cells = rows.map { row in
            shown.map { index in
                let isCut = self.columns[index].moreKey.flatMap { key in
                    self.columns.firstIndex { $0.key == key }.map { row[$0] == .bool(true) }
                }
                let text = self.columns[index].text(of: row[index]) + (isCut ?? false ? ", …" : "")
                return Printed.safe(self.columns[index].hasLimbs ? text.limbsOnOneLine : text, limit: 1000)
            }
        }
        guard forTerminal else { return cells.map { $0.joined(separator: "\t") + "\n" }.joined() }
        guard !cells.isEmpty else { return "" }
        var widths = columns.indices.map { index in
            ([columns[index].header] + cells.map { $0[index] }).map(Columns.width).max() ?? 0
        }
        // Whichever is broadest of those that can gives way.
        while widths.reduce(0, +) + 2 * (widths.count - 1) > width,
            let broadest = columns.indices.filter({ columns[$0].stretches && widths[$0] > columns[$0].narrowest }).max(
                by: {
                    widths[$0] < widths[$1]
                })
        {
            widths[broadest] -= 1
        }
        return ([columns.map(\.header)] + cells).enumerated().map { place, row in
            let last = row.lastIndex { !$0.isEmpty } ?? 0
            let line = row.indices.prefix(last + 1).map { index in
                let cell = Columns.cut(row[index], to: widths[index])
                let padding = index == last ? "" : Columns.pad(cell, to: widths[index]).dropFirst(cell.count)
                return (ink?.inked(cell, in: columns[index].key, isHeader: place == 0) ?? cell) + padding
            }
            return line.joined(separator: "  ") + "\n"
        }.joined()
    }
}

extension JSON {
    /// As a cell of a table shows it.
    var plain: String {
        switch self {
        case .null: ""
        case .bool(let flag): flag ? "yes" : "no"
        case .number(let number): String(number)
        case .string(let text): text
        case .array(let elements): elements.map(\.plain).joined(separator: ", ")
        case .object: text
        }
    }
}
