import Crypto
import Foundation

/// What lies beside a backup and tells what is in it, without a name or a value.
public struct BackupManifest: Codable, Hashable, Sendable {
    /// The hash of the register's first operation, which no other register has.
    public let register: String
    public let operations: Int
    /// The hash of the last operation.
    public let head: String
    /// ISO 8601, UTC.
    public let made: String
    public let encrypted: Bool
    /// In bytes.
    public let size: Int
    /// SHA-256 of the backup, 64 hexadecimal digits.
    public let digest: String

    /// Where it lies, beside a backup.
    static func place(of backup: URL) -> URL { URL(filePath: backup.path + ".json") }

    /// As text; keys in order.
    func text() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }

    /// Reads the one beside a backup, and throws unless the backup is what it tells of.
    static func verified(_ backup: URL) throws -> BackupManifest {
        guard backup.isPlainFile else {
            throw BackupProblem.noFile(backup.lastPathComponent)
        }
        let place = place(of: backup)
        guard let data = try? Data(contentsOf: place),
            let manifest = try? JSONDecoder().decode(BackupManifest.self, from: data),
            // It is printed.
            manifest.made.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { throw BackupProblem.noManifest(place.lastPathComponent) }
        let (size, digest) = try measure(backup)
        guard size == manifest.size, digest == manifest.digest else { throw BackupProblem.altered }
        return manifest
    }

    /// The size and the SHA-256 of a file, read piece by piece.
    static func measure(_ file: URL) throws -> (size: Int, digest: String) {
        guard let handle = try? FileHandle(forReadingFrom: file) else {
            throw BackupProblem.noFile(file.lastPathComponent)
        }
        defer { try? handle.close() }
        var hash = SHA256()
        var size = 0
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(data: piece)
            size += piece.count
        }
        return (size, hash.finalize().map { String(format: "%02x", $0) }.joined())
    }
}

extension URL {
    /// A file that can be read, and no folder.
    var isPlainFile: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isReadableFile(atPath: path)
    }
}
