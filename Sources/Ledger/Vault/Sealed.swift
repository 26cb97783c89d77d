/// A value that no journalled row and no event ever hold: only where it lies in the vault, and a salted commitment
/// to what it is. Once the vault's row is erased nobody can tell what it was, and the journal still verifies.
public struct Sealed: Hashable, Sendable {
    /// The vault's key.
    public let key: Int
    /// SHA-256 of salt, whose it is, section, field and value, 64 hexadecimal digits: it opens in its own place only.
    public let commitment: String

    public static func commitment(
        _ salt: String?, _ value: String?, owner: VaultOwner, section: String?, field: String?
    ) -> String {
        Hash.of(salt, owner.text, section, field, value)
    }

    public var json: JSON { .object(["sealed": .number(key), "by": .string(commitment)]) }

    public init(key: Int, commitment: String) {
        self.key = key
        self.commitment = commitment
    }

    public init?(_ json: JSON) {
        guard let key = json["sealed"]?.number, let commitment = json["by"]?.string else { return nil }
        self.init(key: key, commitment: commitment)
    }

    /// The commitments that stand among the members of an object, and where.
    static func all(in json: JSON) -> [(place: String, seal: Sealed)] {
        guard case .object(let members) = json else { return [] }
        return members.compactMap { name, member in Sealed(member).map { (name, $0) } }
    }

    /// The form a column of a detail table keeps: `key:commitment`.
    public var text: String { "\(key):\(commitment)" }

    public init?(text: String?) {
        guard let text, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let key = Int(text[..<colon]) else {
            return nil
        }
        self.init(key: key, commitment: String(text[text.utf8.index(after: colon)...]))
    }
}
