import Foundation
import Packs
import Synchronization
import UseCases

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file that an editor is opened on. It lies in a folder of its own in the register's, which nobody else may enter and
/// which is locked as long as the command runs; what the editor puts beside it goes with it. It is gone when the editor has
/// closed or the command is interrupted or hung up on; of one that was killed, when the next command opens the register.
final class EditorFile {
    let file: URL
    private let folder: WorkingFolder
    private let cleaner: InterruptedFile

    /// Throws `Failure` when it cannot be made.
    ///
    /// - Parameters:
    ///   - home: the register's folder, `.lap`.
    ///   - suffix: how its name ends, `-remark.txt`.
    init(_ text: String, suffix: String, in home: URL) throws {
        do {
            folder = try WorkingFolder(in: home.path, named: Surroundings.writing)
        } catch {
            throw EditorFile.unwritable
        }
        file = URL(filePath: folder.path).appending(path: "text\(suffix)")
        cleaner = InterruptedFile(path: file.path)
        let made = open(file.path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard made >= 0 else {
            folder.remove()
            throw EditorFile.unwritable
        }
        fchmod(made, 0o600)
        close(made)
        do {
            try Data(text.utf8).write(to: file)
        } catch {
            folder.remove()
            throw EditorFile.unwritable
        }
    }

    deinit { folder.remove() }

    private static let unwritable = Failure(
        .cannotWrite, "The editor's file cannot be made.", hint: "Check that you may write to the register's folder.")
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
