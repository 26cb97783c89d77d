/// What a column of the register can hold.
public enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int)
    case text(String)

    public init(_ text: String?) {
        self = text.map(SQLValue.text) ?? .null
    }

    public init(_ integer: Int?) {
        self = integer.map(SQLValue.integer) ?? .null
    }

    public var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    public var integer: Int? {
        if case .integer(let integer) = self { return integer }
        return nil
    }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(nilLiteral: ()) { self = .null }
}

extension SQLValue {
    /// A key as the journal writes it.
    public var journalKey: String {
        switch self {
        case .null: ""
        case .integer(let integer): String(integer)
        case .text(let text): text
        }
    }
}
