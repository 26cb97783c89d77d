import Workflow

/// Whose a value in the vault is.
enum VaultOwner: Hashable, Sendable {
    case item(Int)
    case person(String)

    /// As a commitment binds it.
    var text: String {
        switch self {
        case .item(let key): "item \(key)"
        case .person(let key): "person \(key)"
        }
    }

    fileprivate var columns: [SQLValue] {
        switch self {
        case .item(let key): [.integer(key), .null]
        case .person(let key): [.null, .text(key)]
        }
    }
}

/// Personal data and all free text: one table, read by section, erased by item or person.
extension Operation {
    /// Puts a value of an item into the vault. `findable` makes its words searchable, where its section is searched.
    func seal(_ value: String, item: Int, section: String, field: String, findable: Bool = false) throws -> Sealed {
        try seal(value, of: .item(item), section: section, field: field, findable: findable)
    }

    func seal(
        _ value: String, of owner: VaultOwner, section: String, field: String, findable: Bool = false
    ) throws -> Sealed {
        var random = SystemRandomNumberGenerator()
        var salt: [UInt8] = []
        for _ in 0..<2 {
            withUnsafeBytes(of: random.next() as UInt64) { salt.append(contentsOf: $0) }
        }
        let hex = Hash.hex(salt)
        try connection.execute(
            "INSERT INTO vault (item, person, section, field, findable, salt, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
            owner.columns + [
                .text(section), .text(field), .integer(findable ? 1 : 0), .text(hex), .text(value),
            ])
        let key = connection.lastInsertedKey
        if findable { try connection.index(value, key: key) }
        return Sealed(
            key: key, commitment: Sealed.commitment(hex, value, owner: owner, section: section, field: field))
    }

    /// Keeps a replaced value for the history, out of reach of searches.
    func supersede(_ sealed: Sealed) throws { try mark(sealed) { _ in false } }

    /// Brings replaced text that stands beside an item's fields back into reach of searches, where it is still there.
    func restore(text sealed: Sealed) throws { try mark(sealed) { _ in true } }

    /// Brings a replaced value of a field back. Throws when it has been erased since.
    func restore(_ sealed: Sealed, in definition: Definition) throws {
        guard try mark(sealed, isFindable: { definition.section($0)?.isSearched ?? false }) else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "What it would bring back has been erased for good.",
                    remedies: [.say("Record it anew where that is right.")])
            ])
        }
    }

    /// False when the value is not there any more.
    @discardableResult
    private func mark(_ sealed: Sealed, isFindable: (_ section: String) -> Bool) throws -> Bool {
        guard
            let row = try connection.row(
                "SELECT section, findable, value FROM vault WHERE id = ?", [.integer(sealed.key)])
        else { return false }
        let findable = isFindable(row.word("section"))
        guard (row.count("findable") == 1) != findable else { return true }
        try connection.execute(
            "UPDATE vault SET findable = ? WHERE id = ?", [.integer(findable ? 1 : 0), .integer(sealed.key)])
        if findable {
            try connection.index(row.word("value"), key: sealed.key)
        } else {
            try connection.unindex(row.word("value"), key: sealed.key)
        }
        return true
    }

    /// Erases sections of an item for good: the values, their salts, and the words in the search index. With no sections
    /// named, all of them; with fields named, what other records keep of it there stays.
    func erase(item: Int, sections: Set<String>? = nil, fields: Set<String>? = nil) throws {
        try erase(
            connection.rows("SELECT id, section, field, findable, value FROM vault WHERE item = ?", [.integer(item)])
                .filter {
                    (sections?.contains($0.word("section")) ?? true) && (fields?.contains($0.word("field")) ?? true)
                })
    }

    /// Erases one value.
    func erase(value key: Int) throws {
        try erase(connection.rows("SELECT id, section, findable, value FROM vault WHERE id = ?", [.integer(key)]))
    }

    /// Erases all that is known of a person.
    func erase(person: String) throws {
        try erase(connection.rows("SELECT id, section, findable, value FROM vault WHERE person = ?", [.text(person)]))
    }

    private func erase(_ rows: [Row]) throws {
        for row in rows {
            let key = row.count("id")
            if row.count("findable") == 1 { try connection.unindex(row.word("value"), key: key) }
            try connection.execute("DELETE FROM vault WHERE id = ?", [.integer(key)])
        }
        // What was replaced before it was erased may still stand in the index's older parts.
        if !rows.isEmpty { try connection.scrubIndex() }
    }
}

extension View {
    /// The values of an item that are in the vault, by their keys.
    func opened(item: Int) throws -> [Int: String] {
        var values: [Int: String] = [:]
        for row in try connection.rows("SELECT id, value FROM vault WHERE item = ?", [.integer(item)]) {
            values[row.count("id")] = row.word("value")
        }
        return values
    }

    /// One value; nil when it was erased.
    func open(_ sealed: Sealed?) throws -> String? {
        guard let sealed else { return nil }
        return try connection.row("SELECT value FROM vault WHERE id = ?", [.integer(sealed.key)])?.text("value")
    }

    /// The value behind a detail table's column.
    func open(text: String?) throws -> String? { try open(Sealed(text: text)) }
}
