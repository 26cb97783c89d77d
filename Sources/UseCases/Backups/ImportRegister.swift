import Foundation
import Ledger
import Partnership
import Register

/// Makes a register of an export, in a folder that holds none: the same operations with the same hashes, and one that puts on
/// record that it is not known what was erased since.
public struct ImportRegister: Sendable {
    public let file: URL
    public let folder: URL

    public init(_ file: URL, into folder: URL) {
        self.file = file
        self.folder = folder
    }

    /// Made whole or not at all. Whoever imports has to be on record in the export, as somebody who may restore a register.
    ///
    /// - Parameters:
    ///   - rehearsing: everything is tried aside, and nothing put in place.
    ///   - remembering: what `config.yaml` says when a person of this key has imported it.
    public func perform(
        with share: Share, for request: Request, rehearsing: Bool = false,
        remembering: (_ person: String) -> String = { _ in "" }, now: @escaping @Sendable () -> Date
    ) async throws -> ImportedRegister {
        guard file.isPlainFile, let lines = LineReader(file) else { throw BackupProblem.noFile(file.lastPathComponent) }
        let register = try await NewRegister(in: folder, before: NewRegister.rehearsal(rehearsing))
        var imported: ImportedRegister?
        do {
            try await register.make { aside in
                let home = folder.appending(path: ".lap")
                try BroughtFiles(from: home).copy(to: aside)
                let made = try Register.importing(
                    path: aside.appending(path: "register.sqlite").path,
                    rulebook: share.with(own: aside).rulebook(), now: now, lines: lines.next)
                let report = try made.verified()
                guard report.problems.isEmpty else { throw BackupProblem.unsound(report.problems) }
                // The only operation that the export does not hold.
                imported = try made.write(by: request.who, deed: "import") { operation, standing in
                    try standing.must(.restore)
                    let text = remembering(standing.person.id)
                    if !text.isEmpty { try Data(text.utf8).write(to: aside.appending(path: "config.yaml")) }
                    let point = try operation.view.point()
                    try operation.markErasures(unknownSince: point.recorded, after: point.operations)
                    return ImportedRegister(
                        folder: folder.path, operations: point.operations, items: report.items, head: point.head,
                        printedHead: report.head ?? "",
                        erasuresUnknownSince: try operation.view.erasuresUnknownSince ?? point.recorded)
                }
            }
        } catch is DiskSync.Unconfirmed {
            throw BackupProblem.unconfirmed
        } catch is NewRegister.Rehearsed {
        } catch let problem as LedgerExport.Unreadable {
            throw switch problem {
            case .noHeader, .incomplete: BackupProblem.noExport(line: nil)
            case .line(let number): BackupProblem.noExport(line: number)
            case .schema(let schema): BackupProblem.otherSchema(schema)
            }
        }
        guard let imported else { throw BackupProblem.noExport(line: nil) }
        return imported
    }
}

/// A register that was made of an export.
public struct ImportedRegister: Sendable, Codable {
    public let folder: String
    /// How many operations the export holds.
    public let operations: Int
    public let items: Int
    /// The hash of the last operation.
    public let head: String
    /// The same as it is printed: `143-a1b2c3d4e5f6-2026-11-26`.
    public let printedHead: String
    /// Since when it is not known what was erased: when the export's last operation was recorded. ISO 8601, UTC.
    public let erasuresUnknownSince: String
}

/// The lines of a file, one after the other.
private final class LineReader {
    private let handle: FileHandle
    private var pending = Data()
    private var isAtEnd = false

    init?(_ file: URL) {
        guard let handle = try? FileHandle(forReadingFrom: file) else { return nil }
        self.handle = handle
    }

    deinit { try? handle.close() }

    func next() throws -> Data? {
        while true {
            if let end = pending.firstIndex(of: 0x0A) {
                let line = Data(pending[pending.startIndex..<end])
                pending = pending[(end + 1)...]
                return line
            }
            guard !isAtEnd else {
                defer { pending = Data() }
                return pending.isEmpty ? nil : Data(pending)
            }
            guard let more = try handle.read(upToCount: 1 << 18), !more.isEmpty else {
                isAtEnd = true
                continue
            }
            pending = Data(pending) + more
        }
    }
}
