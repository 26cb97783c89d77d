extension Audit {
    /// Compares every journalled row with what the journal made of it last, each change with the one before it, and every
    /// commitment that came with one with what lies in the vault.
    func checkRows(items look: (Item) throws -> Void) throws {
        // What was erased on record is asked of everything else.
        let relations = [.erased] + schema.relations.filter { $0 != .erased }
        var events = 0
        for relation in relations {
            try eachRow(of: relation) { row in
                let what = name(relation, row.key, row.image)
                if !row.goesOn { tell("\(what): its changes do not go on from one another.") }
                if !row.isAsStored {
                    let columns = row.differing.isEmpty ? "" : ": \(row.differing.joined(separator: ", "))"
                    tell(
                        mendable: row.text == nil
                            ? "\(what) is there, but not in the journal."
                            : "\(what) is not as the journal has it\(columns).")
                }
                if relation == .erased, let key = Int(row.key) { erased.insert(key) }
                var opened = Set<Sealed>()
                for (place, seal) in row.seals where opened.insert(seal).inserted {
                    try check(seal, "\(what): \(place)")
                }
                for digest in row.contents { try check(contents: digest, what) }
                guard relation == schema.items, let key = Int(row.key) else { return }
                items += row.text == nil ? 0 : 1
                let happened = try connection.rows("SELECT * FROM event WHERE item = ? ORDER BY id", [.integer(key)])
                events += happened.count
                for event in happened {
                    guard let given = JSON(text: event.word("given")) else {
                        tell("\(what): what was given with event \(event.count("id")) cannot be read.")
                        continue
                    }
                    for (place, seal) in Sealed.all(in: given) where opened.insert(seal).inserted {
                        try check(seal, "\(what): \(place), as it was given")
                    }
                }
                try look(Item(key: key, row: row.image, events: happened, changed: row.operations))
            }
        }
        if try connection.row("SELECT count(*) AS count FROM event")?.integer("count") != events {
            tell("Something happened to an item that is not on record.")
        }
        let known = schema.relations.map { SQLValue.text($0.name) }
        let marks = known.map { _ in "?" }.joined(separator: ", ")
        for row in try connection.rows("SELECT DISTINCT relation FROM change WHERE relation NOT IN (\(marks))", known) {
            tell("The journal tells of a table \(row.word("relation")), which there is not.")
        }
    }

    /// A row of a relation through all of its changes.
    struct History {
        let key: String
        /// As the journal has it last; nil when it is gone.
        let text: String?
        let image: JSON?
        /// Each change begins with what the one before it left.
        let goesOn: Bool
        /// The table holds what the journal has last.
        let isAsStored: Bool
        /// The columns in which it does not, where there is a row to compare.
        let differing: [String]
        /// The operations that changed it.
        let operations: [Int]
        /// Every commitment that any of its changes brought, and where it stands.
        let seals: [(place: String, seal: Sealed)]
        /// The digest of all contents that any of its images names.
        var contents: Set<String> = []
    }

    /// Every row that the journal or the table knows.
    func eachRow(of relation: Relation, _ body: (History) throws -> Void) throws {
        let changes = try connection.cursor(
            "SELECT key, before, after, operation FROM change WHERE relation = ? ORDER BY key, operation, position",
            [.text(relation.name)])
        let count = try connection.row("SELECT count(*) AS count FROM \(relation.name)")?.integer("count")
        let sql = "SELECT \(relation.stored.joined(separator: ", ")) FROM \(relation.name) WHERE \(relation.key) = ?"
        var kept = 0
        var line = try changes.next()
        while let first = line {
            let key = first.values[0].text ?? ""
            var text: String?
            var goesOn = true
            var seals: [(place: String, seal: Sealed)] = []
            var image: JSON?
            var operations: [Int] = []
            var contents: Set<String> = []
            while let change = line, isSame(change.values[0].text, key) {
                goesOn = goesOn && isSame(change.values[1].text, text)
                text = change.values[2].text
                if !relation.sealed.isEmpty || !relation.contents.isEmpty || relation == schema.items {
                    image = text.flatMap { JSON(text: $0) }
                    goesOn = goesOn && (image == nil) == (text == nil)
                    if let image {
                        seals += relation.seals(in: image)
                        contents.formUnion(relation.digests(in: image))
                    }
                }
                if relation == schema.items, let operation = change.values[3].integer, operations.last != operation {
                    operations.append(operation)
                }
                line = try changes.next()
            }
            let stored = try connection.row(sql, [relation.key(key)])?.values
            kept += stored == nil ? 0 : 1
            let row = stored.map { Array($0.prefix(relation.columns.count)) }
            let isAsStored = isSame(row.map(relation.image), text) && row.map(relation.storing) == stored
            var differing: [String] = []
            if !isAsStored, let stored, let expected = text.flatMap({ JSON(text: $0) }).map(relation.values) {
                differing = zip(relation.stored, zip(stored, relation.storing(expected))).filter { $1.0 != $1.1 }.map(
                    \.0)
            }
            try body(
                History(
                    key: key, text: text, image: image, goesOn: goesOn, isAsStored: isAsStored, differing: differing,
                    operations: operations, seals: seals, contents: contents))
        }
        guard count != kept else { return }
        for row in try connection.rows(
            """
            SELECT \(relation.key) AS key FROM \(relation.name) WHERE NOT EXISTS (
              SELECT 1 FROM change WHERE relation = ? AND change.key = CAST(\(relation.name).\(relation.key) AS TEXT))
            """, [.text(relation.name)])
        {
            try body(
                History(
                    key: row["key"].journalKey, text: nil, image: nil, goesOn: true, isAsStored: false, differing: [],
                    operations: [], seals: []))
        }
    }

    /// Byte by byte: to Swift, two ways to write an accent are the same text.
    private func isSame(_ left: String?, _ right: String?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (let left?, let right?):
            left.utf8.count == right.utf8.count
                && left.utf8.withContiguousStorageIfAvailable { left in
                    right.utf8.withContiguousStorageIfAvailable { right in
                        left.elementsEqual(right)
                    }
                } == true
        default: false
        }
    }
}
