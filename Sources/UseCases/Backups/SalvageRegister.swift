import Foundation
import Ledger
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
        guard FileManager.default.isReadableFile(atPath: file.path) else {
            throw BackupProblem.noFile(file.lastPathComponent)
        }
        try RestoreRegister.mustBeEmpty(folder)
        let register = try await NewRegister(in: folder, before: NewRegister.rehearsal(rehearsing))
        var salvaged: SalvagedRegister?
        do {
            try await register.make { aside in
                let copy = aside.appending(path: "damaged.sqlite")
                try FileManager.default.copyItem(at: file, to: copy)
                // What an interrupted write has left beside it is needed to read it.
                try? FileManager.default.copyItem(
                    at: URL(filePath: file.path + "-journal"), to: URL(filePath: copy.path + "-journal"))
                let (made, salvage) = try Register.salvaging(
                    copy.path, to: aside.appending(path: "register.sqlite").path, rulebook: share.rulebook(), now: now)
                for left in [copy, URL(filePath: copy.path + "-journal")] {
                    try? FileManager.default.removeItem(at: left)
                }
                let report = try made.verified()
                let person = try made.read(by: request.who) { _, standing in
                    try standing.must(.restore)
                    return standing.person.id
                }
                let text = remembering(person)
                if !text.isEmpty { try Data(text.utf8).write(to: aside.appending(path: "config.yaml")) }
                salvaged = SalvagedRegister(
                    folder: folder.path, operations: salvage.operations, had: salvage.had, lost: salvage.lost.count,
                    problems: report.problems)
            }
        } catch is DiskSync.Unconfirmed {
            throw BackupProblem.unconfirmed
        } catch is NewRegister.Rehearsed {
        }
        guard let salvaged else { throw BackupProblem.noBackup }
        return salvaged
    }
}

/// What came of a damaged register.
public struct SalvagedRegister: Sendable, Codable {
    public let folder: String
    /// How many operations were proved.
    public let operations: Int
    /// How many the damaged register seems to have had.
    public let had: Int
    /// How many values of the vault are lost.
    public let lost: Int
    /// What a check still finds, at most fifty; each a sentence.
    public let problems: [String]
}
