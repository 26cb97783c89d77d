import Foundation
import Ledger

/// What was erased from a register up to a moment, by vault keys and days: kept apart from its backups, so that one that is
/// restored from an older backup erases it again. It holds no value, and nothing that tells one.
///
/// As text it is JSON Lines: what it is of; the beginnings of all operations' hashes, which tell whether a backup is of the
/// same history; and a line for each erased value.
public struct ErasureList: Sendable {
    public struct Line: Sendable {
        public let vaultKey: Int
        /// The operation that erased it.
        public let operation: Int
        /// ISO 8601, UTC.
        public let recorded: String
    }

    /// The hash of the register's first operation, which no other register has.
    public let register: String
    /// ISO 8601, UTC.
    public let made: String
    public let lines: [Line]
    /// Eight hexadecimal digits of each operation's hash, the first operation's first.
    let heads: String

    public var operations: Int { heads.utf8.count / ErasureList.digits }
    private static let digits = 8

    /// Whether it goes on from where a register stands.
    ///
    /// - Parameter head: the hash of the register's last operation.
    public func continues(register: String, operations: Int, head: String) -> Bool {
        guard self.register == register, operations > 0, operations <= self.operations else { return false }
        let bytes = Array(heads.utf8)
        let start = (operations - 1) * ErasureList.digits
        return bytes[start..<start + ErasureList.digits].elementsEqual(head.utf8.prefix(ErasureList.digits))
    }

    public var text: String {
        let first = JSON.object([
            "erasuresOf": .string(register), "made": .string(made), "operations": .number(operations),
        ])
        let erased = lines.map { line in
            JSON.object([
                "erased": .number(line.vaultKey), "operation": .number(line.operation),
                "recorded": .string(line.recorded),
            ])
        }
        return ([first, JSON.object(["heads": .string(heads)])] + erased).map { $0.text + "\n" }.joined()
    }

    /// Nil when the text is no such list.
    public init?(text: String) {
        let objects = text.split(separator: "\n").map { JSON(text: String($0)) }
        guard objects.count >= 2, let register = objects[0]?["erasuresOf"]?.string,
            let made = objects[0]?["made"]?.string, let heads = objects[1]?["heads"]?.string,
            heads.utf8.count == (objects[0]?["operations"]?.number ?? -1) * ErasureList.digits
        else { return nil }
        self.register = register
        self.made = made
        self.heads = heads
        var lines: [Line] = []
        for object in objects.dropFirst(2) {
            guard let key = object?["erased"]?.number, let operation = object?["operation"]?.number,
                let recorded = object?["recorded"]?.string
            else { return nil }
            lines.append(Line(vaultKey: key, operation: operation, recorded: recorded))
        }
        self.lines = lines
    }

    init(_ connection: any Connection, made: String) throws {
        self.made = made
        var register = ""
        var heads = ""
        let hashes = try connection.cursor("SELECT hash FROM operation ORDER BY id")
        while let row = try hashes.next() {
            if register.isEmpty { register = row.word("hash") }
            heads += row.word("hash").prefix(ErasureList.digits)
        }
        self.register = register
        self.heads = heads
        lines = try connection.rows(
            """
            SELECT erased.vault, erased.operation, operation.recorded FROM erased
            JOIN operation ON operation.id = erased.operation ORDER BY erased.vault
            """
        ).map { row in
            Line(
                vaultKey: row.count("vault"), operation: row.count("operation"), recorded: row.word("recorded"))
        }
    }
}

extension View {
    /// What was erased so far.
    ///
    /// - Parameter made: the moment it is, ISO 8601, UTC.
    public func erasures(made: String) throws -> ErasureList { try ErasureList(connection, made: made) }

    /// The day since which it is not known what was erased, in a register that was restored from a backup.
    public var erasuresUnknownSince: String? {
        get throws {
            try connection.row("SELECT value FROM setting WHERE name = ?", [.text(Operation.unknownErasures)])?
                .text("value")
        }
    }

    /// How many operations there are, and the hash of the last.
    public func head() throws -> (operations: Int, hash: String) {
        let last = try connection.row("SELECT id, hash FROM operation ORDER BY id DESC LIMIT 1")
        return (last?.count("id") ?? 0, last?.word("hash") ?? "")
    }
}

extension Operation {
    static let unknownErasures = "erasures-unknown-since"

    /// Erases again what a list says was erased after what is stored here.
    ///
    /// - Returns: how many values there were.
    public func eraseAgain(_ list: ErasureList) throws -> Int {
        var erased = 0
        for line in list.lines where try erase(vaultKey: line.vaultKey) { erased += 1 }
        view.keptDirectory = nil
        return erased
    }

    /// Puts on record since when it is not known what was erased; nil when that is known.
    public func markErasures(unknownSince moment: String?) throws {
        let key = SQLValue.text(Operation.unknownErasures)
        if try connection.stored(.setting, key: key) != nil { try delete(.setting, key: key) }
        if let moment { try insert(.setting, key: key, [.text(moment)]) }
    }

    /// Puts on record of which state of the register it is a restored one.
    public func markRestored(from operations: Int, made: String) throws {
        let key = SQLValue.text("restored-from")
        if try connection.stored(.setting, key: key) != nil { try delete(.setting, key: key) }
        try insert(.setting, key: key, [.text("\(operations) operations, \(made)")])
    }
}
