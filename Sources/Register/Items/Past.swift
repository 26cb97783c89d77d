import Ledger
import Partnership
import Workflow

/// What the record says of a past day: whatever had happened by then, whenever it was recorded, less what was undone since.
extension View {
    /// An item as it stood at the end of a day; nil when it had not begun. What was erased since reads "(erased)", and words
    /// that were taken out of a text since are taken out of its past too; of what an event emptied with its codes, as a
    /// diversion does, nothing is told.
    public func past(_ item: StoredItem, on day: Day) throws -> StoredItem? {
        let events = try connection.rows(
            """
            SELECT event.operation, event.name, event.happened FROM event
            LEFT JOIN operation AS undo ON undo.reverses = event.operation
            WHERE event.item = ? AND event.name <> 'undo' AND undo.id IS NULL ORDER BY event.id
            """, [.integer(item.id)])
        guard let last = events.last(where: { ($0.day("happened") ?? day) <= day }) else { return nil }
        let changed = try connection.row(
            """
            SELECT after FROM change WHERE relation = ? AND key = ? AND operation = ? ORDER BY position DESC LIMIT 1
            """, [.text(Relation.item.name), .text(String(item.id)), .integer(last.count("operation"))])
        guard let image = try changed?.text("after").map(ItemCoding.parse) else { return nil }
        return try self.item(image, of: item) { definition in
            events.contains { event in
                guard (event.day("happened") ?? day) > day, let event = definition.event(event.word("name")) else {
                    return false
                }
                return !event.erases.isEmpty && !event.clears.isEmpty
            }
        }
    }

    /// An item as it stood when an operation had happened, as the record has it now.
    func stood(_ item: StoredItem, after operation: Int) throws -> StoredItem {
        try image(of: item, asAt: operation).map { try self.item($0, of: item) { _ in false } } ?? item
    }

    /// An item as the journal has it. What was erased since reads "(erased)".
    ///
    /// - Parameter isEmptied: whether an event since has emptied it with its codes, so that nothing is told of them.
    private func item(
        _ values: JSON, of item: StoredItem, isEmptied: (Definition) -> Bool
    ) throws -> StoredItem {
        guard let state = values["state"]?.string, let version = values["version"]?.number,
            let key = values["definition"]?.number,
            case .object(let members) = try ItemCoding.parse(
                values["fields"]?.string ?? "{}")
        else { throw RegisterError.damaged("the journal's row of \(item.reference) cannot be read") }
        let definition = try pinned(key, workflow: item.workflow)
        var (fields, sealed) = try opened(members, of: item.id, in: definition)
        for (name, seal) in sealed where fields[name] == nil {
            fields[name] = .text(try redacted(seal, in: name, of: item) ?? Person.erased)
        }
        if isEmptied(definition) { fields = fields.filter { item.item.fields[$0.key] != nil } }
        sealed = sealed.filter { fields[$0.key] != nil }
        return StoredItem(
            id: item.id, workflow: item.workflow, reference: item.reference, version: version,
            isOpen: values["open"]?.number == 1, definition: definition,
            item: Item(
                state: state, fields: fields,
                clocks: ItemCoding.clocks(try ItemCoding.parse(values["clocks"]?.string ?? "{}"))),
            definitionKey: key, sealed: sealed)
    }

    /// What a field's text became when words were taken out of it; nil where it was erased as a whole.
    private func redacted(_ seal: Sealed, in field: String, of item: StoredItem) throws -> String? {
        let changed = try connection.row(
            """
            SELECT change.after FROM erased JOIN change ON change.operation = erased.operation
            WHERE erased.vault = ? AND change.relation = ? AND change.key = ? ORDER BY change.position DESC LIMIT 1
            """, [.integer(seal.key), .text(Relation.item.name), .text(String(item.id))])
        guard let image = changed?.text("after"),
            case .object(let members) = try ItemCoding.parse(try ItemCoding.parse(image)["fields"]?.string ?? "{}"),
            let new = members[field].flatMap(Sealed.init), new.key != seal.key
        else { return nil }
        let again = try connection.row("SELECT value FROM vault WHERE id = ?", [.integer(new.key)])?.text("value")
        return try again ?? redacted(new, in: field, of: item)
    }

    /// Issues that a filter lets through as they stood at the end of a day, newest first. What somebody may read of each is
    /// what they may read of it now.
    public func pastIssues(_ filter: IssueFilter, on day: Day, as standing: Standing) throws -> [ItemLine] {
        var lines: [ItemLine] = []
        var skipped = 0
        while lines.count < filter.limit {
            let rows = try connection.rows(
                """
                SELECT \(View.itemColumns) FROM item WHERE workflow = 'issue' AND happens <= ?
                ORDER BY happens DESC, id DESC LIMIT ? OFFSET ?
                """, [.text(day.description), .integer(200), .integer(skipped)])
            for row in rows where lines.count < filter.limit {
                let present = try stored(row)
                guard let past = try past(present, on: day), filter.lets(past, on: day) else { continue }
                let line = try line(past, now: present, as: standing)
                // What anybody may know of an issue is what it is, and not what it was.
                if line.showsRecord, filter.isTold(line, on: day), try isAwaited(line, by: filter.waitsFor) {
                    lines.append(line)
                }
            }
            skipped += rows.count
            if rows.count < 200 { break }
        }
        return lines
    }

    public func line(_ past: StoredItem, now present: StoredItem, as standing: Standing) throws -> ItemLine {
        let seen = try seen(past, now: present, as: standing, isNoted: false)
        func name(_ field: String) -> String? {
            if case .text(let name)? = seen.fields[field] { return name }
            return nil
        }
        var line = ItemLine(
            reference: past.reference, workflow: past.workflow, state: past.state,
            title: StoredItem.naming.lazy.compactMap(name).first,
            area: name("area"), theme: name("theme"), owner: name("owner"),
            happens: seen.showsRecord ? past.day("received") ?? past.day("date") : nil, due: seen.due?.on,
            clock: seen.due?.clock,
            version: past.version, showsRecord: seen.showsRecord)
        line.hidden = seen.hidden
        line.hiddenClocks = seen.hiddenClocks
        line.sight = seen.sight
        line.codes = past.item.fields.filter { seen.fields[$0.key] != nil && past.sealed[$0.key] == nil }
        return line
    }
}

extension IssueFilter {
    /// Whether an item is among those that are asked for; words are not looked for.
    fileprivate func lets(_ item: StoredItem, on day: Day) -> Bool {
        func among(_ names: [String], _ field: String) -> Bool {
            names.isEmpty || item.text(field).map(names.contains) ?? false
        }
        let received = item.day("received") ?? day
        return among(areas, "area") && among(themes, "theme") && (states.isEmpty || states.contains(item.state))
            && (owner == nil || item.text("owner") == owner) && (meeting == nil || item.text("meeting") == meeting)
            && (!open || item.isOpen) && (!overdue || item.due.map { $0.on < day } ?? false)
            && (raisedFrom.map { received >= $0 } ?? true) && (raisedTo.map { received <= $0 } ?? true)
    }
}
