import Foundation
import Workflow

/// The files of a register's own, `workflows` and `templates`, that lie in a folder.
struct BroughtFiles {
    private let source: URL
    /// Paths below the folder, `workflows/issue.yaml`.
    let paths: [String]

    init(from source: URL) {
        self.source = source
        paths = ["workflows", "templates"].flatMap { folder in
            let below = try? FileManager.default.subpathsOfDirectory(atPath: source.appending(path: folder).path)
            return (below ?? []).sorted().map { "\(folder)/\($0)" }
        }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: source.appending(path: path).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }

    /// Throws where a register's folder holds another file of one of the names.
    func checkFree(in home: URL) throws {
        let files = FileManager.default
        for path in paths {
            let target = home.appending(path: path).path
            guard files.fileExists(atPath: target) else { continue }
            guard files.contentsEqual(atPath: source.appending(path: path).path, andPath: target) else {
                throw ConfigurationProblem(
                    "There is a file \(path) for a register in that folder already.",
                    remedies: [.say("Take it out first, or choose another folder.")])
            }
        }
    }

    /// Copies them to where nobody else can read them. One that is there already stays as it is.
    func copy(to home: URL) throws {
        let files = FileManager.default
        for path in paths {
            let target = home.appending(path: path)
            guard !files.fileExists(atPath: target.path) else { continue }
            try files.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try files.copyItem(at: source.appending(path: path), to: target)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path)
        }
    }
}
