import Foundation
import Register

extension Context {
    /// A file that somebody attaches, by its path.
    func attached(_ path: String) throws -> AttachedFile {
        let file = file(path)
        let size = (try? file.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])).flatMap {
            $0.isRegularFile ?? false ? $0.fileSize : nil
        }
        guard let size, let handle = try? FileHandle(forReadingFrom: file) else {
            throw Failure(
                .notFound, "There is no file “\(Printed.safe(path, limit: 200))” that can be read.",
                hint: "Give its path.")
        }
        defer { try? handle.close() }
        // No more is read of one that is too large anyway.
        let contents = try handle.read(upToCount: min(size, AttachedFile.limit + 1)) ?? Data()
        return try AttachedFile(named: Printed.safe(file.lastPathComponent, limit: 100), contents: contents)
    }
}
