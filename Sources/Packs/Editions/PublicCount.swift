/// A number of families or issues as the public edition tells it (rule R21): rounded down to a multiple of five, so that
/// none to four look alike. A total is rounded by itself, from the exact numbers. Two papers side by side differ in it
/// only when a whole five was passed, which no single family does knowingly.
public struct PublicCount: Hashable, Sendable {
    public static let step = 5

    /// A multiple of five; 0 for none to four.
    public let atLeast: Int

    public init(_ exact: Int) { atLeast = max(0, exact) / PublicCount.step * PublicCount.step }

    /// `25`; `<5` for none to four.
    public var text: String { atLeast == 0 ? "<\(PublicCount.step)" : String(atLeast) }
}
