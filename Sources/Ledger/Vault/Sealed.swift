/// Where a value lies in the vault, which no journalled row and no event ever hold. What it is to is on record once, beside
/// the journal: a salted commitment that the operation which sealed it chains. Once the vault's row is erased nobody can tell
/// what it was, and the journal still verifies.
public struct Sealed: Hashable, Sendable {
    /// The vault's key.
    public let key: Int

    /// SHA-256 of salt, whose it is, section, field and value, 64 hexadecimal digits: it opens in its own place only.
    static func commitment(
        _ salt: String?, _ value: String?, owner: VaultOwner, section: String?, field: String?
    ) -> String {
        Hash.of(salt, owner.text, section, field, value)
    }

    /// The commitment to what a row of the vault holds; nil for one that is nobody's.
    static func commitment(to row: Row) -> String? {
        VaultOwner(row).map {
            commitment(
                row.text("salt"), row.text("value"), owner: $0, section: row.text("section"), field: row.text("field"))
        }
    }

    public var json: JSON { .object(["sealed": .number(key)]) }

    public init(key: Int) { self.key = key }

    public init?(_ json: JSON) {
        guard let key = json["sealed"]?.number else { return nil }
        self.init(key: key)
    }

    /// Those that stand among the members of an object, and where.
    static func all(in json: JSON) -> [(place: String, seal: Sealed)] {
        guard case .object(let members) = json else { return [] }
        return members.compactMap { name, member in Sealed(member).map { (name, $0) } }
    }

    /// The form a column of a detail table keeps: `sealed:12`.
    public var text: String { Sealed.mark + String(key) }

    public init?(text: String?) {
        guard let text, text.hasPrefix(Sealed.mark), let key = Int(text.dropFirst(Sealed.mark.count)) else {
            return nil
        }
        self.init(key: key)
    }

    private static let mark = "sealed:"
}
