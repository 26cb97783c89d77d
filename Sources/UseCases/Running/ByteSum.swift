import Foundation

/// A number for bytes that no others have by chance, many times as fast as a digest.
struct ByteSum {
    static let length = 32
    private var first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    static func of(_ data: Data) -> String {
        var sum = ByteSum()
        data.withUnsafeBytes { sum.add($0) }
        return sum.text
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(UInt64(bytes.count))
        var place = 0
        while place + 8 <= bytes.count {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            place += 8
        }
        var rest: UInt64 = 0
        for byte in bytes[place...] { rest = rest << 8 | UInt64(byte) }
        add(rest)
    }

    private mutating func add(_ word: UInt64) {
        first = (first ^ word) &* 0xFF51_AFD7_ED55_8CCD
        first ^= first >> 32
        second = (second << 23 | second >> 41) &+ word
        second = (second ^ second >> 29) &* 0xC4CE_B9FE_1A85_EC53
    }

    var text: String {
        [first ^ second >> 7, second ^ first >> 11].map { number in
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
