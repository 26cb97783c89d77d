import Foundation
import Workflow

/// One write to the register: one transaction, one line of the journal.
///
/// Everything that changes a journalled table goes through `insert`, `update` and `delete`, which keep the row before and
/// after. `finish` chains the whole operation to the one before it. Counters and tallies are gathered and written once.
public final class Operation {
    public let view: View
    /// The person who acts.
    public let actor: Person
    /// When it happened; what is recorded is always now.
    public let on: Day
    public let id: Int
    let connection: any Connection

    private let recorded: String
    private let command: String
    /// The operation it takes back.
    var reverses: Int?
    /// The digests of the key it is written under, and of the words with it.
    var key: (key: String, words: String)?
    /// Its own, once it is finished.
    private(set) var hash: String?
    private let previous: String
    private var changes = Hash()
    private var events = Hash()
    private var position = 0
    private var eventsWritten = 0
    private var counters: [String: (stored: Int, last: Int)] = [:]
    private var tallies: [Tally: Int] = [:]
    /// Definition keys found once: an import asks for them a hundred thousand times.
    var pinnedKeys: [String: Int] = [:]

    struct Tally: Hashable {
        let workflow: String
        let area: String
        let state: String
    }

    init(view: View, actor: Person, on: Day, recorded: String, command: String) throws {
        self.view = view
        self.connection = view.connection
        self.actor = actor
        self.on = on
        self.recorded = recorded
        self.command = command
        let last = try connection.row("SELECT id, hash FROM operation ORDER BY id DESC LIMIT 1")
        id = (last?.integer("id") ?? 0) + 1
        previous = last?.text("hash") ?? ""
    }

    /// Whether anything was changed or recorded.
    var isEmpty: Bool { position == 0 && eventsWritten == 0 }

    func insert(_ relation: Relation, key: SQLValue = .null, _ values: [SQLValue]) throws -> Int {
        let marks = Array(repeating: "?", count: values.count + 1).joined(separator: ", ")
        let columns = ([relation.key] + relation.columns).joined(separator: ", ")
        try connection.execute(
            "INSERT INTO \(relation.name) (\(columns)) VALUES (\(marks))", [key] + values)
        let rowKey = key == .null ? SQLValue.integer(connection.lastInsertedKey) : key
        try record(relation, key: rowKey, before: nil, after: relation.image(values))
        return rowKey.integer ?? 0
    }

    /// Writes some columns of a row. `guarding` adds a condition to the statement itself; the answer says whether the row
    /// was still as it demands.
    @discardableResult
    func update(
        _ relation: Relation, key: SQLValue, _ changes: [String: SQLValue],
        guarding guardColumn: (name: String, value: SQLValue)? = nil
    ) throws -> Bool {
        guard let before = try stored(relation, key: key) else { return false }
        let names = changes.keys.sorted()
        var sql = "UPDATE \(relation.name) SET " + names.map { "\($0) = ?" }.joined(separator: ", ")
        sql += " WHERE \(relation.key) = ?"
        var arguments = names.map { changes[$0] ?? .null } + [key]
        if let guardColumn {
            sql += " AND \(guardColumn.name) = ?"
            arguments.append(guardColumn.value)
        }
        try connection.execute(sql, arguments)
        guard connection.changedRows == 1 else { return false }
        let after = zip(relation.columns, before).map { changes[$0] ?? $1 }
        try record(relation, key: key, before: relation.image(before), after: relation.image(after))
        return true
    }

    /// Records a row as it stands, for what changed in the vault behind it.
    func touch(_ relation: Relation, key: SQLValue) throws {
        guard let row = try stored(relation, key: key) else { return }
        try record(relation, key: key, before: relation.image(row), after: relation.image(row))
    }

    func delete(_ relation: Relation, key: SQLValue) throws {
        guard let before = try stored(relation, key: key) else { return }
        try connection.execute("DELETE FROM \(relation.name) WHERE \(relation.key) = ?", [key])
        try record(relation, key: key, before: relation.image(before), after: nil)
    }

    func stored(_ relation: Relation, key: SQLValue) throws -> [SQLValue]? {
        try view.stored(relation, key: key)
    }

    private func record(_ relation: Relation, key: SQLValue, before: String?, after: String?) throws {
        position += 1
        changes.add(relation.name, key.journalKey, before, after)
        try connection.execute(
            "INSERT INTO change (operation, position, relation, key, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(id), .integer(position), .text(relation.name), .text(key.journalKey), SQLValue(before),
                SQLValue(after),
            ])
    }

    /// Appends what happened to an item, in the words of its workflow.
    func append(_ event: NewEvent) throws {
        eventsWritten += 1
        let happened = (event.happened ?? on).description
        events.add(
            String(event.item), event.name, event.origin, event.target, happened, actor.id, event.capacity,
            event.given)
        try connection.execute(
            """
            INSERT INTO event (operation, item, name, origin, target, happened, actor, capacity, given)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(id), .integer(event.item), .text(event.name), SQLValue(event.origin), .text(event.target),
                .text(happened), .text(actor.id), .text(event.capacity), .text(event.given),
            ])
    }

    struct NewEvent {
        let item: Int
        let name: String
        let origin: String?
        let target: String
        let capacity: String
        let given: String
        /// Nil when it happened on the operation's day.
        var happened: Day?
    }

    /// The next number of a series that never gives one twice.
    func next(in series: String) throws -> Int {
        if let counter = counters[series] {
            counters[series]?.last += 1
            return counter.last + 1
        }
        let stored =
            try connection.row("SELECT last FROM counter WHERE name = ?", [.text(series)])?.integer("last") ?? 0
        counters[series] = (stored, stored + 1)
        return stored + 1
    }

    func count(workflow: String, area: String?, from old: String?, to new: String?) {
        guard old != new else { return }
        if let old { tallies[Tally(workflow: workflow, area: area ?? "", state: old), default: 0] -= 1 }
        if let new { tallies[Tally(workflow: workflow, area: area ?? "", state: new), default: 0] += 1 }
    }

    /// Writes what was gathered and chains the operation to the journal.
    func finish() throws {
        for (series, counter) in counters.sorted(by: { $0.key < $1.key }) {
            if counter.stored == 0 {
                _ = try insert(.counter, key: .text(series), [.integer(counter.last)])
            } else {
                try update(.counter, key: .text(series), ["last": .integer(counter.last)])
            }
        }
        for (tally, difference) in tallies where difference != 0 {
            try connection.execute(
                """
                INSERT INTO tally (workflow, area, state, count) VALUES (?, ?, ?, max(?, 0))
                ON CONFLICT (workflow, area, state) DO UPDATE SET count = tally.count + ?
                """,
                [
                    .text(tally.workflow), .text(tally.area), .text(tally.state), .integer(difference),
                    .integer(difference),
                ])
        }
        let hash = Hash.of(
            previous, recorded, on.description, actor.id, command, reverses.map(String.init), key?.key, key?.words,
            changes.finish(), events.finish())
        self.hash = hash
        try connection.execute(
            """
            INSERT INTO operation (id, recorded, effective, actor, command, reverses, key, words, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(id), .text(recorded), .text(on.description), .text(actor.id), .text(command),
                SQLValue(reverses), SQLValue(key?.key), SQLValue(key?.words), .text(hash),
            ])
    }
}

extension SQLValue {
    /// A key as the journal writes it.
    var journalKey: String {
        switch self {
        case .null: ""
        case .integer(let integer): String(integer)
        case .text(let text): text
        }
    }
}

extension View {
    /// A row as it is stored: the values of its columns; nil when there is none.
    func stored(_ relation: Relation, key: SQLValue) throws -> [SQLValue]? {
        try connection.row(
            "SELECT \(relation.columns.joined(separator: ", ")) FROM \(relation.name) WHERE \(relation.key) = ?", [key]
        )?.values
    }
}
