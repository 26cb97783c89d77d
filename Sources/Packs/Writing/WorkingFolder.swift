import Foundation

/// A folder in which something is made before it is put in its place: only its owner can read it. It is held by a lock as
/// long as the program runs, so that the next run sweeps what a killed one left behind, and nothing of one that still works.
///
/// What is swept is known by its name and by a file in it that repeats that name: nothing of anybody else's is.
public struct WorkingFolder: Sendable {
    /// No such folder can be made.
    public struct Unusable: Error {
        /// The folder around it.
        public let folder: String
        /// As half a sentence: `permission denied`.
        public let reason: String
        /// The disk has no room.
        public let isFull: Bool

        init(folder: String, reason: String, isFull: Bool = false) {
            (self.folder, self.reason, self.isFull) = (folder, reason, isFull)
        }
    }

    private static let mark = ".lap-working"

    public let path: String
    private let lock: Int32

    /// Makes the folder around it when it is not there, and in it one to work in.
    ///
    /// - Parameter prefix: how the names of such folders begin: those left behind under it are swept first.
    public init(in folder: String, named prefix: String = ".lap-pack-") throws(Unusable) {
        guard Self.make(folder) else {
            throw Unusable(
                folder: folder, reason: errno == EACCES ? "permission denied" : "the disk refused",
                isFull: errno == ENOSPC)
        }
        Self.sweep(folder, prefix)
        // Another run may sweep it before it is locked.
        for _ in 0..<10 {
            let name = prefix + UUID().uuidString
            let path = "\(folder)/\(name)"
            guard mkdir(path, 0o700) == 0 else { throw Self.failed(folder) }
            guard let lock = Self.locked(path) else { continue }
            guard access(path, F_OK) == 0 else {
                close(lock)
                continue
            }
            guard Self.mark(path, as: name) else {
                let failure = Self.failed(folder)
                unlink("\(path)/\(Self.mark)")
                rmdir(path)
                close(lock)
                throw failure
            }
            self.path = path
            self.lock = lock
            return
        }
        throw Unusable(folder: folder, reason: "no folder to work in could be made in it")
    }

    /// Takes it away, but for what was moved to where it belongs, and lets go of it.
    public func remove() {
        Self.empty(path)
        close(lock)
    }

    /// Takes away what killed runs left in a folder under such names.
    public static func sweep(_ folder: String, _ prefix: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where isOne(name, prefix) {
            guard let lock = locked("\(folder)/\(name)") else { continue }
            if isMarked("\(folder)/\(name)", as: name) {
                empty("\(folder)/\(name)")
            } else {
                // Killed before it was marked, it is empty: of anything else this takes nothing.
                rmdir("\(folder)/\(name)")
            }
            close(lock)
        }
    }

    /// Whether a name is one of such a folder.
    public static func isOne(_ name: String, _ prefix: String) -> Bool {
        name.hasPrefix(prefix) && UUID(uuidString: String(name.dropFirst(prefix.count))) != nil
    }

    /// The mark goes last, so that one who is killed meanwhile, or whom the disk fails, leaves what the next sweeps.
    private static func empty(_ path: String) {
        let files = FileManager.default
        for name in (try? files.contentsOfDirectory(atPath: path)) ?? [] where name != mark {
            do {
                try files.removeItem(atPath: "\(path)/\(name)")
            } catch {
                return
            }
        }
        unlink("\(path)/\(mark)")
        rmdir(path)
    }

    private static func mark(_ path: String, as name: String) -> Bool {
        let file = open("\(path)/\(mark)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        let bytes = Array(name.utf8)
        return write(file, bytes, bytes.count) == bytes.count
    }

    private static func isMarked(_ path: String, as name: String) -> Bool {
        (try? String(contentsOfFile: "\(path)/\(mark)", encoding: .utf8)) == name
    }

    /// Makes a folder and those above it, each with the rights of a new one but for others' to write.
    private static func make(_ folder: String) -> Bool {
        var status = stat()
        if stat(folder, &status) == 0 { return true }
        let above = (folder as NSString).deletingLastPathComponent
        if !above.isEmpty, above != folder, !make(above) { return false }
        return mkdir(folder, 0o755) == 0 || errno == EEXIST
    }

    private static func failed(_ folder: String) -> Unusable {
        Unusable(
            folder: folder, reason: String(cString: strerror(errno)).uncapitalisedFirst, isFull: errno == ENOSPC)
    }

    /// The folder, opened and locked; nil when it is gone, is none, or somebody works in it.
    private static func locked(_ path: String) -> Int32? {
        let lock = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard lock >= 0 else { return nil }
        if flock(lock, LOCK_EX | LOCK_NB) == 0 { return lock }
        close(lock)
        return nil
    }
}
