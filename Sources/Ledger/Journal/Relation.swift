/// A table whose every row is journalled, before and after.
public struct Relation: Sendable {
    public let name: String
    public let key: String
    /// Its key is the next number of a series with the table's name, or one that is given; not a name.
    public var hasNumberedKey = false
    /// Every stored column but the key, in the order of the schema.
    public let columns: [String]
    /// Those of the columns that hold commitments: one as its text, or an object with some among its members.
    public let sealed: Set<String>
    /// Those of the columns that hold the digests of contents.
    public let contents: Set<String>

    /// Those of the columns that came with a later schema: the journal writes them only where they have a value.
    let later: Set<String>

    /// Columns that follow from the others and that queries ask for; the journal has no need of them.
    let derived: Derived?

    /// The statements that add a row, and that read one by its key: made once, since an import asks for them row by row.
    let insertion: String
    let selection: String

    /// Plain columns whose values the others decide.
    public struct Derived: Sendable {
        let columns: [String]
        /// The values of these columns for those of a row, both in the order of the schema.
        let values: @Sendable (_ row: [SQLValue]) -> [SQLValue]

        public init(columns: [String], values: @escaping @Sendable (_ row: [SQLValue]) -> [SQLValue]) {
            self.columns = columns
            self.values = values
        }
    }

    public init(
        name: String, key: String, hasNumberedKey: Bool = false, columns: [String], sealed: Set<String> = [],
        contents: Set<String> = [], later: Set<String> = [], derived: Derived? = nil
    ) {
        self.later = later
        self.sealed = sealed
        self.contents = contents
        self.name = name
        self.key = key
        self.hasNumberedKey = hasNumberedKey
        self.columns = columns
        self.derived = derived
        let all = [key] + columns + (derived?.columns ?? [])
        let marks = all.map { _ in "?" }.joined(separator: ", ")
        insertion = "INSERT INTO \(name) (\(all.joined(separator: ", "))) VALUES (\(marks))"
        selection = "SELECT \(columns.joined(separator: ", ")) FROM \(name) WHERE \(key) = ?"
    }

    /// Every column but the key, and the values of all of them for those that are journalled.
    var stored: [String] { columns + (derived?.columns ?? []) }
    func storing(_ row: [SQLValue]) -> [SQLValue] { row + (derived?.values(row) ?? []) }

    /// The last number that each series gave.
    public static let counter = Relation(name: "counter", key: "name", columns: ["last"])
    /// The vault keys of what was erased, and the operations that did so; for what was mended and not only erased, the key
    /// of what stands in its place, and which words went.
    public static let erased = Relation(
        name: "erased", key: "vault", hasNumberedKey: true, columns: ["operation", "became", "cuts"])

    /// The digests of contents that were erased, the operations that did so, the digests of what took their place, and what
    /// that was made by.
    public static let erasedContent = Relation(
        name: "erased_content", key: "digest", columns: ["operation", "became", "cuts"])

    /// A row as the journal writes it: a JSON object of the columns, without later ones that are empty.
    public func image(_ values: [SQLValue]) -> String {
        var members: [String: JSON] = [:]
        for (column, value) in zip(columns, values) {
            switch value {
            case .null where later.contains(column): continue
            case .null: members[column] = .null
            case .integer(let integer): members[column] = .number(integer)
            case .text(let text): members[column] = .string(text)
            }
        }
        return JSON.object(members).text
    }

    /// The commitments in an image, and where they stand.
    func seals(in image: JSON) -> [(place: String, seal: Sealed)] {
        columns.filter(sealed.contains).flatMap { column -> [(place: String, seal: Sealed)] in
            guard let text = image[column]?.string else { return [] }
            if let seal = Sealed(text: text) { return [(column, seal)] }
            return JSON(text: text).map(Sealed.all) ?? []
        }
    }

    /// The digests of contents in an image.
    func digests(in image: JSON) -> [String] { columns.filter(contents.contains).compactMap { image[$0]?.string } }

    /// The values of an image, in the order of `columns`.
    public func values(of image: JSON) -> [SQLValue] {
        columns.map { column in
            switch image[column] {
            case .number(let integer): .integer(integer)
            case .string(let text): .text(text)
            default: .null
            }
        }
    }

    /// A key of its rows, as the journal writes it.
    public func key(_ written: String) -> SQLValue { hasNumberedKey ? SQLValue(Int(written)) : .text(written) }
}

extension Relation: Hashable {
    public static func == (left: Relation, right: Relation) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
