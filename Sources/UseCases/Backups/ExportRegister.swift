import Foundation
import Ledger
import Packs
import Partnership
import Register

extension Workplace {
    /// Writes everything that the register holds as JSON Lines, values included. That it was opened is logged first.
    ///
    /// - Parameter put: is given the lines, each with its line break.
    public func export(for request: Request, _ put: (String) throws -> Void) throws {
        let person = try read(MayAsWhole(.export), for: request)
        try OpeningLog(home: folder).append(["everything": ["export"]], by: person, at: now())
        try register.export(by: request.who, allowing: { try $0.must(.export) }, put)
    }

    /// The same to a file that is not there yet and that nobody else can read.
    public func export(to file: URL, for request: Request) throws {
        _ = try read(MayAsWhole(.export), for: request)
        guard !FileManager.default.fileExists(atPath: file.path) else {
            throw BackupProblem.taken(file.lastPathComponent)
        }
        let home = file.deletingLastPathComponent()
        let working: WorkingFolder
        do {
            working = try WorkingFolder(in: home.path, named: ".lap-export-")
        } catch {
            throw BackupProblem.unwritable(error.folder)
        }
        defer { working.remove() }
        let aside = URL(filePath: "\(working.path)/export.jsonl")
        do {
            guard
                FileManager.default.createFile(
                    atPath: aside.path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw BackupProblem.unwritable(home.path) }
            let handle = try FileHandle(forWritingTo: aside)
            try export(for: request) { try handle.write(contentsOf: Data($0.utf8)) }
            try handle.close()
            try DiskSync.sync(aside)
            guard try DiskSync.place(aside, at: file) else { throw BackupProblem.taken(file.lastPathComponent) }
        } catch let error as CocoaError where error.isFileError {
            throw BackupProblem.unwritable(home.path)
        }
        do {
            try DiskSync.sync(home)
        } catch {
            throw BackupProblem.unconfirmed
        }
    }
}
