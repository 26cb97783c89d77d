import Ledger
import Workflow

extension View {
    /// The drafts of whoever asks, the latest first.
    public func drafts(of standing: Standing) throws -> [StoredItem] {
        try connection.rows(
            """
            SELECT \(View.itemColumns) FROM item
            WHERE owner = ? AND workflow = 'draft' AND open = 1 ORDER BY id DESC
            """, [.text(standing.person.id)]
        ).map(stored)
    }

    /// All that are kept, whoever's they are: for the register's own use.
    public func keptDrafts() throws -> [StoredItem] {
        try connection.rows(
            "SELECT \(View.itemColumns) FROM item WHERE workflow = 'draft' AND open = 1 ORDER BY id"
        ).map(stored)
    }

    /// A draft of whoever asks. Nobody is told that somebody else has one.
    public func draft(_ reference: String, of standing: Standing) throws -> StoredItem {
        guard let draft = try drafts(of: standing).first(where: { $0.reference == canonical(reference) }) else {
            throw RegisterError.notFound("You have no draft \(reference.prefix(40)).", remedies: [.deed("drafts")])
        }
        return draft
    }
}
