import Workflow

/// One line of the journal.
public struct OperationLine: Sendable {
    public let id: Int
    /// ISO 8601, UTC.
    public let recorded: String
    public let effective: Day
    public let actor: String
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
                actor: row.word("actor"), command: row.word("command"), reverses: row.integer("reverses"),
                reversedBy: row.integer("reversed_by"))
        }
    }
}

extension Operation {
    /// Puts back every row that an operation touched, as it was before it. Numbers once given are not given again.
    ///
    /// Refused when a row has changed since, when the operation made the register, or when it erased something; and to
    /// whoever neither did it nor could have done it.
    public func undo(_ line: OperationLine, as standing: Standing) throws {
        if let later = line.reversedBy {
            throw refusal("Operation \(line.id) was undone already, by operation \(later).", remedies: [])
        }
        guard line.reverses == nil else {
            throw refusal("Operation \(line.id) is itself an undo.", remedies: [.say("Cause the event again instead.")])
        }
        reverses = line.id
        guard line.id > 1 else { throw refusal("The first operation made the register itself.", remedies: []) }
        if line.actor != standing.person.id {
            for row in try connection.rows(
                "SELECT item, name, capacity FROM event WHERE operation = ?", [.integer(line.id)])
            {
                _ = try capacityToUndo(row, of: line, as: standing)
            }
        }
        for row in try connection.rows(
            "SELECT relation, key, before, after FROM change WHERE operation = ? ORDER BY position DESC",
            [.integer(line.id)])
        {
            guard let relation = Relation.all.first(where: { $0.name == row.word("relation") }), relation != .counter,
                relation != .definition
            else { continue }
            try reverse(relation, key: row.word("key"), before: row.text("before"), after: row.text("after"), of: line)
        }
        for row in try connection.rows(
            "SELECT item, name, target, origin, capacity FROM event WHERE operation = ? ORDER BY id DESC",
            [.integer(line.id)]
        ) {
            let item = row.count("item")
            let capacity = try capacityToUndo(row, of: line, as: standing)
            if try connection.rows("SELECT id FROM item WHERE id = ?", [.integer(item)]).isEmpty {
                try erase(item: item)
            }
            try append(
                NewEvent(
                    item: item, name: "undo", origin: row.word("target"), target: row.text("origin") ?? "",
                    capacity: capacity,
                    given: JSON.object(["operation": .number(line.id)]).text))
        }
    }

    /// Who did it may undo it, and so may anyone who holds the role it was done in. What the register did by itself may
    /// be undone by those who could have done it; what it did along with something else, by those who may undo that.
    private func capacityToUndo(_ event: Row, of line: OperationLine, as standing: Standing) throws -> String {
        let roles = standing.seats.map(\.role)
        var able = [event.word("capacity")]
        if able == ["system"] {
            able = line.actor == Standing.system.person.id ? try rolesCausing(event) : roles
        }
        if let role = able.first(where: roles.contains) { return role }
        guard line.actor == standing.person.id, let role = roles.first else {
            throw RegisterError.notPermitted(
                "Undoing operation \(line.id) takes \(able.joined(separator: " or ")), which \(standing.person.name) is not.",
                remedies: [.say("Ask whoever did it, or someone with that role, to undo it.")])
        }
        return role
    }

    private func rolesCausing(_ event: Row) throws -> [String] {
        let item = try view.item(id: event.count("item"))
        return (item.definition.event(event.word("name"))?.by ?? []).filter { $0 != "system" }
    }

    private func reverse(
        _ relation: Relation, key written: String, before: String?, after: String?, of line: OperationLine
    ) throws {
        let key: SQLValue = relation.hasNumberedKey ? SQLValue(Int(written)) : .text(written)
        let current = try stored(relation, key: key)
        guard current.map(relation.image) == after else {
            throw refusal(
                "\(relation.name) \(written) has changed since operation \(line.id).",
                remedies: [.say("Undo the later operations first, newest first.")])
        }
        guard let before else {
            if relation == .item, let current { try countItem(current, by: -1) }
            return try delete(relation, key: key)
        }
        let values = relation.values(of: try ItemCoding.parse(before))
        if relation == .item { try restoreSeals(in: values, current: current) }
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

    private func countItem(_ values: [SQLValue], by step: Int) throws {
        let row = Dictionary(uniqueKeysWithValues: zip(Relation.item.columns, values))
        let area = try ItemCoding.parse(row["fields"]?.text ?? "{}")["area"]?.string
        let workflow = row["workflow"]?.text ?? ""
        let state = row["state"]?.text
        count(workflow: workflow, area: area, from: step < 0 ? state : nil, to: step < 0 ? nil : state)
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
        for seal in then { try restore(seal) }
    }

    private func refusal(_ sentence: String, remedies: [Remedy]) -> RegisterError {
        .refused([Reason(kind: .rule, sentence: sentence, remedies: remedies)])
    }
}
