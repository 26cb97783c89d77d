import Crypto
import Foundation

/// What a file holds, in a number that tells it from every other.
public enum Digest {
    /// SHA-256, 64 hexadecimal digits.
    public static func of(_ data: Data) -> String { Hash.hex(SHA256.hash(data: data)) }
}
