/// A mapping read by its known keys.
public struct YAMLKeyed: Sendable {
    public let place: Place
    private let entries: [YAMLNode.Entry]

    init(place: Place, entries: [YAMLNode.Entry]) {
        self.place = place
        self.entries = entries
    }

    /// The value of a key; nil when it is not there.
    public subscript(key: String) -> YAMLNode? {
        entries.first { $0.key == key }?.value
    }

    /// Where a key stands; the mapping's own place when it does not.
    public func place(of key: String) -> Place {
        entries.first { $0.key == key }?.place ?? place
    }
}
