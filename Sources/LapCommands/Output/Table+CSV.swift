extension Table {
    /// For spreadsheets: RFC 4180 with a header, in UTF-8 that says so. A cell that a spreadsheet would take for a formula begins with an
    /// apostrophe.
    var csv: String {
        let shown = columns.indices.filter { !columns[$0].isHidden }
        let lines = [shown.map { columns[$0].header }] + rows.map { row in shown.map { columns[$0].text(of: row[$0]) } }
        return "\u{FEFF}"
            + lines.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let plain = Printed.safe((isFormula ? "'" : "") + text)
        let isQuoted = plain.unicodeScalars.contains { ",\"\n\t".unicodeScalars.contains($0) }
        return isQuoted ? "\"\(plain.replacing("\"", with: "\"\""))\"" : plain
    }
}
