/// What tells most names apart, and quickly: how long one is, and its first and last bytes.
struct NameKey: BitwiseCopyable, Equatable {
    private let first: UInt64
    private let last: UInt64
    private let count: Int

    init(_ name: String) { self = Array(name.utf8).withUnsafeBufferPointer { NameKey($0) } }

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        (first, last) = Self.ends(bytes)
        count = bytes.count
    }

    @inline(__always)
    private static func ends(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
        let raw = UnsafeRawBufferPointer(bytes)
        if raw.count >= 8 {
            return (
                raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
            )
        }
        if raw.count >= 4 {
            return (
                UInt64(raw.loadUnaligned(as: UInt32.self)),
                UInt64(raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self))
            )
        }
        return (raw.reduce(0) { $0 << 8 | UInt64($1) }, 0)
    }

    /// Every byte of the name is in it.
    var isWhole: Bool { count <= 16 }

    @inline(__always)
    var hash: Int {
        let mixed = (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(count)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed ^ (mixed >> 32))
    }
}
