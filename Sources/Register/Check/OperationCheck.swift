import Foundation
import Ledger

/// What can be known of operations without knowing what people did: that whoever acted was on record, that nothing was recorded
/// or happened after it was recorded, and that an operation touched nothing that no deed touches so.
struct OperationCheck {
    let connection: any Connection
    let audit: Audit

    /// - Parameter moment: the moment it is; nil when that does not matter.
    func run(at moment: Date?) throws {
        try checkActors()
        try checkTimes(moment)
        try checkReach()
        try checkSeats()
        try checkUndone()
    }

    private func checkActors() throws {
        for row in try connection.rows(
            """
            SELECT operation.id FROM operation WHERE actor <> ? AND NOT EXISTS (
              SELECT 1 FROM change WHERE relation = 'person' AND change.key = operation.actor AND before IS NULL
                AND change.operation <= operation.id) ORDER BY id
            """, [.text(Person.system.id)])
        {
            audit.tell("Operation \(row.count("id")) is by somebody who was not on record.")
        }
    }

    /// Two machines' clocks may differ; by a day they do not.
    private func checkTimes(_ moment: Date?) throws {
        let limit = moment.map { $0.addingTimeInterval(86_400).formatted(.iso8601) }
        let lines = try connection.cursor("SELECT id, recorded, effective FROM operation ORDER BY id")
        while let line = try lines.next() {
            let recorded = line.word("recorded")
            if let limit, recorded > limit { audit.tell("Operation \(line.count("id")) was recorded in the future.") }
            // England is an hour ahead of UTC at most.
            guard line.word("effective") > recorded.prefix(10) else { continue }
            let last = (try? Date(recorded, strategy: .iso8601)).map {
                $0.addingTimeInterval(3_600).formatted(.iso8601).prefix(10)
            }
            if last.map({ line.word("effective") > $0 }) ?? true {
                audit.tell("Operation \(line.count("id")) tells of a day after the one on which it was recorded.")
            }
        }
        for row in try connection.rows(
            """
            SELECT event.id, event.operation FROM event JOIN operation ON operation.id = event.operation
            WHERE event.happened > operation.effective AND event.happened > substr(operation.recorded, 1, 10)
            ORDER BY event.id
            """)
        {
            audit.tell("Operation \(row.count("operation")) tells of something that happened after it.")
        }
    }

    /// A decision as it is on record, but for whether it is provisional.
    private func decided(_ image: String?) -> JSON? {
        guard case .object(var members)? = image.flatMap({ JSON(text: $0) }) else { return nil }
        members["provisional"] = nil
        return .object(members)
    }

    /// What a partnership is made of came with the first operation; what was decided changes with something that happened,
    /// when it is taken back, or when words of it are erased.
    private func checkReach() throws {
        let founded: [Relation] = [
            .area, .district, .body, .concern, .theme, .destination, .publicContact, .plan, .role, .permission,
        ]
        let names = founded.map { SQLValue.text($0.name) }
        for row in try connection.rows(
            """
            SELECT DISTINCT operation, relation FROM change
            WHERE relation IN (\(names.map { _ in "?" }.joined(separator: ", "))) AND operation <> 1
            ORDER BY operation, relation
            """, names)
        {
            audit.tell(
                "Operation \(row.count("operation")) changed a \(row.word("relation")), which only the first one makes."
            )
        }
        for row in try connection.rows(
            """
            SELECT change.operation, change.key, change.before, change.after, EXISTS (
                SELECT 1 FROM change AS room WHERE room.operation = change.operation
                  AND room.relation IN ('attendance', 'declaration')) AS room
            FROM change JOIN operation ON operation.id = change.operation
            WHERE relation = 'decision' AND before IS NOT NULL AND operation.reverses IS NULL
              AND NOT EXISTS (SELECT 1 FROM event WHERE event.operation = change.operation)
              AND NOT EXISTS (SELECT 1 FROM erased WHERE erased.operation = change.operation)
            ORDER BY change.operation
            """)
        {
            // Who was in the room for it decides whether it is provisional (DOMAIN R8).
            if row.count("room") == 1, decided(row.text("before")) == decided(row.text("after")) { continue }
            audit.tell(
                "Operation \(row.count("operation")) changed decision \(row.word("key")), though nothing happened in it."
            )
        }
    }

    /// Whose a seat is, and which, never changes: there is another seat, or another term, instead.
    private func checkSeats() throws {
        for (relation, columns) in [(Relation.seat, ["body", "role"]), (.term, ["seat", "person", "deputy_for"])] {
            for row in try connection.rows(
                """
                SELECT operation, key, before, after FROM change
                WHERE relation = ? AND before IS NOT NULL AND after IS NOT NULL ORDER BY operation
                """, [.text(relation.name)])
            {
                let before = JSON(text: row.word("before"))
                let after = JSON(text: row.word("after"))
                guard let column = columns.first(where: { before?[$0] != after?[$0] }) else { continue }
                audit.tell(
                    "Operation \(row.count("operation")) gave \(relation.name) \(row.word("key")) another \(column), which none does."
                )
            }
        }
    }

    /// Who takes something back puts back what was there before, and nothing else.
    private func checkUndone() throws {
        for row in try connection.rows(
            "SELECT id FROM operation WHERE command = 'undo' AND reverses IS NULL ORDER BY id")
        {
            audit.tell("Operation \(row.count("id")) says that it took one back, and took none.")
        }
        for row in try connection.rows(
            """
            SELECT DISTINCT operation.id FROM change AS back JOIN operation ON operation.id = back.operation
            WHERE operation.reverses IS NOT NULL AND back.relation NOT IN ('counter', 'erased', 'setting', 'definition')
              AND NOT EXISTS (
                SELECT 1 FROM change AS done WHERE done.operation = operation.reverses AND done.relation = back.relation
                  AND done.key = back.key AND done.before IS NOT DISTINCT FROM back.after)
            ORDER BY operation.id
            """)
        {
            audit.tell(
                "Operation \(row.count("id")) put back something else than the one that it took back found there.")
        }
    }
}
