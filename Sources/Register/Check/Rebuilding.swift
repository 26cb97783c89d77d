import Ledger

/// What was not as the journal has it, and is now.
public struct RebuildReport: Sendable {
    /// How many things were changed.
    public let count: Int
    /// The first fifty, each a sentence.
    public let changes: [String]
}

extension Operation {
    /// Makes the tables anew from the journal: rows, counts, and what searches find. What lies in the vault is in no journal
    /// and stays as it is. Throws `LedgerError.unverified` when the journal itself does not verify.
    public func rebuild() throws -> RebuildReport {
        let rows = try rebuildRows(of: .register, name: View.called)
        try connection.execute("DELETE FROM tally")
        try connection.execute(
            """
            INSERT INTO tally (workflow, area, state, count)
            SELECT workflow, coalesce(area, ''), state, count(*) FROM item GROUP BY workflow, coalesce(area, ''), state
            """)
        view.keptDirectory = nil
        let audit = Audit(of: connection, schema: .register, name: View.called)
        let histories = try HistoryCheck(of: view, in: audit)
        try audit.survey { try histories.check($0) }
        let searched = try rebuildSearch(for: audit)
        // That something was put back is on record, though the journal had it all along.
        isKept = rows.count + searched.count > 0
        return RebuildReport(
            count: rows.count + searched.count, changes: Array((rows.first + searched.first).prefix(50)))
    }
}
