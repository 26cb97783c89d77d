/// Putting back what the journal says, where the tables say something else.
extension Entry {
    /// Makes every journalled row what the journal has it to be. The answer tells of each that was not.
    ///
    /// - Throws: `LedgerError.unverified` when the journal itself does not verify: then nothing can be told from it.
    public func rebuildRows(
        of schema: Schema, name: @escaping (_ relation: Relation, _ key: String, _ image: JSON?) -> String
    ) throws -> Findings {
        let audit = Audit(of: connection, schema: schema, name: name)
        try audit.checkChain()
        guard audit.findings.count == 0 else { throw LedgerError.unverified(audit.findings) }
        try connection.deferForeignKeys()
        defer { connection.forgetKept() }
        var changed = Findings()
        for sentence in try connection.mendSchema() { changed.tell(sentence) }
        // All that is wrong goes first, so that nothing that comes back meets it.
        for relation in schema.relations {
            try audit.eachRow(of: relation) { row in
                guard !row.isAsStored else { return }
                changed.tell(
                    "\(name(relation, row.key, row.image)) was \(row.text == nil ? "taken away" : "put back").")
                try connection.execute(
                    "DELETE FROM \(relation.name) WHERE \(relation.key) = ?", [relation.key(row.key)])
            }
        }
        for relation in schema.relations {
            try audit.eachRow(of: relation) { row in
                guard !row.isAsStored, let image = row.text.flatMap({ JSON(text: $0) }) else { return }
                try add(relation, key: relation.key(row.key), relation.values(of: image))
            }
        }
        return changed
    }

    /// Makes searches and look-ups find what they have to, and nothing else. The answer tells what was changed.
    public func rebuildSearch(for audit: Audit) throws -> Findings {
        var changed = Findings()
        let values = try connection.cursor("SELECT id, findable FROM vault ORDER BY id")
        while let value = try values.next() {
            guard let key = value.values[0].integer else { continue }
            let isFindable = audit.findable.contains(key)
            if (value.values[1].integer == 1) == isFindable { continue }
            changed.tell("Value \(key) of the vault was put \(isFindable ? "within" : "out of") reach of searches.")
            try connection.execute(
                "UPDATE vault SET findable = ? WHERE id = ?", [.integer(isFindable ? 1 : 0), .integer(key)])
        }
        if try !connection.areWordsSound() {
            try connection.rebuildWords()
            changed.tell("The words by which values are looked up were made anew.")
        }
        guard try changed.count > 0 || !connection.searchFaults().isEmpty else { return changed }
        try connection.rebuildIndex()
        changed.tell("The search index was made anew.")
        return changed
    }
}
