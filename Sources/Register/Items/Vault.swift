import Workflow

/// Personal data and all free text: one table, read by section, erased by item.
extension Operation {
    /// Puts a value into the vault. `findable` makes its words searchable, where its section is searched at all.
    func seal(_ value: String, item: Int, section: String, field: String, findable: Bool = false) throws -> Sealed {
        var random = SystemRandomNumberGenerator()
        var salt: [UInt8] = []
        for _ in 0..<2 {
            withUnsafeBytes(of: random.next() as UInt64) { salt.append(contentsOf: $0) }
        }
        let hex = Hash.hex(salt)
        let findable = findable && Vault.searched.contains(section)
        try connection.execute(
            "INSERT INTO vault (item, section, field, findable, salt, value) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(item), .text(section), .text(field), .integer(findable ? 1 : 0), .text(hex), .text(value),
            ])
        let key = connection.lastInsertedKey
        if findable { try connection.index(value, key: key) }
        return Sealed(key: key, commitment: Hash.of(hex, value))
    }

    /// Keeps a replaced value for the history, out of reach of searches.
    func supersede(_ sealed: Sealed) throws { try mark(sealed, findable: false) }

    /// Brings a replaced value of a field back. Throws when it has been erased since.
    func restore(_ sealed: Sealed) throws {
        guard try mark(sealed, findable: true) else {
            throw RegisterError.refused([
                Reason(
                    kind: .rule, sentence: "What it would bring back has been erased for good.",
                    remedies: [.say("Record it anew where that is right.")])
            ])
        }
    }

    @discardableResult
    private func mark(_ sealed: Sealed, findable: Bool) throws -> Bool {
        guard
            let row = try connection.row(
                "SELECT section, findable, value FROM vault WHERE id = ?", [.integer(sealed.key)])
        else { return false }
        guard Vault.searched.contains(row.word("section")), (row.count("findable") == 1) != findable else {
            return true
        }
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
    /// named, all of them.
    func erase(item: Int, sections: Set<String>? = nil) throws {
        var wasSearched = false
        for row in try connection.rows(
            "SELECT id, section, findable, value FROM vault WHERE item = ?", [.integer(item)])
        where sections?.contains(row.word("section")) ?? true {
            let key = row.count("id")
            wasSearched = wasSearched || Vault.searched.contains(row.word("section"))
            if row.count("findable") == 1 { try connection.unindex(row.word("value"), key: key) }
            try connection.execute("DELETE FROM vault WHERE id = ?", [.integer(key)])
        }
        if wasSearched { try connection.scrubIndex() }
    }
}

enum Vault {
    /// Sections whose words can be searched for: what an issue is about, never who it is about.
    static let searched: Set<String> = ["narrative", "detail"]
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
