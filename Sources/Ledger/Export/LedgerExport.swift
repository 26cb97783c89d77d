/// Everything that a ledger holds, as JSON Lines: one object a line. The first tells what it is; every other is a row:
/// `{"row":{…},"table":"seat"}`. What can be made anew from the rows, an index or a count, is not in it.
public struct LedgerExport {
    /// What the first line says.
    public struct Header: Hashable, Sendable {
        /// Tells the kind of ledger: its application's number.
        public let application: Int
        public let schema: Int
        public let operations: Int
        /// The hash of the last operation; empty when there is none.
        public let head: String

        var json: JSON {
            .object([
                "ledger": .number(application), "schema": .number(schema), "operations": .number(operations),
                "head": .string(head),
            ])
        }

        init(_ application: Int, schema: Int, operations: Int, head: String) {
            self.application = application
            self.schema = schema
            self.operations = operations
            self.head = head
        }

        /// Nil when the line is no header: these four, and nothing else.
        init?(_ json: JSON) {
            guard case .object(let members) = json, members.count == 4, let application = json["ledger"]?.number,
                let schema = json["schema"]?.number,
                let operations = json["operations"]?.number, let head = json["head"]?.string
            else { return nil }
            self.init(application, schema: schema, operations: operations, head: head)
        }
    }

    /// A table and its columns, in the order they are written.
    struct Shape {
        let table: String
        let columns: [String]
        let key: String
        /// What is made anew from the row.
        var derived: Relation.Derived?
    }

    let schema: Schema

    public init(of schema: Schema) { self.schema = schema }

    /// The journal first, then what it tells of, then contents and the vault. A row comes after those that it refers to.
    var shapes: [Shape] {
        [
            Shape(
                table: "operation",
                columns: [
                    "id", "recorded", "effective", "actor", "command", "reverses", "key", "words", "events", "sealed",
                    "hash",
                ], key: "id"),
            Shape(
                table: "change", columns: ["operation", "position", "relation", "key", "before", "after"],
                key: "operation, position"),
            Shape(
                table: "event",
                columns: [
                    "id", "operation", "item", "name", "origin", "target", "happened", "actor", "capacity", "given",
                ], key: "id"),
            Shape(table: "seal", columns: ["id", "commitment"], key: "id"),
        ]
            + schema.relations.map {
                Shape(table: $0.name, columns: [$0.key] + $0.columns, key: $0.key, derived: $0.derived)
            } + [
                Shape(table: "content", columns: ["digest", "data"], key: "digest"),
                Shape(
                    table: "vault",
                    columns: ["id", "item", "person", "section", "field", "findable", "salt", "value"], key: "id"),
            ]
    }

    /// Writes the lines, each with its line break.
    public func write(from connection: any Connection, _ put: (String) throws -> Void) throws {
        let last = try connection.row("SELECT id, hash FROM operation ORDER BY id DESC LIMIT 1")
        let header = Header(
            schema.applicationID, schema: schema.version, operations: last?.count("id") ?? 0,
            head: last?.word("hash") ?? "")
        try put(header.json.text + "\n")
        for shape in shapes {
            let rows = try connection.cursor(
                "SELECT \(shape.columns.joined(separator: ", ")) FROM \(shape.table) ORDER BY \(shape.key)", [])
            while let row = try rows.next() {
                var members: [String: JSON] = [:]
                for (column, value) in zip(shape.columns, row.values) {
                    switch value {
                    case .null: members[column] = .null
                    case .integer(let integer): members[column] = .number(integer)
                    case .text(let text): members[column] = .string(text)
                    }
                }
                try put(JSON.object(["row": .object(members), "table": .string(shape.table)]).text + "\n")
            }
        }
    }
}
