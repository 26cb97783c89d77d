import Ledger
import Partnership

extension View {
    /// Throws `RegisterError.alreadyDone` when the same was written under a key, and `.keyTaken` when something else was.
    func check(_ key: WriteKey, deed: String, actor: Person) throws {
        guard
            let row = try connection.row("SELECT id, words FROM operation WHERE key = ?", [.text(key.keyDigest)])
        else { return }
        let operation = row.count("id")
        guard row.text("words") == key.wordsDigest(deed: deed, actor: actor.id) else {
            throw RegisterError.keyTaken(operation: operation)
        }
        let references = try connection.rows(
            """
            SELECT DISTINCT item.reference FROM event JOIN item ON item.id = event.item
            WHERE event.operation = ? ORDER BY item.id
            """, [.integer(operation)])
        let undo = try connection.row("SELECT id FROM operation WHERE reverses = ?", [.integer(operation)])
        throw RegisterError.alreadyDone(
            operation: operation, references: references.map { $0.word("reference") }, undoneBy: undo?.integer("id"))
    }
}
