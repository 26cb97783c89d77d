/// Where a journal had come to, short enough to be printed and typed: `143-a1b2c3d4e5f6-2026-11-26`. As each operation's
/// hash rests on all before it, a journal that holds this one holds all that was recorded until then, unchanged.
public struct Head: Hashable, Sendable, LosslessStringConvertible {
    /// How many operations.
    public let number: Int
    /// The first 12 hexadecimal digits of the last one's hash.
    public let hash: String
    /// The day it was recorded, ISO 8601.
    public let day: String

    /// - Parameter recorded: when it was recorded, ISO 8601.
    public init(number: Int, hash: String, recorded: String) {
        self.number = number
        self.hash = String(hash.prefix(12))
        day = String(recorded.prefix(10))
    }

    init(_ operation: Row) {
        self.init(number: operation.count("id"), hash: operation.word("hash"), recorded: operation.word("recorded"))
    }

    /// Reads it as it is printed; nil when it is not written so.
    public init?(_ description: String) {
        let parts = description.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let number = Int(parts[0]), number > 0, parts[1].utf8.count == 12,
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
            parts[2].utf8.count == 10
        else { return nil }
        self.number = number
        hash = String(parts[1])
        day = String(parts[2])
    }

    public var description: String { "\(number)-\(hash)-\(day)" }
}

extension Connection {
    /// The head of the journal as of an operation, the last one unless told; nil when there is none.
    public func head(at number: Int? = nil) throws -> Head? {
        let row =
            if let number {
                try row("SELECT id, hash, recorded FROM operation WHERE id = ?", [.integer(number)])
            } else {
                try row("SELECT id, hash, recorded FROM operation ORDER BY id DESC LIMIT 1")
            }
        return row.map(Head.init)
    }
}
