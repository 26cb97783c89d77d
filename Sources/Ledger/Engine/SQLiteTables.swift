/// What a ledger in SQLite has beside its tables: triggers that keep the journal as it is, and the search index.
enum SQLiteTables {
    /// How text becomes the words that are searched for.
    static let tokenizer = "porter unicode61 remove_diacritics 2"

    /// Tables that are no more than their keys, and lie in that order.
    static let keyed = ["vault_word"]

    static let statements: [String] =
        ["operation", "change", "event", "seal"].flatMap { table in
            [("kept", "DELETE"), ("fixed", "UPDATE")].map { name, act in
                """
                CREATE TRIGGER \(table)_\(name) BEFORE \(act) ON \(table)
                BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
                """
            }
        } + [
            """
            CREATE VIRTUAL TABLE search USING fts5 (
              value, content = 'vault', content_rowid = 'id', tokenize = "\(tokenizer)")
            """
        ]
}
