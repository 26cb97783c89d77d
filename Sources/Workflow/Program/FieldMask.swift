/// A set of fields that is quick to compare: fields 64 positions apart are not told apart, so two sets that do not meet have
/// nothing in common, and two that do meet may.
struct FieldMask: BitwiseCopyable, Sendable {
    private var bits: UInt64 = 0

    mutating func insert(_ field: Int) { bits |= 1 << UInt64(field & 63) }

    func meets(_ other: FieldMask) -> Bool { bits & other.bits != 0 }
}
