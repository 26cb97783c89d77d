import Foundation
import Ledger

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What somebody wrote as the minutes of a meeting and that could not be stored: a file that only they can read, in a folder
/// of theirs among the files that pass, `TMPDIR`. It is no part of the register, so no backup takes it, and goes once what it
/// holds is stored.
struct KeptSheet {
    let file: URL

    /// What was kept last of a meeting of a register; nil when nothing is.
    ///
    /// - Parameters:
    ///   - home: the register's own folder, `.lap`.
    ///   - who: who writes, as they were named.
    static func last(of meeting: String, home: URL, who: String?, _ context: Context) -> KeptSheet? {
        let folder = place(home, context)
        guard isOwn(folder) else { return nil }
        return names(of: meeting, home: home, who: who).map { folder.appending(path: $0) }.last { isFile($0) }.map(
            KeptSheet.init)
    }

    /// Keeps a text beside what is kept already. Throws `Failure` when it cannot be kept anywhere.
    static func keep(
        _ text: String, of meeting: String, home: URL, who: String?, _ context: Context
    ) throws -> KeptSheet {
        var folder = place(home, context)
        // Somebody else's folder, or a link to one, is no place for it.
        if mkdir(folder.path, 0o700) != 0, !isOwn(folder) {
            folder = folder.appendingPathExtension(UUID().uuidString)
            guard mkdir(folder.path, 0o700) == 0 else { throw unkept }
        }
        for name in names(of: meeting, home: home, who: who) {
            let file = folder.appending(path: name)
            let made = open(file.path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600)
            if made < 0, errno == EEXIST { continue }
            guard made >= 0 else { throw unkept }
            let handle = FileHandle(fileDescriptor: made, closeOnDealloc: true)
            fchmod(made, 0o600)
            do {
                try handle.write(contentsOf: Data(text.utf8))
                try handle.close()
            } catch {
                throw unkept
            }
            return KeptSheet(file: file)
        }
        throw unkept
    }

    /// What it holds; nil when that is gone, or no text.
    var text: String? {
        var status = stat()
        guard lstat(file.path, &status) == 0, status.st_uid == getuid() else { return nil }
        return try? String(contentsOf: file, encoding: .utf8)
    }

    /// The day it was kept.
    var date: Date? { try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate }

    func remove() { try? FileManager.default.removeItem(at: file) }

    private static let unkept = Failure(
        .cannotWrite, "What was written could not be stored, and not be kept either.",
        hint: "Check that you may write to the folder that TMPDIR names.")

    /// Where it would lie inside the register, a backup could take it: then it lies among everybody's.
    private static func place(_ home: URL, _ context: Context) -> URL {
        let named = ["TMPDIR", "XDG_RUNTIME_DIR"].lazy.compactMap { context.environment[$0] }.first { !$0.isEmpty }
        let base = context.file(named ?? "/tmp").resolvingSymlinksInPath()
        let own = home.resolvingSymlinksInPath().path
        let isInside = base.path == own || base.path.hasPrefix(own + "/")
        return (isInside ? URL(filePath: "/tmp") : base).appending(path: "lap-\(getuid())")
    }

    /// One name after another: who writes a second text before the first was taken keeps both.
    private static func names(of meeting: String, home: URL, who: String?) -> [String] {
        let safe = meeting.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(60)
        let own = Hash.of(home.resolvingSymlinksInPath().path, who).prefix(8)
        return (1...99).map { "minutes-\(safe)-\(own)\($0 == 1 ? "" : "-\($0)").txt" }
    }

    private static func isOwn(_ folder: URL) -> Bool {
        var status = stat()
        return lstat(folder.path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == getuid()
            && status.st_mode & 0o077 == 0
    }

    private static func isFile(_ file: URL) -> Bool {
        var status = stat()
        return lstat(file.path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_uid == getuid()
    }
}
