import Foundation

/// Files and folders that are to outlive a loss of power.
enum DiskSync {
    /// The disk did not confirm that something will stay.
    struct Unconfirmed: Error {}

    /// Waits until the disk has a file, or the names in a folder.
    static func sync(_ url: URL) throws {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unconfirmed() }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Unconfirmed() }
    }

    /// The same for a folder and everything in it, the deepest first.
    static func sync(wholeFolder folder: URL) throws {
        let below = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        for path in below.sorted(by: >) { try sync(folder.appending(path: path)) }
        try sync(folder)
    }

    /// Puts a file or a folder in a place where nothing is, or an empty folder in place of a folder.
    ///
    /// - Returns: whether it was put there; false when something stands there.
    static func place(_ url: URL, at target: URL) throws -> Bool {
        var status = stat()
        guard lstat(url.path, &status) == 0 else { throw Unconfirmed() }
        if status.st_mode & S_IFMT == S_IFDIR {
            // A folder is renamed onto a missing or an empty one only, in one step.
            if rename(url.path, target.path) == 0 { return true }
            guard [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno) else { throw UnwritableFolder.error(at: target) }
            return false
        }
        // Unlike a rename, a link never replaces what somebody else has put there meanwhile.
        if link(url.path, target.path) == 0 { return true }
        guard errno != EEXIST else { return false }
        // Some file systems have no links.
        guard !FileManager.default.fileExists(atPath: target.path) else { return false }
        do {
            try FileManager.default.moveItem(at: url, to: target)
        } catch {
            guard FileManager.default.fileExists(atPath: target.path) else { throw UnwritableFolder.error(at: target) }
            return false
        }
        return true
    }
}
