import Foundation
import Ledger
import Partnership
import Workflow

extension View {
    /// The files of a matter, oldest first, less those that were erased.
    func attached(to matter: StoredItem) throws -> [AttachedPaper] {
        try connection.rows(
            """
            SELECT attached.* FROM attached LEFT JOIN erased_content ON erased_content.digest = attached.digest
            WHERE item = ? AND erased_content.digest IS NULL ORDER BY number
            """, [.integer(matter.id)]
        ).compactMap { row in
            try AttachedPaper.Format(rawValue: row.word("format")).map { format in
                let digest = row.word("digest")
                return AttachedPaper(
                    of: matter.reference, number: row.count("number"), format: format, size: row.count("size"),
                    digest: digest,
                    text: format.isText ? try attachedContents(digest).map { String(decoding: $0, as: UTF8.self) } : nil
                )
            }
        }
    }

    /// The bytes of an attached file; nil when they were erased.
    public func attachedContents(_ digest: String) throws -> Data? {
        try connection.contents(digest)?.dropFirst(Operation.saltLength)
    }
}

extension Operation {
    /// So many random bytes stand before a file where it is kept: what was erased cannot be recognised by its digest, and may
    /// be attached again.
    static let saltLength = 16

    /// Attaches files to a matter, in the order that they are given.
    public func attach(_ files: [AttachedFile], to matter: StoredItem) throws {
        var random = SystemRandomNumberGenerator()
        let last =
            try connection.row(
                "SELECT max(number) AS last FROM attached WHERE item = ?", [.integer(matter.id)])?.integer("last") ?? 0
        for (index, file) in files.enumerated() {
            let salt = Data((0..<Operation.saltLength).map { _ in UInt8.random(in: .min ... .max, using: &random) })
            _ = try insert(
                .attached,
                [
                    .integer(matter.id), .integer(last + index + 1), .text(file.format.rawValue),
                    .integer(file.contents.count), .text(keep(salt + file.contents)), .text(on.description),
                    .text(actor.id),
                ])
        }
    }

    /// Erases the files of an item for good.
    func eraseAttached(to item: Int) throws {
        for file in try view.attached(to: view.item(id: item)) { try erase(file) }
    }
}
