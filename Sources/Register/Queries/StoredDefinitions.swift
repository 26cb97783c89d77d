import Ledger
import Workflow

/// A version of a workflow that some item was started under.
public struct StoredDefinition: Sendable {
    public let workflow: String
    /// What the register knows it by: SHA-256 over the length and text of its canonical form, 64 hexadecimal digits.
    public let digest: String
    /// The text of its file as it was when it was first used.
    public let source: String
    /// New items start under it.
    public let isInForce: Bool
}

extension View {
    /// The versions that the register has used, oldest first.
    public func definitions() throws -> [StoredDefinition] {
        try connection.rows("SELECT workflow, digest, source FROM definition ORDER BY id").map { row in
            let current = try definition(row.word("workflow"))
            return StoredDefinition(
                workflow: row.word("workflow"), digest: row.word("digest"), source: row.word("source"),
                isInForce: row.word("digest") == Hash.of(current.canonicalForm))
        }
    }
}
