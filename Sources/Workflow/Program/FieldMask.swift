/// A set of fields that is quick to compare: fields 256 positions apart are not told apart, so two sets that do not meet
/// have nothing in common, and two that do meet may.
struct FieldMask: Sendable {
    private var bits = SIMD4<UInt64>(repeating: 0)

    mutating func insert(_ field: Int) {
        bits[(field >> 6) & 3] |= 1 << UInt64(field & 63)
    }

    func meets(_ other: FieldMask) -> Bool {
        (bits & other.bits) != SIMD4(repeating: 0)
    }
}
