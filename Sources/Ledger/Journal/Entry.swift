/// One write to a ledger: one transaction, one operation of the journal.
///
/// Everything that changes a journalled table goes through `insert`, `update` and `delete`, which keep the row before and
/// after. `finish` chains the whole operation to the one before it. Counters are gathered and written once. Whoever uses
/// the ledger adds in a subclass what an operation is to them.
open class Entry {
    /// The operation's number: 1, 2, 3 and so on without a gap.
    public let number: Int
    public let connection: any Connection
    /// The operation it takes back.
    public var reverses: Int?
    /// The digests of the key it is written under, and of what was asked for with it; no two operations have one key.
    public var key: (key: String, words: String)?
    /// Its hash, once it is finished.
    public private(set) var hash: String?

    private let actor: String
    private let effective: String
    private let recorded: String
    private let command: String
    private let previous: String
    private var changes = Hash()
    private var happened = Hash()
    private var seals = Hash()
    private var position = 0
    /// The number of the last event, and of the one before the first of this operation.
    private var event: Int
    private let eventBefore: Int
    /// The number of the last value that was put into the vault.
    private var sealed: Int
    private var counters: [String: (stored: Int, last: Int)] = [:]

    /// - Parameters:
    ///   - actor: a key of whoever acts.
    ///   - effective: the day it happened, ISO 8601.
    ///   - recorded: the moment it is written down, ISO 8601, UTC. A clock that has stepped back says an earlier one than that
    ///     of the operation before it: then it is that one's, so that the journal's times never go back.
    ///   - command: what the journal calls it.
    public init(
        on connection: any Connection, by actor: String, effective: String, recorded: String, command: String
    ) throws {
        self.connection = connection
        self.actor = actor
        self.effective = effective
        self.command = command
        let last = try connection.row(
            "SELECT id, recorded, events, sealed, hash FROM operation ORDER BY id DESC LIMIT 1")
        self.recorded = max(recorded, last?.text("recorded") ?? "")
        number = (last?.integer("id") ?? 0) + 1
        previous = last?.text("hash") ?? ""
        eventBefore = last?.integer("events") ?? 0
        event = eventBefore
        sealed = last?.integer("sealed") ?? 0
    }

    /// Whether nothing was changed or recorded.
    public var isEmpty: Bool { position == 0 && event == eventBefore && !isKept }
    /// Something in the vault, or contents, were erased.
    public internal(set) var hasErased = false
    /// It is recorded, whether or not it changed anything.
    public var isKept = false

    /// Adds a row; one with a numbered key gets the next number where none is given. The answer is that number.
    @discardableResult
    public func insert(_ relation: Relation, key: SQLValue = .null, _ values: [SQLValue]) throws -> Int {
        let key = key == .null && relation.hasNumberedKey ? SQLValue.integer(try next(in: relation.name)) : key
        try add(relation, key: key, values)
        try record(relation, key: key, before: nil, after: relation.image(values))
        return key.integer ?? 0
    }

    /// The row alone: the journal has it already, or gets it by whoever calls this.
    func add(_ relation: Relation, key: SQLValue, _ values: [SQLValue]) throws {
        try connection.execute(relation.insertion, [key] + relation.storing(values))
    }

    /// Writes some columns of a row. `guarding` adds a condition to the statement itself; the answer says whether the row
    /// was still as it demands.
    @discardableResult
    public func update(
        _ relation: Relation, key: SQLValue, _ changes: [String: SQLValue],
        guarding guardColumn: (name: String, value: SQLValue)? = nil
    ) throws -> Bool {
        guard let before = try connection.stored(relation, key: key) else { return false }
        let after = zip(relation.columns, before).map { changes[$0] ?? $1 }
        let derived = relation.derived.map { Array(zip($0.columns, $0.values(after))) } ?? []
        let written = changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + derived
        var sql = "UPDATE \(relation.name) SET " + written.map { "\($0.0) = ?" }.joined(separator: ", ")
        sql += " WHERE \(relation.key) = ?"
        var arguments = written.map(\.1) + [key]
        if let guardColumn {
            sql += " AND \(guardColumn.name) = ?"
            arguments.append(guardColumn.value)
        }
        try connection.execute(sql, arguments)
        guard connection.changedRows == 1 else { return false }
        try record(relation, key: key, before: relation.image(before), after: relation.image(after))
        return true
    }

    public func delete(_ relation: Relation, key: SQLValue) throws {
        guard let before = try connection.stored(relation, key: key) else { return }
        try connection.execute("DELETE FROM \(relation.name) WHERE \(relation.key) = ?", [key])
        try record(relation, key: key, before: relation.image(before), after: nil)
    }

    private func record(_ relation: Relation, key: SQLValue, before: String?, after: String?) throws {
        position += 1
        changes.add(relation.name, key.journalKey, before, after)
        try connection.execute(
            "INSERT INTO change (operation, position, relation, key, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .integer(number), .integer(position), .text(relation.name), .text(key.journalKey), SQLValue(before),
                SQLValue(after),
            ])
    }

    /// Appends what happened to an item.
    public func append(_ event: NewEvent) throws {
        self.event += 1
        let day = event.happened ?? effective
        happened.add(
            String(self.event), String(event.item), event.name, event.origin, event.target, day, actor, event.capacity,
            event.given)
        try connection.execute(
            """
            INSERT INTO event (id, operation, item, name, origin, target, happened, actor, capacity, given)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(self.event), .integer(number), .integer(event.item), .text(event.name), SQLValue(event.origin),
                .text(event.target),
                .text(day), .text(actor), .text(event.capacity), .text(event.given),
            ])
    }

    /// Puts a commitment on record, under the number that the value it is to gets in the vault.
    func commit(_ commitment: String) throws -> Int {
        sealed += 1
        seals.add(commitment)
        try connection.execute(
            "INSERT INTO seal (id, commitment) VALUES (?, ?)", [.integer(sealed), .text(commitment)])
        return sealed
    }

    /// The next number of a series that never gives one twice.
    public func next(in series: String) throws -> Int {
        if let counter = counters[series] {
            counters[series]?.last += 1
            return counter.last + 1
        }
        let stored =
            try connection.row("SELECT last FROM counter WHERE name = ?", [.text(series)])?.integer("last") ?? 0
        counters[series] = (stored, stored + 1)
        return stored + 1
    }

    /// Writes what was gathered and chains the operation to the journal.
    open func finish() throws {
        for (series, counter) in counters.sorted(by: { $0.key < $1.key }) {
            if counter.stored == 0 {
                try insert(.counter, key: .text(series), [.integer(counter.last)])
            } else {
                try update(.counter, key: .text(series), ["last": .integer(counter.last)])
            }
        }
        let hash = Chain.hash(
            after: previous, number: number, recorded: recorded, effective: effective, actor: actor, command: command,
            reverses: reverses, key: key?.key, words: key?.words, events: event, sealed: sealed,
            changes: changes.finish(), happened: happened.finish(), seals: seals.finish())
        self.hash = hash
        try connection.execute(
            """
            INSERT INTO operation (id, recorded, effective, actor, command, reverses, key, words, events, sealed, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(number), .text(recorded), .text(effective), .text(actor), .text(command), SQLValue(reverses),
                SQLValue(key?.key), SQLValue(key?.words), .integer(event), .integer(sealed), .text(hash),
            ])
    }
}
