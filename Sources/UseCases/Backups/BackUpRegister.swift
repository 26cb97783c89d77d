import Foundation
import Packs
import Partnership
import Register
import Workflow

extension Workplace {
    /// Copies the register to a file while others go on working, checks the copy from end to end, and puts three files in
    /// place, none of which may be there: the backup, what tells of it (`.json`), and the list of what was erased so far
    /// (`.erasures.jsonl`), which is to be kept apart. Nobody but their owner can read them.
    ///
    /// - Parameters:
    ///   - recipients: keys of `age` to encrypt it to; with none it is not encrypted.
    ///   - environment: where the programs it needs are looked up.
    ///   - rehearsing: everything is tried aside, and nothing put in place.
    public func backUp(
        to file: URL, recipients: [String], environment: [String: String], rehearsing: Bool = false,
        for request: Request
    ) async throws -> BackedUp {
        let person = try read(MayAsWhole(.backup), for: request)
        let erasuresFile = URL(filePath: file.path + ".erasures.jsonl")
        let places = [BackupManifest.place(of: file), erasuresFile, file]
        for place in places where FileManager.default.fileExists(atPath: place.path) {
            throw BackupProblem.taken(place.lastPathComponent)
        }
        let outbox = try Outbox(beside: file, home: folder, named: BackUp.prefix)
        defer { outbox.remove() }
        // What is not encrypted yet never lies where the backup goes to.
        let working = try Outbox.working(in: folder, named: BackUp.prefix)
        defer { working.remove() }
        let aside = URL(filePath: working.path, directoryHint: .isDirectory)
        let inside = aside.appending(path: "inside", directoryHint: .isDirectory)
        let erasures = try FullDisk.telling(folder) {
            try FileManager.default.createDirectory(
                at: inside, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            let copy = inside.appending(path: "register.sqlite")
            try register.copy(to: copy.path)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy.path)
            let erasures = try verified(copy)
            try Archive.gather(from: folder, to: inside)
            // What was opened while the copy was made belongs to what the copy does not hold.
            OpeningLog(home: inside).drop(after: erasures.list.operations)
            return erasures
        }

        let written = places.map(outbox.draft)
        try await Archive(environment).pack(inside, to: written[2], for: file, recipients: recipients, aside: aside)
        let (size, digest) = try BackupManifest.measure(written[2])
        let manifest = BackupManifest(
            register: erasures.list.register, operations: erasures.list.operations, head: erasures.head,
            made: erasures.list.made, encrypted: !recipients.isEmpty, size: size, digest: digest)
        try FullDisk.telling(file) {
            try manifest.text().write(to: written[0])
            try Data(erasures.list.text.utf8).write(to: written[1])
        }
        if !rehearsing {
            // It holds everything: whoever makes it can read it, or knows who can.
            let head = try register.read(by: request.who) { view, _ in try view.printedHead() }
            try OpeningLog(home: folder).append(["everything": ["backup"]], by: person, at: now(), head: head)
            try outbox.put(places)
        }
        return BackedUp(file: file.path, manifest: manifest, erased: erasures.list.count)
    }

    /// Opens a copy as anybody would open a register, and checks all of it.
    private func verified(_ copy: URL) throws -> (list: ErasureList, head: String) {
        let copied = try Register.open(path: copy.path, rulebook: rulebook, now: now)
        let report = try copied.verified()
        guard report.problems.isEmpty else {
            Soundness(of: folder).tell(damagedAt: now(), head: report.head)
            throw BackupProblem.unsound(report.problems)
        }
        return try copied.read(by: nil) { view, _ in
            (try view.erasures(made: now().recorded), try view.head().hash)
        }
    }
}

enum BackUp {
    /// How the names of folders begin in which backups are made.
    static let prefix = ".lap-backup-"
}

/// A backup that was made.
public struct BackedUp: Sendable, Codable {
    public let file: String
    public let manifest: BackupManifest
    /// How many values its list of erasures tells of.
    public let erased: Int
}

/// Whether the asker may do something to the register as a whole.
struct MayAsWhole: InnerQuestion {
    private let permission: Permission

    init(_ permission: Permission) { self.permission = permission }

    /// Their key.
    func answer(from view: View, as standing: Standing) throws -> String {
        try standing.must(permission)
        return standing.person.id
    }
}
