/// Personal data and all free text: one table, read by section, erased by its owner.
extension Entry {
    /// Puts a value into the vault. `findable` makes its words searchable.
    public func seal(
        _ value: String, of owner: VaultOwner, section: String, field: String, findable: Bool = false
    ) throws -> Sealed {
        var random = SystemRandomNumberGenerator()
        var salt: [UInt8] = []
        for _ in 0..<2 {
            withUnsafeBytes(of: random.next() as UInt64) { salt.append(contentsOf: $0) }
        }
        let hex = Hash.hex(salt)
        let key = try commit(Sealed.commitment(hex, value, owner: owner, section: section, field: field))
        try connection.execute(
            "INSERT INTO vault (id, item, person, section, field, findable, salt, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [.integer(key)] + owner.columns + [
                .text(section), .text(field), .integer(findable ? 1 : 0), .text(hex), .text(value),
            ])
        try connection.noteWords(of: value, field: field, key: key)
        if findable { try connection.index(value, key: key) }
        return Sealed(key: key)
    }

    /// Keeps a replaced value for the history, out of reach of searches.
    public func supersede(_ sealed: Sealed) throws { try mark(sealed) { _ in false } }

    /// Brings a value into reach of searches, or takes it out. False when it is not there any more.
    @discardableResult
    public func mark(_ sealed: Sealed, isFindable: (_ section: String) -> Bool) throws -> Bool {
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

    /// Erases, on record, what is an owner's for good: the values, their salts, and the words in the search
    /// index. With no sections named, all of them; with fields named, those alone.
    public func erase(of owner: VaultOwner, sections: Set<String>? = nil, fields: Set<String>? = nil) throws {
        let column = owner.columns[0] == .null ? "person" : "item"
        try erase(
            connection.rows(
                "SELECT id, section, field, findable, value FROM vault WHERE \(column) = ? ORDER BY id",
                owner.columns.filter { $0 != .null }
            ).filter {
                (sections?.contains($0.word("section")) ?? true) && (fields?.contains($0.word("field")) ?? true)
            })
    }

    /// Erases one value for good, on record.
    public func erase(_ sealed: Sealed) throws { try erase(value: sealed.key) }

    /// Erases the value of a key for good, on record.
    ///
    /// - Parameters:
    ///   - became: the key of the value that stands in its place.
    ///   - cuts: which of its words went, where the rest stays.
    public func erase(value key: Int, became: Int? = nil, cuts: String? = nil) throws {
        try erase(
            connection.rows("SELECT id, section, field, findable, value FROM vault WHERE id = ?", [.integer(key)]),
            became: became, cuts: cuts)
    }

    /// Erases the value of a key for good, on record. False when there is none.
    public func erase(vaultKey: Int) throws -> Bool {
        let rows = try connection.rows(
            "SELECT id, section, field, findable, value FROM vault WHERE id = ?", [.integer(vaultKey)])
        try erase(rows)
        return !rows.isEmpty
    }

    private func erase(_ rows: [Row], became: Int? = nil, cuts: String? = nil) throws {
        for row in rows {
            let key = row.count("id")
            if row.count("findable") == 1 { try connection.unindex(row.word("value"), key: key) }
            try connection.dropWords(of: row.word("value"), field: row.word("field"), key: key)
            try connection.execute("DELETE FROM vault WHERE id = ?", [.integer(key)])
            try insert(.erased, key: .integer(key), [.integer(number), SQLValue(became), SQLValue(cuts)])
        }
        // What was replaced before it was erased may still stand in the index's older parts.
        guard !rows.isEmpty else { return }
        hasErased = true
        try connection.scrubIndex()
    }
}

extension Connection {
    /// The values of an item that are in the vault, by their keys.
    public func opened(item: Int) throws -> [Int: String] {
        var values: [Int: String] = [:]
        for row in try rows("SELECT id, value FROM vault WHERE item = ?", [.integer(item)]) {
            values[row.count("id")] = row.word("value")
        }
        return values
    }

    /// One value; nil when it was erased.
    public func open(_ sealed: Sealed?) throws -> String? {
        guard let sealed else { return nil }
        return try row("SELECT value FROM vault WHERE id = ?", [.integer(sealed.key)])?.text("value")
    }
}
