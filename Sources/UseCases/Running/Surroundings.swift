import Foundation
import Packs

/// What lies in `.lap` beside the register: what the program puts there itself, what commands left that were killed, and what
/// it knows nothing of.
public struct Surroundings: Sendable {
    /// The folder `.lap`.
    private let home: URL

    public init(of home: URL) { self.home = home }

    /// How the names of folders begin in which a text is that somebody writes in an editor. Each is held by a lock as long as
    /// its command runs.
    public static let writing = ".lap-editing-"

    /// What the register's own files are called.
    private static let own: Set = [
        "register.sqlite", "register.sqlite-journal", "config.yaml", "workflows", "templates", "opened", "read",
        "unsound",
    ]

    /// Copies of the database that an upgrade puts there.
    private static let copy = "register.sqlite.schema-"

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []).sorted()
    }

    /// Takes away what commands left that were killed: unfinished backups, and texts in an editor.
    ///
    /// - Returns: how many texts.
    func sweep() -> Int {
        WorkingFolder.sweep(home.path, BackUp.prefix)
        let before = texts
        guard !before.isEmpty else { return 0 }
        WorkingFolder.sweep(home.path, Surroundings.writing)
        return Set(before).subtracting(texts).count
    }

    /// The folders of texts that are written in an editor now, by commands that go on.
    var texts: [String] { names.filter { WorkingFolder.isOne($0, Surroundings.writing) } }

    /// Takes away the copies that upgrades put there: they hold what is erased since, and nobody needs them once the register is
    /// known to hold.
    func removeCopies() {
        for name in names where name.hasPrefix(Surroundings.copy) { remove(home.appending(path: name).path) }
    }

    /// What is not the program's own, and what it put aside for people to look at: it is never erased from.
    var strangers: [String] {
        names.filter { name in
            !Surroundings.own.contains(name) && !name.hasPrefix(Surroundings.copy)
                && ![Surroundings.writing, BackUp.prefix].contains { WorkingFolder.isOne(name, $0) }
        }
    }
}

/// Where something may stand that was erased from the register: names of files and folders in `.lap`.
public struct Leftovers: Sendable, Codable {
    /// Texts that somebody writes in an editor now.
    public let writing: [String]
    /// What is not the program's own.
    public let strangers: [String]

    static let none = Leftovers(writing: [], strangers: [])

    private init(writing: [String], strangers: [String]) {
        self.writing = writing
        self.strangers = strangers
    }

    init(in surroundings: Surroundings) {
        writing = surroundings.texts
        strangers = surroundings.strangers
    }
}
