import Foundation
import Workflow

/// What a backup holds: the register and the files of its own, as a tar archive, encrypted where there is somebody to
/// encrypt it to.
struct Archive {
    private static let own = ["config.yaml", "workflows", "templates", "opened"]
    private let environment: [String: String]

    init(_ environment: [String: String]) { self.environment = environment }

    /// Copies a register's own files beside a copy of it. Throws `ConfigurationProblem` where one of them is a link, or
    /// anything else that is no file and no folder: a backup with that could not be restored.
    static func gather(from home: URL, to folder: URL) throws {
        for name in own {
            let below = (try? FileManager.default.subpathsOfDirectory(atPath: home.appending(path: name).path)) ?? []
            for path in [name] + below.map({ "\(name)/\($0)" }) {
                var status = stat()
                guard lstat(home.appending(path: path).path, &status) == 0 else { continue }
                guard [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
                    throw ConfigurationProblem(
                        ".lap/\(path) is a link, or no file at all, and could not be restored from a backup.",
                        remedies: [.say("Put the file itself there.")])
                }
            }
            guard FileManager.default.fileExists(atPath: home.appending(path: name).path) else { continue }
            try FileManager.default.copyItem(at: home.appending(path: name), to: folder.appending(path: name))
        }
    }

    /// Packs a folder into a file, and encrypts it to keys of `age`; with none it is not encrypted.
    ///
    /// - Parameters:
    ///   - place: where the file is to go.
    ///   - aside: a folder for what is not encrypted yet.
    func pack(_ folder: URL, to file: URL, for place: URL, recipients: [String], aside: URL) async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let plain =
            recipients.isEmpty ? file : aside.appending(path: "backup.tar")
        try await Program("tar", environment).run(
            ["-cf", plain.path, "-C", folder.path] + names,
            writing: recipients.isEmpty ? place : aside.deletingLastPathComponent())
        guard !recipients.isEmpty else { return }
        defer { try? FileManager.default.removeItem(at: plain) }
        try await Program("age", environment).run(
            failing: .recipients, recipients.flatMap { ["-r", $0] } + ["-o", file.path, plain.path], writing: place)
    }

    /// Whether a file is encrypted.
    static func isEncrypted(_ file: URL) throws -> Bool {
        guard let handle = try? FileHandle(forReadingFrom: file) else {
            throw BackupProblem.noFile(file.lastPathComponent)
        }
        defer { try? handle.close() }
        return try handle.read(upToCount: 22) == Data("age-encryption.org/v1\n".utf8)
    }

    /// Unpacks a file into a folder. Throws `BackupProblem` when it holds anything but a register and its own files.
    ///
    /// - Parameters:
    ///   - place: where what is made of it is to go.
    ///   - identity: the file with the key, for one that is encrypted.
    func unpack(_ file: URL, to folder: URL, for place: URL, identity: URL?) async throws {
        var plain = file
        if try Archive.isEncrypted(file) {
            guard let identity else { throw BackupProblem.encrypted }
            plain = folder.appending(path: "backup.tar")
            guard FileManager.default.isReadableFile(atPath: identity.path) else {
                throw BackupProblem.noFile(identity.lastPathComponent)
            }
            try await Program("age", environment).run(
                failing: .wrongKey,
                ["-d", "-i", identity.path, "-o", plain.path, file.path], writing: place)
        }
        defer { if plain != file { try? FileManager.default.removeItem(at: plain) } }
        let tar = try Program("tar", environment)
        guard let listed = try? await tar.run(["-tvf", plain.path], writing: place) else {
            throw BackupProblem.noBackup
        }
        let lines = listed.split(separator: "\n")
        // Files and folders only: a link could lead out of the folder.
        guard !lines.isEmpty, lines.allSatisfy({ $0.hasPrefix("-") || $0.hasPrefix("d") }) else {
            throw BackupProblem.noBackup
        }
        let names = try await tar.run(["-tf", plain.path], writing: place).split(separator: "\n").map(String.init)
        let known = Set(Archive.own + ["register.sqlite"])
        let areKnown = names.allSatisfy { name in
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            return known.contains(String(parts[0])) && !parts.contains("..")
        }
        // Of two files of one name the second would take the place of the one that was looked at.
        let places = names.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        guard areKnown, names.contains("register.sqlite"), Set(places).count == places.count else {
            throw BackupProblem.noBackup
        }
        try await tar.run(
            ["-xf", plain.path, "-C", folder.path, "--no-same-owner", "--no-same-permissions"], writing: place)
    }
}
