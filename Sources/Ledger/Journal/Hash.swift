import Crypto
import Foundation

/// SHA-256 over parts that cannot run into each other: each is preceded by its length.
public struct Hash {
    private var digest = SHA256()

    public init() {}

    public mutating func add(_ text: String?) {
        guard var text else { return add("\u{0}nothing") }
        text.withUTF8 { bytes in
            withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { digest.update(bufferPointer: $0) }
            digest.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
    }

    public mutating func add(_ parts: String?...) {
        for part in parts { add(part) }
    }

    /// 64 hexadecimal digits.
    public func finish() -> String {
        Hash.hex(digest.finalize())
    }

    public static func of(_ parts: String?...) -> String {
        var hash = Hash()
        for part in parts { hash.add(part) }
        return hash.finish()
    }

    /// SHA-256 of bytes as they are, 64 hexadecimal digits: what a file is known by.
    public static func of(bytes: Data) -> String { hex(SHA256.hash(data: bytes)) }

    public static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
