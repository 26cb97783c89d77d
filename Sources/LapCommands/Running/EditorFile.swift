import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file that an editor is opened on. It lies in a folder of the register's own that nobody else may enter, and is gone
/// when the editor has closed, when the command is interrupted or hung up on, or at the latest when the next one edits.
final class EditorFile {
    let file: URL
    private let cleaner: InterruptedFile

    /// Throws `Failure` when it cannot be made.
    ///
    /// - Parameters:
    ///   - home: the register's folder, `.lap`.
    ///   - suffix: how its name ends, `-remark.txt`.
    init(_ text: String, suffix: String, in home: URL) throws {
        let folder = home.appending(path: "editing")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard chmod(folder.path, 0o700) == 0 else { throw EditorFile.unwritable }
        EditorFile.sweep(folder)
        file = folder.appending(path: "\(getpid())-\(UUID().uuidString)\(suffix)")
        cleaner = InterruptedFile(path: file.path)
        let made = open(file.path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard made >= 0 else { throw EditorFile.unwritable }
        fchmod(made, 0o600)
        close(made)
        try Data(text.utf8).write(to: file)
    }

    deinit {
        try? FileManager.default.removeItem(at: file)
        // Another command may be editing beside this one: a folder that is not empty stays.
        rmdir(file.deletingLastPathComponent().path)
    }

    private static let unwritable = Failure(
        .cannotWrite, "The editor's file cannot be made.", hint: "Check that you may write to the register's folder.")

    /// What commands have left that ended before they could clear up: their numbers stand in the files' names.
    private static func sweep(_ folder: URL) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            guard let process = Int32(name.prefix { $0.isNumber }), process > 0 else { continue }
            if process == getpid() || kill(process, 0) == 0 || errno == EPERM { continue }
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }
}

/// A file that goes when a signal ends the program. Signals are handled again as before when it is let go.
private final class InterruptedFile {
    private static let signals = [SIGINT, SIGHUP, SIGTERM]
    private let before: [(Int32, sighandler_t?)]

    init(path: String) {
        InterruptedFile.path.store(strdup(path).map { Int(bitPattern: $0) } ?? 0, ordering: .sequentiallyConsistent)
        before = InterruptedFile.signals.map { number in
            // No more than what a signal handler may do.
            let former = signal(number) { number in
                if let path = UnsafeMutablePointer<CChar>(
                    bitPattern: InterruptedFile.path.load(ordering: .sequentiallyConsistent))
                {
                    unlink(path)
                }
                signal(number, SIG_DFL)
                raise(number)
            }
            return (number, former)
        }
    }

    deinit {
        for (number, handler) in before { signal(number, handler) }
        let old = InterruptedFile.path.exchange(0, ordering: .sequentiallyConsistent)
        free(UnsafeMutablePointer<CChar>(bitPattern: old))
    }

    /// The address of its name; 0 while there is none.
    private static let path = Atomic<Int>(0)
}
