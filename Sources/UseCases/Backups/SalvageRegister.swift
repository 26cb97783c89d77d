import Foundation
import Ledger
import Packs
import Partnership
import Register
import Workflow

/// Makes a register of what the journal of a damaged one still proves, in a folder that holds nothing.
public struct SalvageRegister: Sendable {
    /// The damaged register's file, which stays as it is.
    public let file: URL
    public let folder: URL

    public init(_ file: URL, into folder: URL) {
        self.file = file
        self.folder = folder
    }

    /// Made whole or not at all. Whoever does it has to be on record in what is left, as somebody who may restore a register.
    ///
    /// - Parameters:
    ///   - rehearsing: everything is tried aside, and nothing put in place.
    ///   - remembering: what `config.yaml` says when a person of this key has done it.
    public func perform(
        with share: Share, for request: Request, rehearsing: Bool = false,
        remembering: (_ person: String) -> String = { _ in "" }, now: @escaping @Sendable () -> Date
    ) async throws -> SalvagedRegister {
        guard file.isPlainFile else {
            throw BackupProblem.noFile(file.lastPathComponent)
        }
        try RestoreRegister.mustBeEmpty(folder)
        let register = try await NewRegister(in: folder, before: NewRegister.rehearsal(rehearsing))
        var found: (salvage: Salvage, problems: [String])?
        do {
            try await register.make { aside in
                let scratch = aside.appending(path: "scratch", directoryHint: .isDirectory)
                try FileManager.default.createDirectory(
                    at: scratch, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
                let copy = scratch.appending(path: "damaged.sqlite")
                try FileManager.default.copyItem(at: file, to: copy)
                // What an interrupted write has left beside it is needed to read it.
                try? FileManager.default.copyItem(
                    at: URL(filePath: file.path + "-journal"), to: URL(filePath: copy.path + "-journal"))
                let (made, salvage) = try Register.salvaging(
                    copy.path, to: aside.appending(path: "register.sqlite").path,
                    scratch: scratch.appending(path: "found.sqlite").path, rulebook: share.rulebook(), now: now)
                try FileManager.default.removeItem(at: scratch)
                found = (salvage, [])
                guard let made else { throw NothingProved() }
                found?.problems = try made.verified().problems
                let person = try made.read(by: request.who) { _, standing in
                    try standing.must(.restore)
                    return standing.person.id
                }
                let text = remembering(person)
                if !text.isEmpty { try Data(text.utf8).write(to: aside.appending(path: "config.yaml")) }
            }
        } catch is DiskSync.Unconfirmed {
            throw BackupProblem.unconfirmed
        } catch is NewRegister.Rehearsed {
        } catch is NothingProved {
            guard let found, !found.salvage.beyond.isEmpty else { throw BackupProblem.nothingLeft }
        }
        guard let (salvage, problems) = found else { throw BackupProblem.nothingLeft }
        if !salvage.beyond.isEmpty, !rehearsing { try writeRest(salvage) }
        return SalvagedRegister(
            folder: folder.path, operations: salvage.operations, had: salvage.had,
            lost: salvage.lost.count + salvage.lostContents.count,
            places: Array((salvage.lost.map(\.place) + salvage.lostContents.map(\.place)).prefix(50)),
            rest: salvage.beyond.count, problems: problems)
    }

    private struct NothingProved: Error {}

    /// What is proved and cannot be put back is written out, outside the register, where no erasure would look for it.
    private func writeRest(_ salvage: Salvage) throws {
        let working = try Outbox.working(in: folder, named: ".lap-salvage-")
        defer { working.remove() }
        let draft = URL(filePath: working.path).appending(path: SalvagedRegister.rest)
        try Data(salvage.beyond.map { $0 + "\n" }.joined().utf8).write(to: draft)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
        try DiskSync.sync(draft)
        guard try DiskSync.place(draft, at: folder.appending(path: SalvagedRegister.rest)) else {
            throw BackupProblem.occupied
        }
    }
}

/// What came of a damaged register.
public struct SalvagedRegister: Sendable, Codable {
    /// The file that holds what cannot be put back.
    static let rest = "salvaged.jsonl"

    public let folder: String
    /// How many operations were proved, from the first on; with none there is no register.
    public let operations: Int
    /// How many the damaged register seems to have had.
    public let had: Int
    /// How many values of the vault, and files of issued papers, are lost.
    public let lost: Int
    /// Where the journal names them, of the first fifty: `N-3: summary`.
    public let places: [String]
    /// How many rows and values of later operations are proved and cannot be put back: they are lines of a file.
    public let rest: Int
    /// What a check still finds, at most fifty; each a sentence.
    public let problems: [String]
}
