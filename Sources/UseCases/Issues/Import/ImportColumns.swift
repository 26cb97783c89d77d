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
    ///   - event: the event that begins an item.
    ///   - others: other events that do; what any of them asks can be given.
    ///   - mapped: fields by the columns that give them.
    ///   - ignored: columns to leave out.
    /// - Throws: `TableRefused`, with every problem of the header.
    init(
        header: [String], event: Event, or others: [Event], definition: Definition,
        mapped: [(column: String, field: String)], ignored: [String]
    ) throws {
        let asked = event.asks.map(\.field)
        let more = others.flatMap(\.asks).map(\.field).filter { !asked.contains($0) }
        var fields = asked.compactMap(definition.field)
        for name in more where !fields.contains(where: { $0.name == name }) {
            fields += [definition.field(name)].compactMap(\.self)
        }
        var reading = HeaderReading(header: header, fields: fields)
        reading.map(mapped)
        reading.ignore(ignored)
        columns = try reading.columns(of: definition, needed: event.asks.filter(\.isNeeded).map(\.field))
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
    private var problems: [TableProblem] = []

    init(header: [String], fields: [Field]) {
        self.header = header
        self.fields = fields
    }

    /// Letter case, spaces, underscores and hyphens make no difference.
    private static func folded(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
    }

    mutating func map(_ columns: [(column: String, field: String)]) {
        for (name, wanted) in columns {
            guard let index = index(of: name, isLeftOut: false) else { continue }
            if let field = fields.first(where: { $0.name == wanted }) {
                chosen[index] = field
            } else {
                problems.append(.noField(wanted, nearest: NearMiss.nearest(to: wanted, among: fields.map(\.name))))
                ignored.insert(index)
            }
        }
    }

    mutating func ignore(_ names: [String]) {
        for name in names where index(of: name, isLeftOut: true) != nil {
            ignored.formUnion(
                header.indices.filter { HeaderReading.folded(header[$0]) == HeaderReading.folded(name) })
        }
    }

    private mutating func index(of name: String, isLeftOut: Bool) -> Int? {
        let wanted = HeaderReading.folded(name)
        if let index = header.firstIndex(where: { HeaderReading.folded($0) == wanted }) { return index }
        problems.append(
            .noColumn(name, isLeftOut: isLeftOut, nearest: NearMiss.nearest(to: name, among: header)))
        return nil
    }

    mutating func columns(of definition: Definition, needed: [String]) throws -> [ImportColumns.Column] {
        for index in header.indices where chosen[index] == nil && !ignored.contains(index) {
            let name = HeaderReading.folded(header[index])
            chosen[index] = fields.first {
                HeaderReading.folded($0.name) == name || HeaderReading.folded($0.title) == name
            }
        }
        guard !chosen.isEmpty || !problems.isEmpty else { throw TableRefused([.noHeader]) }
        reportUnknown(definition)
        reportTwice()
        for field in fields where needed.contains(field.name) && !chosen.values.contains(field) {
            problems.append(.missing(field: field.name, title: field.title))
        }
        guard problems.isEmpty else { throw TableRefused(problems) }
        return header.indices.compactMap { index in
            guard !ignored.contains(index), let field = chosen[index] else { return nil }
            return ImportColumns.Column(index: index, name: header[index], field: field)
        }
    }

    private mutating func reportUnknown(_ definition: Definition) {
        for index in header.indices where chosen[index] == nil && !ignored.contains(index) {
            let name = header[index]
            let column = CSVTable.letters(index + 1)
            if name.allSatisfy(\.isWhitespace) {
                problems.append(.unnamed(column: column))
            } else if definition.fields.contains(where: {
                HeaderReading.folded($0.name) == HeaderReading.folded(name)
            }) {
                problems.append(.notGiven(column: column, name: name))
            } else {
                problems.append(
                    .unknown(
                        column: column, name: name, nearest: NearMiss.nearest(to: name, among: fields.map(\.name))))
            }
        }
    }

    /// Two columns of one name, or for one field.
    private mutating func reportTwice() {
        var first: [String: Int] = [:]
        for index in header.indices where !ignored.contains(index) {
            guard let field = chosen[index] else { continue }
            guard let earlier = first.updateValue(index, forKey: field.name) else { continue }
            problems.append(
                .twice(columns: CSVTable.letters(earlier + 1), CSVTable.letters(index + 1), field: field.name))
        }
    }
}
