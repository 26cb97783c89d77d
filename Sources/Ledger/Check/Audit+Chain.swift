extension Audit {
    /// Follows the hash chain: every operation, its changes, its events and what it sealed, in order and without a gap.
    func checkChain() throws {
        let lines = try connection.cursor(
            """
            SELECT id, recorded, effective, actor, command, reverses, key, words, events, sealed, hash
            FROM operation ORDER BY id
            """)
        let changes = try Feed(
            connection.cursor(
                """
                SELECT operation, position, relation, key, before, after FROM change ORDER BY operation, position
                """))
        let events = try Feed(
            connection.cursor(
                """
                SELECT operation, id, item, name, origin, target, happened, actor, capacity, given
                FROM event ORDER BY operation, id
                """))
        let seals = try Feed(connection.cursor("SELECT id, commitment FROM seal ORDER BY id"))
        var previous = (hash: "", recorded: "", event: 0)
        while let line = try lines.next() {
            let id = line.count("id")
            if id != operations + 1 { tell("Operation \(operations + 1) is missing from the journal.") }
            operations = id
            try tellOrphans(in: changes, before: id, "Changes")
            try tellOrphans(in: events, before: id, "Events")

            var changed = Hash()
            var position = 0
            while let change = try changes.take(of: id) {
                position += 1
                if change.values[1].integer != position {
                    tell("Operation \(id): its changes are not numbered in order.")
                    position = change.values[1].integer ?? position
                }
                for value in change.values[2...] { changed.add(value.text) }
            }
            var happened = Hash()
            while let event = try events.take(of: id) {
                previous.event += 1
                if event.values[1].integer != previous.event {
                    tell("Operation \(id): its events are not numbered in order.")
                    previous.event = event.values[1].integer ?? previous.event
                }
                if event.text("actor") != line.text("actor") {
                    tell("Operation \(id): an event of it is somebody else's.")
                }
                happened.add(String(previous.event))
                happened.add(event.values[2].integer.map(String.init))
                for value in event.values[3...] { happened.add(value.text) }
            }
            if line.count("sealed") < sealed { tell("Operation \(id): numbers of the vault were given twice.") }
            var committed = Hash()
            while let seal = try seals.take(before: line.count("sealed") + 1) {
                sealed += 1
                if seal.values[0].integer != sealed {
                    tell("Operation \(id): what it sealed is not numbered in order.")
                }
                committed.add(seal.values[1].text)
            }
            if line.count("sealed") > sealed { tell("Operation \(id): a commitment is missing.") }
            sealed = line.count("sealed")
            let hash = Chain.hash(
                after: previous.hash, number: line.integer("id"), recorded: line.text("recorded"),
                effective: line.text("effective"), actor: line.text("actor"), command: line.text("command"),
                reverses: line.integer("reverses"), key: line.text("key"), words: line.text("words"),
                events: line.integer("events"), sealed: line.integer("sealed"),
                changes: changed.finish(), happened: happened.finish(), seals: committed.finish())
            if hash != line.text("hash") { tell("Operation \(id) is not what was recorded: its hash differs.") }
            if line.integer("events") != previous.event {
                tell("Operation \(id): an event is missing, or there is one too many.")
            }
            let recorded = line.word("recorded")
            if recorded < previous.recorded { tell("Operation \(id) was recorded before the one before it.") }
            previous = (line.word("hash"), recorded, previous.event)
        }
        try tellOrphans(in: changes, before: .max, "Changes")
        try tellOrphans(in: events, before: .max, "Events")
        if try seals.take(before: .max) != nil { tell("Something was sealed by an operation that is not on record.") }
        if operations == 0 { tell("There is no operation on record: every ledger begins with one.") }
    }

    private func tellOrphans(in feed: Feed, before number: Int, _ what: String) throws {
        var told: Int?
        while let row = try feed.take(before: number) {
            let operation = row.values[0].integer
            if told != operation { tell("\(what) are on record of operation \(operation ?? 0), which is not.") }
            told = operation
        }
    }
}

/// Rows in order of the operation that their first column names.
private final class Feed {
    private let cursor: any RowCursor
    private var row: Row?

    init(_ cursor: any RowCursor) throws {
        self.cursor = cursor
        row = try cursor.next()
    }

    func take(of operation: Int) throws -> Row? {
        guard let found = row, found.values[0].integer == operation else { return nil }
        row = try cursor.next()
        return found
    }

    func take(before operation: Int) throws -> Row? {
        guard let found = row, (found.values[0].integer ?? .min) < operation else { return nil }
        row = try cursor.next()
        return found
    }
}
