/// A value that the item's own row and the journal never hold: only where it lies in the vault, and a salted commitment
/// to what it is. Once the vault's row is erased nobody can tell what it was, and the journal still verifies.
struct Sealed: Hashable, Sendable {
    /// The vault's key.
    let key: Int
    /// SHA-256 of salt, whose it is, section, field and value, 64 hexadecimal digits: it opens in its own place only.
    let commitment: String

    static func commitment(
        _ salt: String?, _ value: String?, owner: VaultOwner, section: String?, field: String?
    ) -> String {
        Hash.of(salt, owner.text, section, field, value)
    }

    var json: JSON { .object(["sealed": .number(key), "by": .string(commitment)]) }

    init(key: Int, commitment: String) {
        self.key = key
        self.commitment = commitment
    }

    init?(_ json: JSON) {
        guard let key = json["sealed"]?.number, let commitment = json["by"]?.string else { return nil }
        self.init(key: key, commitment: commitment)
    }

    /// The form a column of a detail table keeps: `key:commitment`.
    var text: String { "\(key):\(commitment)" }

    init?(text: String?) {
        guard let parts = text?.split(separator: ":"), parts.count == 2, let key = Int(parts[0]) else { return nil }
        self.init(key: key, commitment: String(parts[1]))
    }
}
