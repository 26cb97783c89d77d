import Foundation

/// Files that only whoever makes them may read.
enum PrivateFiles {
    /// Writes files into a folder, which is made when it is not there. Throws when one is there already, or cannot be
    /// written.
    static func write(_ files: [(name: String, contents: Data)], to folder: URL) throws {
        let manager = FileManager.default
        do {
            try manager.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(.cannotWrite, "The folder cannot be made.", hint: "Name another with --to.")
        }
        for file in files where manager.fileExists(atPath: folder.appending(path: file.name).path) {
            throw Failure(
                .cannotWrite, "There is a \(file.name) there already.", hint: "Name another folder with --to.")
        }
        for file in files {
            let path = folder.appending(path: file.name).path
            guard manager.createFile(atPath: path, contents: file.contents, attributes: [.posixPermissions: 0o600])
            else {
                throw Failure(.cannotWrite, "\(file.name) cannot be written.", hint: "Name another folder with --to.")
            }
        }
    }
}
