import Foundation

/// A file's bytes, read from its start piece by piece, as often as wanted, so that a large one is never held whole.
public struct CSVSource: Sendable {
    /// The next bytes; nil at the end.
    typealias Pieces = () throws -> [UInt8]?

    private let open: @Sendable () throws -> Pieces

    public init(_ bytes: [UInt8]) {
        self.init {
            var rest = bytes[...]
            return {
                let piece = rest.prefix(Self.piece)
                rest = rest.dropFirst(piece.count)
                return piece.isEmpty ? nil : Array(piece)
            }
        }
    }

    /// Throws when the file cannot be read. What can be read only once, such as a pipe, is held whole.
    public init(path: String) throws {
        let file = URL(filePath: path)
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let data = try FileHandle(forReadingFrom: file).read(upToCount: ImportTable.limit + 1) ?? Data()
            self.init(Array(data))
            return
        }
        _ = try FileHandle(forReadingFrom: file).read(upToCount: 1)
        self.init {
            let handle = try FileHandle(forReadingFrom: file)
            return {
                let data = try handle.read(upToCount: Self.piece) ?? Data()
                return data.isEmpty ? nil : Array(data)
            }
        }
    }

    init(_ open: @escaping @Sendable () throws -> Pieces) { self.open = open }

    private static let piece = 1 << 16

    /// The same text in UTF-8. Throws `TableRefused` at bytes that stand for nothing in an encoding, and where there are more
    /// than the limit.
    func pieces(in encoding: CSVEncoding, limit: Int = ImportTable.limit) throws -> Pieces {
        let pieces = try open()
        var read = 0
        return {
            guard let piece = try pieces() else { return nil }
            if read == 0, piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF]) {
                throw TableRefused([.utf16])
            }
            read += piece.count
            guard read <= limit else { throw TableRefused([.tooLarge]) }
            guard let text = encoding.decoded(piece) else { throw TableRefused([.notEncoded(encoding)]) }
            return text
        }
    }

    func looksLikeWindows1252() throws -> Bool {
        let pieces = try open()
        while let piece = try pieces() { guard CSVEncoding.looksLikeWindows1252(piece) else { return false } }
        return true
    }
}
