import Foundation
import Ledger

/// What was erased from a register up to a moment, by vault keys, digests and days: kept apart from its backups, so that one that is
/// restored from an older backup erases it again, and takes the same words out of a text again. It holds no value, and
/// nothing that tells one: of words only their places.
///
/// As text it is JSON Lines: what it is of, and how much; the beginnings of all operations' hashes, which tell whether a
/// backup is of the same history; a line for each erased value; and a digest of all that. One that lost a line, or got one,
/// is none. Whoever makes the digest anew can still add to what was erased after a backup; nothing else.
public struct ErasureList: Sendable {
    public struct Line: Hashable, Sendable {
        public let vaultKey: Int
        /// The operation that erased it.
        public let operation: Int
        /// ISO 8601, UTC.
        public let recorded: String
        /// The key of what was put in its place.
        let became: Int?
        /// Which of its words were taken out, where the rest stayed; empty when their places tell too little.
        let cuts: String?

        /// It was mended, and not only erased.
        var isMended: Bool { cuts != nil }
    }

    /// Contents that were erased.
    struct Gone: Hashable, Sendable {
        /// The operation that erased them.
        let operation: Int
        /// The day on which it did: ISO 8601.
        let day: String
        /// The digest of what took their place.
        let became: String?
        /// What made that of them.
        let cuts: String?
    }

    /// The hash of the register's first operation, which no other register has.
    public let register: String
    /// ISO 8601, UTC.
    public let made: String
    public let lines: [Line]
    /// Contents that were erased, by their digests.
    let contents: [String: Gone]
    /// Eight hexadecimal digits of each operation's hash, the first operation's first.
    let heads: String

    /// How much it tells of.
    public var count: Int { lines.count + contents.count }
    public var operations: Int { heads.utf8.count / ErasureList.digits }
    private static let digits = 8

    /// Whether it goes on from where a register stood once: the same operations until then, and the same values erased.
    ///
    /// - Parameter point: where the register stood.
    public func continues(_ point: RegisterPoint) -> Bool {
        guard register == point.register, point.operations > 0, point.operations <= operations else { return false }
        let bytes = Array(heads.utf8)
        let start = (point.operations - 1) * ErasureList.digits
        return bytes[start..<start + ErasureList.digits].elementsEqual(point.head.utf8.prefix(ErasureList.digits))
            && Set(lines.filter { $0.operation <= point.operations }) == point.erased
            && contents.filter { $0.value.operation <= point.operations } == point.erasedContents
    }

    /// Whether it tells of all that another one tells of, and goes on from that.
    public func includes(_ other: ErasureList) -> Bool {
        register == other.register && heads.hasPrefix(other.heads) && Set(lines).isSuperset(of: other.lines)
            && other.contents.allSatisfy { contents[$0.key] == $0.value }
    }

    public var text: String {
        let first = JSON.object([
            "erasedContents": .number(contents.count), "erased": .number(lines.count), "erasuresOf": .string(register),
            "made": .string(made),
            "operations": .number(operations),
        ])
        let erased = lines.map { line in
            var members: [String: JSON] = [
                "erased": .number(line.vaultKey), "operation": .number(line.operation),
                "recorded": .string(line.recorded),
            ]
            if let became = line.became { members["became"] = .number(became) }
            if let cuts = line.cuts { members["cuts"] = .string(cuts) }
            return JSON.object(members)
        }
        let gone = contents.sorted { $0.key < $1.key }.map { digest, gone in
            var members: [String: JSON] = [
                "contents": .string(digest), "operation": .number(gone.operation), "day": .string(gone.day),
            ]
            if let became = gone.became { members["became"] = .string(became) }
            if let cuts = gone.cuts { members["cuts"] = .string(cuts) }
            return JSON.object(members)
        }
        let text = ([first, JSON.object(["heads": .string(heads)])] + erased + gone).map { $0.text + "\n" }.joined()
        return text + JSON.object(["digest": .string(Hash.of(text))]).text + "\n"
    }

    /// Nil when the text is no such list, or not all of one as it was made.
    public init?(text: String) {
        let objects = text.split(separator: "\n").map { JSON(text: String($0)) }
        guard objects.count >= 3, let first = objects[0], let register = first["erasuresOf"]?.string,
            let made = first["made"]?.string, made.utf8.allSatisfy({ (0x20...0x7E).contains($0) }),
            let count = first["erased"]?.number, count >= 0, let gone = first["erasedContents"]?.number, gone >= 0,
            let operations = first["operations"]?.number, operations > 0, let heads = objects[1]?["heads"]?.string,
            heads.utf8.count == operations * ErasureList.digits, objects.count == count + gone + 3
        else { return nil }
        self.register = register
        self.made = made
        self.heads = heads
        var lines: [Line] = []
        for object in objects[2..<(count + 2)] {
            guard let key = object?["erased"]?.number, let operation = object?["operation"]?.number,
                (1...operations).contains(operation), let recorded = object?["recorded"]?.string
            else { return nil }
            lines.append(
                Line(
                    vaultKey: key, operation: operation, recorded: recorded, became: object?["became"]?.number,
                    cuts: object?["cuts"]?.string))
        }
        guard Set(lines.map(\.vaultKey)).count == count else { return nil }
        self.lines = lines
        var contents: [String: Gone] = [:]
        for object in objects[(count + 2)..<(count + gone + 2)] {
            guard let digest = object?["contents"]?.string, let operation = object?["operation"]?.number,
                (1...operations).contains(operation), let day = object?["day"]?.string
            else { return nil }
            contents[digest] = Gone(
                operation: operation, day: day, became: object?["became"]?.string, cuts: object?["cuts"]?.string)
        }
        guard contents.count == gone else { return nil }
        self.contents = contents
        // As it was written, down to the last byte.
        guard self.text == text else { return nil }
    }

    /// What makes the last form of a text that was mended: one after the other. Nil when nothing is left of it, or it cannot
    /// be told what.
    func cuts(ofKey key: Int, in lines: [Int: Line]) -> [Cuts]? {
        var made: [Cuts] = []
        var key = key
        while let line = lines[key] {
            guard let became = line.became, became > key, let cuts = line.cuts.flatMap(Cuts.init) else { return nil }
            made.append(cuts)
            key = became
        }
        return made
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
        lines = try connection.erasures()
        contents = try connection.erasedContents()
    }
}

/// Where a register stood after one of its operations.
public struct RegisterPoint: Sendable {
    /// The hash of its first operation.
    public let register: String
    /// How many operations it had.
    public let operations: Int
    /// The hash of the last of them.
    public let head: String
    /// When the last of them was recorded: ISO 8601, UTC.
    public let recorded: String
    /// The number of the last value that it had put into the vault.
    let sealed: Int
    /// What was erased until then.
    let erased: Set<ErasureList.Line>
    /// The same of contents.
    let erasedContents: [String: ErasureList.Gone]
}

extension Connection {
    /// In order of the vault's keys.
    fileprivate func erasures() throws -> [ErasureList.Line] {
        try rows(
            """
            SELECT erased.vault, erased.operation, operation.recorded, erased.became, erased.cuts FROM erased
            JOIN operation ON operation.id = erased.operation ORDER BY erased.vault
            """
        ).map { row in
            ErasureList.Line(
                vaultKey: row.count("vault"), operation: row.count("operation"), recorded: row.word("recorded"),
                became: row.integer("became"), cuts: row.text("cuts"))
        }
    }
}

extension Connection {
    fileprivate func erasedContents() throws -> [String: ErasureList.Gone] {
        let rows = try rows(
            """
            SELECT erased_content.digest, erased_content.operation, operation.effective, erased_content.became,
              erased_content.cuts
            FROM erased_content JOIN operation ON operation.id = erased_content.operation
            """)
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (
                    row.word("digest"),
                    ErasureList.Gone(
                        operation: row.count("operation"), day: row.word("effective"), became: row.text("became"),
                        cuts: row.text("cuts"))
                )
            })
    }
}

extension View {
    /// What was erased so far.
    ///
    /// - Parameter made: the moment it is, ISO 8601, UTC.
    public func erasures(made: String) throws -> ErasureList { try ErasureList(connection, made: made) }

    /// In a register that was restored from a backup: the day since which it is not known what was erased.
    public var erasuresUnknownSince: String? {
        get throws { try kept(Operation.unknownErasures) }
    }

    /// Where it stood when it was backed up, in a register of which it is not known what was erased since.
    public func pointOfUnknownErasures() throws -> RegisterPoint? {
        guard let number = try kept(Operation.unknownFrom).flatMap({ Int($0) }) else { return nil }
        return try point(after: number)
    }

    private func kept(_ name: String) throws -> String? {
        try connection.row("SELECT value FROM setting WHERE name = ?", [.text(name)])?.text("value")
    }

    /// How many operations there are, and the hash of the last.
    public func head() throws -> (operations: Int, hash: String) {
        let last = try connection.row("SELECT id, hash FROM operation ORDER BY id DESC LIMIT 1")
        return (last?.count("id") ?? 0, last?.word("hash") ?? "")
    }

    /// Where the journal has come to, as it is printed: `143-a1b2c3d4e5f6-2026-11-26`; nil when it is empty.
    public func printedHead() throws -> String? { try connection.head()?.description }

    /// Whether the journal holds a head.
    public func holds(_ head: Head) throws -> Bool { try connection.head(at: head.number) == head }

    /// Where the register stood after an operation; after the last one unless told.
    public func point(after number: Int? = nil) throws -> RegisterPoint {
        let number = try number ?? head().operations
        let first = try connection.row("SELECT hash FROM operation WHERE id = 1")
        let last = try connection.row("SELECT hash, sealed, recorded FROM operation WHERE id = ?", [.integer(number)])
        return RegisterPoint(
            register: first?.word("hash") ?? "", operations: number, head: last?.word("hash") ?? "",
            recorded: last?.word("recorded") ?? "",
            sealed: last?.count("sealed") ?? 0,
            erased: Set(try connection.erasures().filter { $0.operation <= number }),
            erasedContents: try connection.erasedContents().filter { $0.value.operation <= number })
    }
}

extension Operation {
    static let unknownErasures = "erasures-unknown-since"
    static let unknownFrom = "erasures-unknown-from"
    static let restoredFrom = "restored-from"

    /// Puts on record since when it is not known what was erased, unless that is not known since earlier.
    ///
    /// - Parameters:
    ///   - moment: ISO 8601, UTC.
    ///   - operations: how many operations the register had then.
    public func markErasures(unknownSince moment: String, after operations: Int) throws {
        guard try view.erasuresUnknownSince == nil else { return }
        try insert(.setting, key: .text(Operation.unknownErasures), [.text(moment)])
        try insert(.setting, key: .text(Operation.unknownFrom), [.text(String(operations))])
    }

    /// Puts on record that it is known what was erased until a later moment: ISO 8601, UTC.
    public func markErasures(knownUntil moment: String) throws {
        try update(.setting, key: .text(Operation.unknownErasures), ["value": .text(moment)])
    }

    /// Puts on record that it is known again what was erased.
    public func markErasuresKnown() throws {
        for name in [Operation.unknownErasures, Operation.unknownFrom] { try delete(.setting, key: .text(name)) }
        isKept = true
    }

    /// Puts on record of which state of the register it is a restored one.
    public func markRestored(from operations: Int, made: String) throws {
        let key = SQLValue.text(Operation.restoredFrom)
        if try connection.stored(.setting, key: key) != nil { try delete(.setting, key: key) }
        try insert(.setting, key: key, [.text("\(operations) operations, \(made)")])
    }
}
