import Ledger
import Workflow

/// One line of the journal.
public struct OperationLine: Sendable {
    public let id: Int
    /// ISO 8601, UTC.
    public let recorded: String
    public let effective: Day
    /// A person's key.
    public let actor: String
    /// The person's name; `(erased)` when nobody may know it any more.
    public let actorName: String
    public let command: String
    /// The operation it reversed.
    public let reverses: Int?
    /// The operation that reversed it.
    public let reversedBy: Int?
}

extension View {
    /// The newest operations first.
    public func operations(limit: Int) throws -> [OperationLine] {
        try lines("ORDER BY operation.id DESC LIMIT ?", [.integer(limit)])
    }

    /// The references of what an operation was done to, in its order, at most so many.
    public func references(of line: OperationLine, limit: Int) throws -> [String] {
        let happened = try connection.rows(
            """
            SELECT item.reference FROM event JOIN item ON item.id = event.item
            WHERE event.operation = ? GROUP BY item.id ORDER BY min(event.id) LIMIT ?
            """, [.integer(line.id), .integer(limit)]
        ).map { $0.word("reference") }
        guard happened.isEmpty else { return happened }
        var seen: Set<String> = []
        return try touched(by: line).meetings.map(\.meeting.reference).filter { seen.insert($0).inserted }
    }

    public func operation(_ id: Int) throws -> OperationLine {
        guard let line = try lines("WHERE operation.id = ?", [.integer(id)]).first else {
            throw RegisterError.notFound("There is no operation \(id).", remedies: [.deed("log")])
        }
        return line
    }

    private func lines(_ condition: String, _ arguments: [SQLValue]) throws -> [OperationLine] {
        try connection.rows(
            """
            SELECT operation.id, operation.recorded, operation.effective, operation.actor, operation.command,
              operation.reverses, undo.id AS reversed_by
            FROM operation LEFT JOIN operation AS undo ON undo.reverses = operation.id \(condition)
            """, arguments
        ).map { row in
            OperationLine(
                id: row.count("id"), recorded: row.word("recorded"), effective: row.day("effective") ?? today,
                actor: row.word("actor"), actorName: try person(id: row.word("actor")).name,
                command: row.word("command"), reverses: row.integer("reverses"),
                reversedBy: row.integer("reversed_by"))
        }
    }
}

extension View {
    /// Throws when an operation cannot be taken back: it was already, it made the register or erased something, a row has
    /// changed since, or something that went out or was decided rests on it. Who may is asked elsewhere.
    public func checkUndo(of line: OperationLine, as standing: Standing) throws {
        if let later = line.reversedBy {
            throw View.undoRefusal("Operation \(line.id) was undone already, by operation \(later).")
        }
        guard line.reverses == nil else {
            throw View.undoRefusal(
                "Operation \(line.id) is itself an undo.", remedies: [.say("Cause the event again instead.")])
        }
        guard line.id > 1 else { throw View.undoRefusal("The first operation made the register itself.") }
        guard
            try connection.rows(
                "SELECT position FROM change WHERE operation = ? AND relation = ? AND key <> ? LIMIT 1",
                [.integer(line.id), .text(Relation.setting.name), .text(View.calendarDigest)]
            ).isEmpty
        else {
            throw View.undoRefusal(
                "Operation \(line.id) tells where this register comes from, which nothing takes back.")
        }
        try checkPapers(of: line)
        try checkFiles(of: line)
        try checkReleases(of: line)
        try checkAdditions(of: line)
        var seen: Set<String> = []
        for row in try connection.rows(
            "SELECT relation, key, after FROM change WHERE operation = ? ORDER BY position DESC",
            [.integer(line.id)])
        {
            guard let relation = Relation.undone(row.word("relation")),
                seen.insert("\(relation.name) \(row.word("key"))").inserted
            else { continue }
            let current = try connection.stored(relation, key: relation.key(row.word("key")))
            guard current.map(relation.image) == row.text("after") else {
                throw View.undoRefusal(
                    "\(try named(relation, row.word("key"))) has changed since operation \(line.id).",
                    remedies: [.say("Undo the later operations first, newest first.")])
            }
        }
        let happened = try connection.rows("SELECT id FROM event WHERE operation = ? LIMIT 1", [.integer(line.id)])
        guard !seen.isEmpty || !happened.isEmpty else {
            throw View.undoRefusal("Operation \(line.id) brought nothing that can be taken back.")
        }
        try checkNothingRests(on: line, as: standing)
        for row in try connection.rows(
            "SELECT before FROM change WHERE operation = ? AND relation = ?",
            [.integer(line.id), .text(Relation.item.name)])
        {
            try checkNothingErased(in: row)
        }
    }

    /// What an item's fields held has to be there still.
    private func checkNothingErased(in row: Row) throws {
        guard let before = row.text("before"),
            case .object(let members) = try ItemCoding.parse(try ItemCoding.parse(before)["fields"]?.string ?? "{}")
        else { return }
        for seal in members.values.compactMap(Sealed.init) where try connection.open(seal) == nil {
            throw View.undoRefusal(
                "What it would bring back has been erased for good.",
                remedies: [.say("Record it anew where that is right.")])
        }
    }

    /// A row, as people call what it holds: `N-7`, `Item 16.1 of north-2020-01-14`.
    private func named(_ relation: Relation, _ key: String) throws -> String {
        let row = try connection.row("SELECT * FROM \(relation.name) WHERE \(relation.key) = ?", [relation.key(key)])
        func reference(_ column: String) throws -> String? {
            try row?.integer(column).map { try item(id: $0).reference }
        }
        switch relation {
        case .item, .decision: return row?.text("reference") ?? "Something it touched"
        case .agendaItem:
            guard let row, let meeting = try reference("meeting") else { return "Something on an agenda" }
            return "Item \(row.word("number")) of \(meeting)"
        case .attendance: return try reference("meeting").map { "Who was at \($0)" } ?? "Who was at a meeting"
        case .declaration: return try reference("meeting").map { "What was declared at \($0)" } ?? "What was declared"
        case .issued: return row?.text("name") ?? "A paper"
        default: return "Something it touched"
        }
    }

    static func undoRefusal(_ sentence: String, remedies: [Remedy] = []) -> RegisterError {
        .refused([Reason(kind: .rule, sentence: sentence, remedies: remedies)])
    }
}

extension Operation {
    /// Puts back every row that an operation touched, as it was before it. Numbers once given are not given again.
    public func undo(_ line: OperationLine, as standing: Standing) throws {
        try view.checkUndo(of: line, as: standing)
        reverses = line.id
        let touched = try view.touched(by: line).events
        let events = try connection.rows(
            "SELECT item, name, target, origin, capacity FROM event WHERE operation = ? ORDER BY id DESC",
            [.integer(line.id)]
        ).map { row in (row, try capacityToUndo(row, among: touched, as: standing)) }
        for row in try connection.rows(
            "SELECT relation, key, before FROM change WHERE operation = ? ORDER BY position DESC", [.integer(line.id)])
        {
            guard let relation = Relation.undone(row.word("relation")) else { continue }
            do {
                try reverse(relation, key: row.word("key"), before: row.text("before"))
            } catch LedgerError.constraint {
                throw View.undoRefusal(
                    "Something recorded since refers to what operation \(line.id) brought.",
                    remedies: [.say("Undo the later operations first, newest first.")])
            }
        }
        for (row, capacity) in events {
            let item = row.count("item")
            if try connection.rows("SELECT id FROM item WHERE id = ?", [.integer(item)]).isEmpty {
                try erase(of: .item(item))
            }
            try append(
                NewEvent(
                    item: item, name: OwnEvent.undo.rawValue, origin: row.word("target"),
                    target: row.text("origin") ?? "",
                    capacity: capacity,
                    given: JSON.object(["operation": .number(line.id)]).text))
        }
    }

    /// The role in which somebody takes an event back: one that could have caused it, where they hold one.
    private func capacityToUndo(_ event: Row, among touched: [Touched.Event], as standing: Standing) throws -> String {
        let item = try view.item(id: event.count("item"))
        let held = try touched.first { $0.item.id == item.id }.map { try view.actor(standing, undoing: $0).roles } ?? []
        let able = item.definition.event(event.word("name"))?.by ?? item.definition.upgradedBy
        return held.first(where: able.contains) ?? standing.posts.first?.role ?? event.word("capacity")
    }

    private func reverse(_ relation: Relation, key written: String, before: String?) throws {
        let key = relation.key(written)
        defer { if relation == .publicContact { view.forgetReference() } }
        let current = try connection.stored(relation, key: key)
        guard let before else {
            if relation == .item, let current { try countItem(current, by: -1) }
            if relation == .agendaItem { try restoreMinutes(in: nil, current: current) }
            if relation == .attached, let current { try eraseContents(of: current) }
            if relation == .person { try erase(of: .person(written)) }
            if relation == .seat, let seat = Int(written) { try erase(of: .seat(seat)) }
            if [.person, .seat].contains(relation) { view.keptDirectory = nil }
            return try delete(relation, key: key)
        }
        let values = relation.values(of: try ItemCoding.parse(before))
        if relation == .item { try restoreSeals(in: values, current: current) }
        if relation == .agendaItem { try restoreMinutes(in: values, current: current) }
        if [.person, .seat].contains(relation) {
            let kept = Set((current ?? []).compactMap { Sealed(text: $0.text) })
            for seal in values.compactMap({ Sealed(text: $0.text) })
            where try !kept.contains(seal) && connection.open(seal) == nil {
                throw View.undoRefusal(
                    "What it would bring back has been erased for good.",
                    remedies: [.say("Record it anew where that is right.")])
            }
            view.keptDirectory = nil
        }
        if current == nil {
            _ = try insert(relation, key: key, values)
        } else {
            try update(relation, key: key, Dictionary(uniqueKeysWithValues: zip(relation.columns, values)))
        }
        if relation == .item {
            if let current { try countItem(current, by: -1) }
            try countItem(values, by: 1)
        }
    }

    /// What an attached file holds goes with its row.
    private func eraseContents(of values: [SQLValue]) throws {
        let row = Dictionary(uniqueKeysWithValues: zip(Relation.attached.columns, values))
        if let digest = row["digest"]?.text { try erase(contents: digest) }
    }

    private func countItem(_ values: [SQLValue], by step: Int) throws {
        let row = Dictionary(uniqueKeysWithValues: zip(Relation.item.columns, values))
        let area = try ItemCoding.parse(row["fields"]?.text ?? "{}")["area"]?.string
        let workflow = row["workflow"]?.text ?? ""
        guard let state = row["state"]?.text else { return }
        count(workflow: workflow, area: area, state: state, by: step)
    }

    /// The same for what was minuted under an agenda item.
    private func restoreMinutes(in values: [SQLValue]?, current: [SQLValue]?) throws {
        func seal(_ values: [SQLValue]?) -> Sealed? {
            let row = values.map { Dictionary(uniqueKeysWithValues: zip(Relation.agendaItem.columns, $0)) }
            return Sealed(text: row?["discussed"]?.text)
        }
        let (then, now) = (seal(values), seal(current))
        guard then != now else { return }
        if let now { try supersede(now) }
        if let then { try mark(then) { _ in true } }
    }

    /// The values a row had before are findable again, the ones it has now are not.
    private func restoreSeals(in values: [SQLValue], current: [SQLValue]?) throws {
        func seals(_ values: [SQLValue]?) throws -> Set<Sealed> {
            guard let values, let index = Relation.item.columns.firstIndex(of: "fields"),
                case .object(let members) = try ItemCoding.parse(values[index].text ?? "{}")
            else { return [] }
            return Set(members.values.compactMap(Sealed.init))
        }
        let then = try seals(values)
        for seal in try seals(current).subtracting(then) { try supersede(seal) }
        guard let key = values[Relation.item.columns.firstIndex(of: "definition") ?? 0].integer,
            let workflow = values[0].text
        else { return }
        let definition = try view.pinned(key, workflow: workflow)
        for seal in then { try restore(seal, in: definition) }
    }
}
