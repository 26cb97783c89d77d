import Foundation
import Ledger
import Partnership

/// What can be known of operations without knowing what people did: that whoever acted was on record, that nothing happened
/// after it was recorded, and that what takes another back does nothing else.
struct OperationCheck {
    let connection: any Connection
    let audit: Audit

    /// - Parameter moment: the moment it is; nil when that does not matter.
    func run(at moment: Date?) throws {
        try checkActors()
        try checkTimes(moment)
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

    /// Times go on from one another: no clock is believed that says an earlier one (`Entry`). That some lie ahead tells of a
    /// clock, and of no damage. Two machines' clocks may differ; by a day they do not.
    private func checkTimes(_ moment: Date?) throws {
        let limit = moment.map { $0.addingTimeInterval(86_400).recorded }
        var ahead = 0
        let lines = try connection.cursor("SELECT id, recorded, effective FROM operation ORDER BY id")
        while let line = try lines.next() {
            let recorded = line.word("recorded")
            if let limit, recorded > limit { ahead += 1 }
            // England is an hour ahead of UTC at most.
            guard line.word("effective") > recorded.prefix(10) else { continue }
            let last = (try? Date(recorded, strategy: .iso8601)).map {
                $0.addingTimeInterval(3_600).recorded.prefix(10)
            }
            if last.map({ line.word("effective") > $0 }) ?? true {
                audit.tell("Operation \(line.count("id")) tells of a day after the one on which it was recorded.")
            }
        }
        if ahead > 0 {
            audit.note(
                ahead == 1
                    ? "One operation is of a day that lies ahead by this machine's clock: that is slow, or a clock was fast then."
                    : "\(ahead) operations are of days that lie ahead by this machine's clock: that is slow, or a clock was fast then."
            )
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

    /// Who takes something back puts back what was there before, and nothing else; what files held that were attached with it
    /// goes for good.
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
              AND NOT (back.relation = 'erased_content' AND EXISTS (
                SELECT 1 FROM change AS done WHERE done.operation = operation.reverses AND done.relation = 'attached'
                  AND instr(done.after, back.key) > 0))
            ORDER BY operation.id
            """)
        {
            audit.tell(
                "Operation \(row.count("id")) put back something else than the one that it took back found there.")
        }
    }
}
