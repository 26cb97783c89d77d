import GRDB

/// The search index is compared with one made anew of what may be found, piece by piece: by sums of hashes with a key of
/// this process alone, so that memory stays flat and nobody can make another index with the same sums.
extension SQLiteConnection {
    /// How many values are indexed anew at a time.
    private static let piece = 4096

    func searchFaults() throws -> [String] {
        do {
            try execute("INSERT INTO search(search) VALUES ('integrity-check')", [])
        } catch LedgerError.damaged, LedgerError.corrupt {
            return ["The search index is damaged."]
        } catch LedgerError.readOnly {}
        let tokenizer = SQLiteTables.tokenizer
        try execute("CREATE VIRTUAL TABLE temp.made USING fts5(value, content='', tokenize=\"\(tokenizer)\")", [])
        try execute("CREATE VIRTUAL TABLE temp.made_word USING fts5vocab(temp, made, instance)", [])
        try execute("CREATE VIRTUAL TABLE temp.kept_word USING fts5vocab(main, search, instance)", [])
        defer {
            for table in ["kept_word", "made_word", "made"] { try? execute("DROP TABLE temp.\(table)", []) }
        }
        do {
            let made = try sumsMade()
            var kept = Sums()
            try kept.add(from: self, of: "kept_word", "main.search_docsize")
            let totals = try row("SELECT hex(block) AS totals FROM main.search_data WHERE id = 1")?.text("totals")
            let settings = try rows("SELECT k || '=' || v AS setting FROM main.search_config ORDER BY k", [])
            let isAsMade =
                try kept == made.sums && made.totals.contains(totals ?? "")
                && settings.map(\.values)
                    == rows("SELECT k || '=' || v AS setting FROM temp.made_config ORDER BY k", []).map(\.values)
            guard isAsMade else { return ["The search index is not that of what may be found."] }
            let isAll = try SearchPages(of: self)?.areAccountedFor() ?? false
            return isAll ? [] : ["The search index's own tables hold what is no part of it."]
        } catch LedgerError.damaged, LedgerError.corrupt {
            return ["The search index is damaged."]
        }
    }

    private func sumsMade() throws -> (sums: Sums, totals: [String]) {
        var sums = Sums()
        var count = 0
        var size = 0
        let values = try cursor("SELECT id, value FROM main.vault WHERE findable = 1 ORDER BY id", [])
        var value = try values.next()
        while value != nil {
            var left = SQLiteConnection.piece
            while let row = value, left > 0 {
                try run("INSERT INTO temp.made(rowid, value) VALUES (?, ?)", row.values)
                (left, count) = (left - 1, count + 1)
                value = try values.next()
            }
            size += try sums.add(from: self, of: "made_word", "temp.made_docsize")
            try execute("INSERT INTO temp.made(made) VALUES ('delete-all')", [])
        }
        let totals = SQLiteConnection.varint(count) + SQLiteConnection.varint(size)
        // Before the first value there are no totals yet.
        return (sums, [Hash.hex(totals).uppercased()] + (count == 0 ? [""] : []))
    }

    /// A number as SQLite writes it in a block: seven bits a byte, the highest first.
    private static func varint(_ number: Int) -> [UInt8] {
        var bytes = [UInt8(number & 127)]
        var rest = number >> 7
        while rest > 0 {
            bytes.insert(UInt8(rest & 127) | 128, at: 0)
            rest >>= 7
        }
        return bytes
    }

    private struct Sums: Equatable {
        private var words = 0
        private var sizes = 0
        private var count = 0

        /// The answer is how many words were added.
        @discardableResult
        mutating func add(from connection: SQLiteConnection, of table: String, _ docsize: String) throws -> Int {
            let before = count
            let found = try connection.cursor("SELECT term, doc, \"offset\" FROM temp.\(table)", [])
            while let word = try found.next() {
                words &+= word.values.hashValue
                count += 1
            }
            let rows = try connection.cursor("SELECT id, hex(sz) FROM \(docsize)", [])
            while let row = try rows.next() { sizes &+= row.values.hashValue }
            return count - before
        }
    }
}
