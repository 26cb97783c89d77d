/// Whose a value in the vault is, and with whom it is erased.
public enum VaultOwner: Hashable, Sendable {
    /// An item, by its number.
    case item(Int)
    /// Somebody or something that is no item, by a key that says nothing of who they are.
    case person(String)

    /// As a commitment binds it.
    public var text: String {
        switch self {
        case .item(let key): "item \(key)"
        case .person(let key): "person \(key)"
        }
    }

    /// The values of its two columns.
    var columns: [SQLValue] {
        switch self {
        case .item(let key): [.integer(key), .null]
        case .person(let key): [.null, .text(key)]
        }
    }

    /// As it stands in a row of the vault; nil in one that is nobody's.
    init?(_ row: Row) {
        switch (row["item"], row["person"]) {
        case (.integer(let item), .null): self = .item(item)
        case (.null, .text(let person)): self = .person(person)
        default: return nil
        }
    }
}
