import Foundation

extension LedgerExport {
    /// Why an export cannot be read in.
    public enum Unreadable: Error, Equatable {
        /// It does not begin as an export of such a ledger does.
        case noHeader
        /// It was written by a newer or an older program.
        case schema(Int)
        /// A line, counted from 1, is no row of such a ledger, or one that contradicts another.
        case line(Int)
        /// It breaks off: it does not end with the operation that its first line tells of.
        case incomplete
    }

    /// Reads the lines of an export into an empty ledger. Throws `Unreadable`.
    ///
    /// - Parameter lines: the next line without its line break, or nil at the end.
    @discardableResult
    public func read(into connection: any Connection, lines: () throws -> Data?) throws -> Header {
        func json(_ line: Data) -> JSON? { String(validating: line, as: UTF8.self).flatMap { JSON(text: $0) } }
        guard let first = try lines(), let header = json(first).flatMap(Header.init),
            header.application == schema.applicationID
        else { throw Unreadable.noHeader }
        guard header.schema == schema.version else { throw Unreadable.schema(header.schema) }
        let known = Dictionary(uniqueKeysWithValues: shapes.map { ($0.table, $0) })
        var numbers: [String: Set<String>] = [:]
        for shape in shapes { numbers[shape.table] = try connection.numberColumns(of: shape.table) }
        var number = 1
        try connection.deferForeignKeys()
        while let line = try lines() {
            number += 1
            guard case .object(let members)? = json(line), members.count == 2,
                let shape = members["table"]?.string.flatMap({ known[$0] }), case .object(let row)? = members["row"],
                row.count == shape.columns.count, let values = values(row, shape, numbers[shape.table] ?? [])
            else { throw Unreadable.line(number) }
            do {
                let columns = shape.columns + (shape.derived?.columns ?? [])
                try connection.execute(
                    "INSERT INTO \(shape.table) (\(columns.joined(separator: ", "))) "
                        + "VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))",
                    values + (shape.derived?.values(Array(values.dropFirst())) ?? []))
                if shape.table == "vault", let key = row["id"]?.number {
                    let value = row["value"]?.string ?? ""
                    try connection.noteWords(of: value, field: row["field"]?.string ?? "", key: key)
                    if row["findable"]?.number == 1 { try connection.index(value, key: key) }
                }
            } catch LedgerError.constraint {
                throw Unreadable.line(number)
            } catch LedgerError.unstorable {
                throw Unreadable.line(number)
            }
        }
        let last = try connection.row("SELECT id, hash FROM operation ORDER BY id DESC LIMIT 1")
        guard last?.count("id") ?? 0 == header.operations, last?.word("hash") ?? "" == header.head else {
            throw Unreadable.incomplete
        }
        return header
    }

    /// The values of a row as they are, in the order of the shape; nil when one is not of its column's kind.
    private func values(_ row: [String: JSON], _ shape: Shape, _ numbers: Set<String>) -> [SQLValue]? {
        var values: [SQLValue] = []
        for column in shape.columns {
            switch row[column] {
            case .null?: values.append(.null)
            case .number(let number)? where numbers.contains(column): values.append(.integer(number))
            case .string(let text)? where !numbers.contains(column): values.append(.text(text))
            default: return nil
            }
        }
        return values
    }
}
