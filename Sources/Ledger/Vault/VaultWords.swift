/// Words by which values of the vault are looked up where reading all of them would be too much (`Schema.words`). They come
/// and go with the values, and are made anew of them like the search index.
extension Connection {
    func noteWords(of value: String, field: String, key: Int) throws {
        for word in schema.words(value, field) {
            try execute("INSERT INTO vault_word (word, vault) VALUES (?, ?)", [.integer(word), .integer(key)])
        }
    }

    func dropWords(of value: String, field: String, key: Int) throws {
        for word in schema.words(value, field) {
            try execute("DELETE FROM vault_word WHERE word = ? AND vault = ?", [.integer(word), .integer(key)])
        }
    }

    /// The items of which a value is looked up by any of some words, in their order.
    public func items(lookedUpBy words: Set<Int>) throws -> [Int] {
        let words = words.sorted()
        var items: Set<Int> = []
        for start in stride(from: 0, to: words.count, by: 500) {
            let some = words[start...].prefix(500)
            let marks = some.map { _ in "?" }.joined(separator: ", ")
            items.formUnion(
                try rows(
                    """
                    SELECT vault.item FROM vault_word JOIN vault ON vault.id = vault_word.vault
                    WHERE vault_word.word IN (\(marks)) AND vault.item IS NOT NULL
                    """, some.map(SQLValue.integer)
                ).map { $0.count("item") })
        }
        return items.sorted()
    }

    /// Whether the words are those of the values that there are: by sums of hashes with a key of this process alone.
    func areWordsSound() throws -> Bool {
        var kept = (sum: 0, count: 0)
        let words = try cursor("SELECT word, vault FROM vault_word")
        while let word = try words.next() { kept = (kept.sum &+ word.values.hashValue, kept.count + 1) }
        var made = (sum: 0, count: 0)
        let values = try cursor("SELECT id, field, value FROM vault")
        while let value = try values.next() {
            for word in schema.words(value.word("value"), value.word("field")) {
                made = (made.sum &+ [.integer(word), value["id"]].hashValue, made.count + 1)
            }
        }
        return kept == made
    }

    func rebuildWords() throws {
        try execute("DELETE FROM vault_word")
        let values = try cursor("SELECT id, field, value FROM vault ORDER BY id")
        while let value = try values.next() {
            try noteWords(of: value.word("value"), field: value.word("field"), key: value.count("id"))
        }
    }
}
