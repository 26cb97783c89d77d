import Foundation
import Ledger
import Packs
import Partnership
import Register
import class Register.Operation
import Workflow

/// Makes a register of a backup, in a folder that holds nothing. What was erased since the backup is erased again, as far as
/// lists tell; since when that is not known is put on record.
public struct RestoreRegister: Sendable {
    public let file: URL
    public let folder: URL
    /// A list of erasures; all that lie beside the backup and go on from it when nil.
    public let erasures: URL?
    /// The file with the key, for a backup that is encrypted.
    public let identity: URL?
    /// Workflow files and templates in the backup that the register has not worked with come into force.
    public let acceptsFiles: Bool
    /// A head that the backup's journal has to hold.
    public let head: String?

    public init(
        _ file: URL, into folder: URL, erasures: URL? = nil, identity: URL? = nil, acceptsFiles: Bool = false,
        against head: String? = nil
    ) {
        self.head = head
        self.acceptsFiles = acceptsFiles
        self.file = file
        self.folder = folder
        self.erasures = erasures
        self.identity = identity
    }

    /// Made whole or not at all. Whoever restores has to be on record in the backup, as somebody who may.
    ///
    /// - Parameters:
    ///   - rehearsing: everything is tried aside, and nothing put in place.
    ///   - user: who acts when the request names nobody, as the files that were backed up say; it is always asked.
    public func perform(
        with share: Share, environment: [String: String], for request: Request, rehearsing: Bool = false,
        user: (_ folder: URL) throws -> String?, now: @escaping @Sendable () -> Date
    ) async throws -> Restored {
        let manifest = try BackupManifest.verified(file)
        try RestoreRegister.mustBeEmpty(folder)
        let register = try await NewRegister(in: folder, before: NewRegister.rehearsal(rehearsing))
        var restored: Restored?
        do {
            try await register.make { aside in
                try await Archive(environment).unpack(file, to: aside, identity: identity)
                let path = aside.appending(path: "register.sqlite").path
                let opened = try Register.open(path: path, rulebook: share.with(own: aside).rulebook(), now: now)
                let report = try opened.verified(against: head)
                guard report.isSound else { throw BackupProblem.unsound(report.problems) }
                guard report.problems.isEmpty else { throw BackupProblem.otherHead(report.problems[0]) }
                let point = try opened.read(by: nil) { view, _ in try view.point() }
                guard
                    (point.register, point.operations, point.head)
                        == (manifest.register, manifest.operations, manifest.head)
                else { throw BackupProblem.altered }
                let strange = try strangeFiles(in: aside, opened, share)
                if !acceptsFiles { try RestoreRegister.setAside(strange, in: aside) }
                let lists = try lists(for: manifest, from: point)
                let deed = Restoring(manifest: manifest, point: point, lists: lists)
                let named = try user(aside)
                let who = request.who ?? named
                let erased = try opened.write(by: who, deed: deed.name) { try deed.perform(in: $0, as: $1) }
                // Whoever restores is still on record as somebody who may.
                let may =
                    (try? opened.read(by: who) { _, standing in
                        standing.may(.restore) && !standing.person.isErased
                    }) ?? false
                guard may else { throw BackupProblem.nobodyLeft }
                let (since, head) = try opened.read(by: nil) { view, _ in
                    (try view.erasuresUnknownSince ?? manifest.made, try view.printedHead() ?? "")
                }
                restored = Restored(
                    folder: folder.path, operations: manifest.operations, made: manifest.made,
                    erased: erased.count, mended: erased.mended, dropped: erased.dropped, head: report.head ?? "",
                    headNow: head, listsMade: lists.map(\.made), erasuresUnknownSince: since, strangeFiles: strange)
            }
        } catch is DiskSync.Unconfirmed {
            throw BackupProblem.unconfirmed
        } catch is NewRegister.Rehearsed {
        }
        guard let restored else { throw BackupProblem.noBackup }
        return restored
    }

    /// The register's own files in a backup that it has not worked with: workflows that mean what no version on record
    /// does, and all templates, of which none is on record.
    private func strangeFiles(in aside: URL, _ opened: Register, _ share: Share) throws -> [String] {
        let known = try opened.read(by: nil) { view, _ in try view.definitions() }
        let rulebook = share.with(own: aside).rulebook()
        return BroughtFiles(from: aside).paths.filter { path in
            guard path.hasPrefix("workflows/"), path.hasSuffix(".yaml") else { return true }
            let name = String(path.dropFirst("workflows/".count).dropLast(".yaml".count))
            guard let digest = (try? rulebook.definition(name)).map({ Hash.of($0.canonicalForm) }) else { return true }
            return !known.contains { $0.workflow == name && $0.digest == digest }
        }
    }

    /// Where they are kept and do nothing.
    private static func setAside(_ paths: [String], in home: URL) throws {
        for path in paths {
            let target = home.appending(path: "set-aside/\(path)")
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try FileManager.default.moveItem(at: home.appending(path: path), to: target)
        }
    }

    static func mustBeEmpty(_ folder: URL) throws {
        let inside = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard inside.allSatisfy(NewRegister.isWorking) else { throw BackupProblem.occupied }
    }

    /// The list that was named, or all beside the backup that go on from it, the oldest first: a register that was restored
    /// before has more than one history. None when there is none newer than the backup itself.
    private func lists(for manifest: BackupManifest, from point: RegisterPoint) throws -> [ErasureList] {
        func isNewer(_ list: ErasureList) -> Bool {
            list.operations > manifest.operations || list.made > manifest.made
        }
        if let erasures {
            let list = try ErasureList(at: erasures)
            guard list.continues(point), isNewer(list) else {
                throw BackupProblem.noErasures(erasures.lastPathComponent)
            }
            return [list]
        }
        let home = file.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
        let newer = names.sorted().filter { $0.hasSuffix(".erasures.jsonl") }.compactMap {
            try? ErasureList(at: home.appending(path: $0))
        }.filter { $0.continues(point) && isNewer($0) }.sorted { ($0.made, $0.operations) < ($1.made, $1.operations) }
        return newer.enumerated().filter { index, list in
            !newer[(index + 1)...].contains { $0.includes(list) }
        }.map(\.element)
    }
}

extension ErasureList {
    /// Reads a list. Throws `BackupProblem`.
    init(at file: URL) throws {
        guard let data = try? Data(contentsOf: file) else { throw BackupProblem.noFile(file.lastPathComponent) }
        guard let text = String(validating: data, as: UTF8.self), let list = ErasureList(text: text) else {
            throw BackupProblem.noErasures(file.lastPathComponent)
        }
        self = list
    }
}

/// What restoring writes: the only operation that the backup does not hold.
private struct Restoring: Deed {
    let manifest: BackupManifest
    let point: RegisterPoint
    let lists: [ErasureList]
    let name = "restore"

    func perform(in operation: Operation, as standing: Standing) throws -> ErasedAgain {
        try standing.must(.restore)
        try operation.markRestored(from: manifest.operations, made: manifest.made)
        // What was erased after a list was made is on no list either.
        try operation.markErasures(
            unknownSince: lists.map(\.made).min() ?? manifest.made, after: manifest.operations)
        return try lists.reduce(.none) { try $0 + operation.eraseAgain($1, after: point, by: .papers) }
    }
}

/// A register that was restored.
public struct Restored: Sendable, Codable {
    public let folder: String
    /// How many operations the backup holds.
    public let operations: Int
    /// When the backup was made: ISO 8601, UTC.
    public let made: String
    /// How many values were erased again.
    public let erased: Int
    /// Of these, texts that are there without the words that had been taken out of them.
    public let mended: [ErasedAgain.Place]
    /// Of these, texts that are gone as a whole, since what was left of them cannot be told.
    public let dropped: [ErasedAgain.Place]
    /// Where the backup's journal had come to: `143-a1b2c3d4e5f6-2026-11-26`.
    public let head: String
    /// Where the register's journal has come to, with the restoring itself.
    public let headNow: String
    /// When the newer lists of what was erased were made, that were there: ISO 8601, UTC.
    public let listsMade: [String]
    /// Since when it is not known what was erased: ISO 8601, UTC.
    public let erasuresUnknownSince: String
    /// Workflow files and templates in the backup that the register has not worked with.
    public let strangeFiles: [String]
}
