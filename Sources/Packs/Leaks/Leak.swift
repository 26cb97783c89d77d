/// Where something was found that should not be there. Never what.
public struct Leak: Hashable, Sendable {
    /// Whose it is, `N-7`; nil when a pattern was found that no record explains.
    public let ref: String?
    /// What it is: `contact`, `an NHS number`.
    public let section: String
    /// Where it stands: `the PDF, page 3`.
    public let place: String

    public init(ref: String?, section: String, place: String) {
        self.ref = ref
        self.section = section
        self.place = place
    }

    public var sentence: String {
        [ref, section].compactMap(\.self).joined(separator: ", ") + " (\(place))"
    }
}
