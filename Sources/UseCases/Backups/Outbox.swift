import Foundation
import Packs

/// Where something of the register is written out to: a folder that is there, outside the register's own. It is made aside
/// in it, and put in place without replacing anything.
struct Outbox {
    /// The folder it goes to.
    let folder: URL
    private let working: WorkingFolder

    /// Throws `BackupProblem` when there is no such folder, when it is the register's own, or cannot be written to.
    ///
    /// - Parameters:
    ///   - home: the register's `.lap`.
    ///   - prefix: how the names of folders to work in begin.
    init(beside file: URL, home: URL, named prefix: String) throws {
        folder = file.deletingLastPathComponent()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw BackupProblem.noFolder(folder.path)
        }
        guard !folder.lies(in: home) else { throw BackupProblem.insideRegister }
        working = try Outbox.working(in: folder, named: prefix)
    }

    /// A folder to work in. Throws `BackupProblem` and `FullDisk`.
    static func working(in folder: URL, named prefix: String) throws -> WorkingFolder {
        do {
            return try WorkingFolder(in: folder.path, named: prefix)
        } catch {
            throw error.isFull ? FullDisk(error.folder) : BackupProblem.unwritable(error.folder)
        }
    }

    /// A file that is to be written, and then put in place.
    func draft(of file: URL) -> URL { URL(filePath: working.path).appending(path: file.lastPathComponent) }

    /// Puts drafts in the places of these files, in their order; all of them or none. Nobody but their owner can read them.
    func put(_ files: [URL]) throws {
        var placed: [URL] = []
        do {
            for file in files {
                let draft = draft(of: file)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft.path)
                try DiskSync.sync(draft)
                guard try DiskSync.place(draft, at: file) else { throw BackupProblem.taken(file.lastPathComponent) }
                placed.append(file)
            }
        } catch {
            for file in placed { try? FileManager.default.removeItem(at: file) }
            throw error is DiskSync.Unconfirmed || error is UnwritableFolder
                ? BackupProblem.unwritable(folder.path) : FullDisk.told(error, folder)
        }
        do {
            try DiskSync.sync(folder)
        } catch {
            throw BackupProblem.unconfirmed
        }
    }

    /// Takes away what was not put in place.
    func remove() { working.remove() }
}

extension Workplace {
    /// Throws `BackupProblem.insideRegister` for a folder, there already or not, in the register's own.
    public func mustLieOutside(_ folder: URL) throws {
        guard !folder.lies(in: self.folder) else { throw BackupProblem.insideRegister }
    }
}

extension URL {
    /// It is another folder or lies in it; symbolic links are followed as far as it is there.
    fileprivate func lies(in home: URL) -> Bool {
        let own = home.resolvingSymlinksInPath().path
        return above.contains { $0.path == own }
    }

    /// It lies in the folder of some register's own files.
    var isInsideRegister: Bool {
        above.contains { FileManager.default.fileExists(atPath: $0.appending(path: "register.sqlite").path) }
    }

    /// The folders that it is and lies in, as far as they are there, without symbolic links; the innermost first.
    private var above: [URL] {
        var place = standardizedFileURL
        while !FileManager.default.fileExists(atPath: place.path) {
            let next = place.deletingLastPathComponent()
            guard next.path.utf8.count < place.path.utf8.count else { return [] }
            place = next
        }
        var above = [place.resolvingSymlinksInPath()]
        while let last = above.last {
            let next = last.deletingLastPathComponent()
            guard next.path.utf8.count < last.path.utf8.count else { break }
            above.append(next)
        }
        return above
    }
}
