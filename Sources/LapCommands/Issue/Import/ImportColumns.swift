import UseCases
import Workflow

/// Which column of a file gives which field.
struct ImportColumns {
    struct Column {
        /// Counts from 0.
        let index: Int
        /// As the header names it.
        let name: String
        let field: Field
    }

    let columns: [Column]

    /// - Parameters:
    ///   - header: the names in row 1.
    ///   - event: the event that begins an item; what it asks can be given.
    ///   - mapped: `Date received=received`, as on the command line.
    ///   - ignored: columns to leave out.
    /// - Throws: every problem of the header at once.
    init(header: [String], event: Event, definition: Definition, mapped: [String], ignored: [String]) throws {
        let fields = event.asks.compactMap { definition.field($0.field) }
        var reading = HeaderReading(header: header, fields: fields)
        try reading.map(mapped)
        reading.ignore(ignored)
        columns = try reading.columns(of: definition, needed: event.asks.filter(\.isNeeded).map(\.field))
    }

    /// The table's rows as they are to be imported.
    func rows(of table: CSVTable) -> ImportTable {
        ImportTable(
            columns: columns.map { .init(name: $0.name, field: $0.field) },
            rows: table.rows.map { row in
                .init(number: row.number, cells: columns.map { row.cells[$0.index] })
            }, unfit: table.ragged)
    }
}

extension Ask {
    /// No record can do without it, and nothing stands in for it.
    fileprivate var isNeeded: Bool { requirement == .required && fallback == nil }
}

/// Row 1 of a file while it is matched with fields.
private struct HeaderReading {
    let header: [String]
    let fields: [Field]
    private var chosen: [Int: Field] = [:]
    private var ignored: Set<Int> = []
    private var lines: [String] = []
    private var hints: [String] = []

    init(header: [String], fields: [Field]) {
        self.header = header
        self.fields = fields
    }

    /// Letter case, spaces, underscores and hyphens make no difference.
    private static func folded(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
    }

    mutating func map(_ options: [String]) throws {
        for option in options {
            guard let sign = option.lastIndex(of: "=") else {
                throw Failure(
                    .usage, "--map needs a column and a field.", hint: "For instance --map \"Date received=received\".")
            }
            let (name, wanted) = (String(option[..<sign]), String(option[option.index(after: sign)...]))
            guard let index = index(of: name, option: "--map") else { continue }
            if let field = fields.first(where: { $0.name == wanted }) {
                chosen[index] = field
            } else {
                report(
                    "--map: an issue takes no field “\(Printed.safe(wanted, limit: 40))” when it is logged.",
                    hint: NearMiss.hint(for: wanted, among: fields.map(\.name)))
                ignored.insert(index)
            }
        }
    }

    mutating func ignore(_ names: [String]) {
        for name in names where index(of: name, option: "--ignore") != nil {
            ignored.formUnion(
                header.indices.filter { HeaderReading.folded(header[$0]) == HeaderReading.folded(name) })
        }
    }

    private mutating func index(of name: String, option: String) -> Int? {
        let wanted = HeaderReading.folded(name)
        if let index = header.firstIndex(where: { HeaderReading.folded($0) == wanted }) { return index }
        report(
            "\(option): the file has no column “\(Printed.safe(name, limit: 40))”.",
            hint: NearMiss.hint(for: name, among: header))
        return nil
    }

    private mutating func report(_ line: String, hint: String?) {
        lines.append(line)
        if let hint { hints.append(hint) }
    }

    mutating func columns(of definition: Definition, needed: [String]) throws -> [ImportColumns.Column] {
        for index in header.indices where chosen[index] == nil && !ignored.contains(index) {
            let name = HeaderReading.folded(header[index])
            chosen[index] = fields.first {
                HeaderReading.folded($0.name) == name || HeaderReading.folded($0.title) == name
            }
        }
        guard !chosen.isEmpty || !lines.isEmpty else {
            // Perhaps no header at all, but somebody's record: nothing of it may be repeated.
            throw Failure(
                .badData, "No column of row 1 is named like a field of an issue.",
                hint: "Row 1 names the columns. See the fields: lap issue raise --help. Map others with --map.")
        }
        reportUnknown(definition)
        reportTwice()
        for field in fields where needed.contains(field.name) && !chosen.values.contains(field) {
            report(
                "No column gives “\(field.name)” (\(field.title)).", hint: "Map one with --map COLUMN=\(field.name).")
        }
        guard lines.isEmpty else { throw Failure(.badData, lines: lines + ["Nothing was imported."], hints: hints) }
        return header.indices.compactMap { index in
            guard !ignored.contains(index), let field = chosen[index] else { return nil }
            return ImportColumns.Column(index: index, name: header[index], field: field)
        }
    }

    private mutating func reportUnknown(_ definition: Definition) {
        for index in header.indices where chosen[index] == nil && !ignored.contains(index) {
            let name = Printed.safe(header[index], limit: 40)
            let letters = CSVTable.letters(index + 1)
            if header[index].allSatisfy(\.isWhitespace) {
                report("Row 1, column \(letters): the column has no name.", hint: "Name it, or delete it.")
            } else if definition.fields.contains(where: {
                HeaderReading.folded($0.name) == HeaderReading.folded(header[index])
            }) {
                report(
                    "Row 1, column \(letters): “\(name)” is not given when an issue is logged.",
                    hint: "Leave it out with --ignore \"\(name)\".")
            } else {
                report(
                    "Row 1, column \(letters): “\(name)” is no field of an issue.",
                    hint: NearMiss.nearest(to: header[index], among: fields.map(\.name)).map {
                        "Did you mean “\($0)”? Then add --map \"\(name)=\($0)\"."
                    } ?? "Map it with --map \"\(name)=FIELD\", or leave it out with --ignore \"\(name)\".")
            }
        }
    }

    /// Two columns of one name, or for one field.
    private mutating func reportTwice() {
        var first: [String: Int] = [:]
        for index in header.indices where !ignored.contains(index) {
            guard let field = chosen[index] else { continue }
            guard let earlier = first.updateValue(index, forKey: field.name) else { continue }
            let letters = "\(CSVTable.letters(earlier + 1)) and \(CSVTable.letters(index + 1))"
            report(
                "Row 1: columns \(letters) both give “\(field.name)”.",
                hint: "Rename or delete one of them, or leave it out with --ignore.")
        }
    }
}
