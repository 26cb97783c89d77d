import Foundation
import Packs
import Workflow

/// A register that is made beside the place it is for, and put there when it is whole: whoever is interrupted leaves no
/// half a register, whoever comes second replaces none, and nothing is taken away that was not made here.
///
/// What an interrupted one leaves, a folder `.lap-new-…`, is swept by the next.
struct NewRegister {
    /// What is done next, in this order.
    enum Step: Hashable, Sendable, CaseIterable {
        case aside, fill, sync, place, placeFile, confirm, done
    }

    /// The folder that is going to hold `.lap`.
    let folder: URL
    /// Where the register is made: `register.sqlite`, `config.yaml` and files of its own go there.
    let aside: URL
    private let working: WorkingFolder
    private let made: [URL]
    /// Asked before each step, for tests: it may throw, or look.
    private let before: @Sendable (Step) async throws -> Void

    /// Throws `RegisterExists`, `UnwritableFolder`, `FullDisk`, `LeftBehind`, `BackupProblem.insideRegister`, and `ConfigurationProblem`
    /// for a folder in which others could put another register in its place.
    init(in folder: URL, before: @escaping @Sendable (Step) async throws -> Void = { _ in }) async throws {
        self.folder = folder
        self.before = before
        guard !NewRegister.isThere(in: folder) else { throw RegisterExists() }
        guard !folder.isInsideRegister else { throw BackupProblem.insideRegister }
        try FileAccess(folder: folder.appending(path: ".lap")).mustBeSafeAround()
        try NewRegister.mustHaveNothingLeft(in: folder)
        made = NewRegister.missing(folder)
        do {
            try await before(.aside)
            working = try WorkingFolder(in: folder.path, named: NewRegister.prefix)
        } catch {
            NewRegister.removeEmpty(made)
            throw error is WorkingFolder.Unusable ? UnwritableFolder.error(at: folder) : FullDisk.told(error, folder)
        }
        aside = URL(filePath: working.path).appending(path: "register", directoryHint: .isDirectory)
        guard mkdir(aside.path, 0o700) == 0 else {
            working.remove()
            NewRegister.removeEmpty(made)
            throw UnwritableFolder.error(at: folder)
        }
    }

    /// A register that was there before has left something, which would be taken for the new one's. A journal that lies there would be taken for the new register's, and undo pages of it.
    private static func mustHaveNothingLeft(in folder: URL) throws {
        // Who opened what, and that it was damaged, is told of the register that was there.
        for name in ["-journal", "-wal", "-shm"].map({ "register.sqlite\($0)" }) + ["opened", "unsound"] {
            var status = stat()
            if lstat(folder.appending(path: ".lap/\(name)").path, &status) == 0 { throw LeftBehind(name: name) }
        }
    }

    /// Whether a name is that of a folder in which one is made.
    static func isWorking(_ name: String) -> Bool { WorkingFolder.isOne(name, prefix) }

    private static let prefix = ".lap-new-"

    /// Everything was tried, and nothing was to be put in place.
    struct Rehearsed: Error {}

    static func rehearsal(_ isOne: Bool) -> @Sendable (Step) async throws -> Void {
        { step in if isOne, step == .place { throw Rehearsed() } }
    }

    private var home: URL { folder.appending(path: ".lap") }

    private static func isThere(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: ".lap/register.sqlite").path)
    }

    /// Lets the register be made, and puts it in its place. On any error nothing is left of it, but for
    /// `DiskSync.Unconfirmed`, which is thrown when it is in its place and only the disk did not say so.
    func make(_ fill: (_ aside: URL) async throws -> Void) async throws {
        var placed: [URL] = []
        do {
            try await before(.fill)
            try await fill(aside)
            try await before(.sync)
            try secure()
            try DiskSync.sync(wholeFolder: aside)
            try await before(.place)
            if try !DiskSync.place(aside, at: home) { try await placeFiles(&placed) }
        } catch {
            for url in placed.reversed() { NewRegister.removeOwn(url) }
            working.remove()
            NewRegister.removeEmpty(made)
            throw error is DiskSync.Unconfirmed ? UnwritableFolder.error(at: folder) : FullDisk.told(error, folder)
        }
        working.remove()
        try await before(.confirm)
        try DiskSync.sync(folder)
        for above in made { try DiskSync.sync(above.deletingLastPathComponent()) }
        try await before(.done)
    }

    private func secure() throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: aside.path) {
            let url = aside.appending(path: path)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            try FileManager.default.setAttributes(
                [.posixPermissions: isFolder.boolValue ? 0o700 : 0o600], ofItemAtPath: url.path)
        }
    }

    /// There is a `.lap` with files of one's own in it, and they stay: each file is put beside them, the register last but
    /// for who acts in it.
    private func placeFiles(_ placed: inout [URL]) async throws {
        guard !NewRegister.isThere(in: folder) else { throw RegisterExists() }
        try NewRegister.mustHaveNothingLeft(in: folder)
        var status = stat()
        guard lstat(home.path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw UnwritableFolder.error(at: folder)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: home.path)
        for path in BroughtFiles(from: aside).paths + ["register.sqlite", "config.yaml"] {
            let source = aside.appending(path: path)
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            let target = home.appending(path: path)
            let parent = target.deletingLastPathComponent()
            for folder in NewRegister.missing(parent).reversed() {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
                placed.append(folder)
            }
            try await before(.placeFile)
            if try DiskSync.place(source, at: target) {
                placed.append(target)
            } else if path == "register.sqlite" {
                throw RegisterExists()
            }
            try DiskSync.sync(parent)
        }
    }

    /// The folders that are not there yet, the deepest first.
    private static func missing(_ folder: URL) -> [URL] {
        var missing: [URL] = []
        var above = folder.standardizedFileURL
        while !FileManager.default.fileExists(atPath: above.path) {
            let next = above.deletingLastPathComponent()
            guard next.path.utf8.count < above.path.utf8.count else { break }
            missing.append(above)
            above = next
        }
        return missing
    }

    private static func removeOwn(_ url: URL) {
        if rmdir(url.path) != 0 { unlink(url.path) }
    }

    /// Folders made for a register that did not come about go again, unless somebody has put something into them.
    private static func removeEmpty(_ folders: [URL]) {
        for folder in folders { rmdir(folder.path) }
    }
}

/// Beside the place of the new register lies what belongs to one that is gone: a file's name.
public struct LeftBehind: Error {
    public let name: String
}

/// The folder for a register cannot be made.
public struct UnwritableFolder: Error {
    /// Unless the disk has no room: then that.
    ///
    /// - Parameter place: where it was to be; nothing need be there yet.
    static func error(at place: URL) -> any Error {
        var status = statvfs()
        var folder = place
        while statvfs(folder.path, &status) != 0, folder.path != "/" { folder.deleteLastPathComponent() }
        // Less than a small register needs.
        let isFull =
            Double(status.f_bavail) * Double(status.f_frsize) < 2_000_000 || status.f_files > 0 && status.f_favail < 8
        return isFull ? FullDisk(place.path) : UnwritableFolder()
    }
}

/// There is a register in the folder already.
public struct RegisterExists: Error {}
