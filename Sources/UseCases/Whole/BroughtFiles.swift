import Foundation
import Workflow

/// The workflows and templates that a profile's folder brings along for the register's own folder.
struct BroughtFiles {
    private let source: URL
    private let home: URL
    /// Paths below both, `workflows/issue.yaml`.
    private let paths: [String]

    init(from source: URL, to home: URL) {
        self.source = source
        self.home = home
        paths = ["workflows", "templates"].flatMap { folder in
            let below = try? FileManager.default.subpathsOfDirectory(atPath: source.appending(path: folder).path)
            return (below ?? []).sorted().map { "\(folder)/\($0)" }
        }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: source.appending(path: path).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }

    /// Copies them. Throws, with nothing copied, where one of them is there already.
    func copy() throws {
        let files = FileManager.default
        if let taken = paths.first(where: { files.fileExists(atPath: home.appending(path: $0).path) }) {
            throw ConfigurationProblem(
                "There is a file \(taken) for a register in that folder already.",
                remedies: [.say("Take it out first, or choose another folder.")])
        }
        for path in paths {
            let target = home.appending(path: path)
            try files.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try files.copyItem(at: source.appending(path: path), to: target)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path)
        }
    }

    /// Takes the copies out again, and the folders that are empty then.
    func remove() {
        for path in paths { try? FileManager.default.removeItem(at: home.appending(path: path)) }
        var folders: Set<String> = []
        for path in paths {
            var parts = path.split(separator: "/").dropLast()
            while !parts.isEmpty {
                folders.insert(parts.joined(separator: "/"))
                parts = parts.dropLast()
            }
        }
        for folder in folders.sorted(by: { $0.count > $1.count }) {
            let url = home.appending(path: folder)
            let inside = try? FileManager.default.contentsOfDirectory(atPath: url.path)
            if inside?.isEmpty == true { try? FileManager.default.removeItem(at: url) }
        }
    }
}
