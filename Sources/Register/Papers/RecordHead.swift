import Ledger
import Workflow

extension View {
    /// Where the journal had come to when a meeting's own record last changed: `143-a1b2c3d4e5f6-2026-11-26`. Whatever else
    /// happens, papers of the meeting print the same, and whoever holds one can have the journal held against it.
    func head(of meeting: StoredItem) throws -> String? {
        let row = try connection.row(
            """
            SELECT max(operation) AS operation FROM change
            WHERE relation = 'item' AND key = ?
              OR relation = 'agenda_item' AND key IN (SELECT CAST(id AS TEXT) FROM agenda_item WHERE meeting = ?)
              OR relation = 'attendance' AND key IN (SELECT CAST(id AS TEXT) FROM attendance WHERE meeting = ?)
              OR relation = 'declaration' AND key IN (SELECT CAST(id AS TEXT) FROM declaration WHERE meeting = ?)
              OR relation = 'decision' AND key IN (SELECT CAST(id AS TEXT) FROM decision WHERE meeting = ?)
            """, [.text(String(meeting.id))] + Array(repeating: .integer(meeting.id), count: 4))
        return try row?.integer("operation").flatMap { try connection.head(at: $0) }?.description
    }
}
