import Foundation

/// A folder in which something is made before it is put in its place: only its owner can read it. It is held by a lock as
/// long as the program runs, so that the next run sweeps what a killed one left behind, and nothing of one that still works.
public struct WorkingFolder: Sendable {
    /// No such folder can be made.
    public struct Unusable: Error {
        /// The folder around it.
        public let folder: String
        /// As half a sentence: `permission denied`.
        public let reason: String
    }

    public let path: String
    private let lock: Int32

    /// Makes the folder around it when it is not there, and in it one to work in.
    ///
    /// - Parameter prefix: how the names of such folders begin: those left behind under it are swept first.
    public init(in folder: String, named prefix: String = ".lap-pack-") throws(Unusable) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            let isForbidden = (error as? CocoaError)?.code == .fileWriteNoPermission
            throw Unusable(folder: folder, reason: isForbidden ? "permission denied" : "the disk refused")
        }
        Self.sweep(folder, prefix)
        // Another run may sweep it before it is locked.
        for _ in 0..<10 {
            let path = "\(folder)/\(prefix)\(UUID().uuidString)"
            guard mkdir(path, 0o700) == 0 else {
                throw Unusable(folder: folder, reason: String(cString: strerror(errno)).uncapitalisedFirst)
            }
            guard let lock = Self.locked(path) else { continue }
            guard access(path, F_OK) == 0 else {
                close(lock)
                continue
            }
            self.path = path
            self.lock = lock
            return
        }
        throw Unusable(folder: folder, reason: "no folder to work in could be made in it")
    }

    /// Takes it away, unless it was moved to where it belongs, and lets go of it.
    public func remove() {
        try? FileManager.default.removeItem(atPath: path)
        close(lock)
    }

    private static func sweep(_ folder: String, _ prefix: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
            guard let lock = locked("\(folder)/\(name)") else { continue }
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            close(lock)
        }
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
