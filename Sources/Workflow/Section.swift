/// A part of an item's record that is read, and erased, as a whole: `narrative`, `contact`, `consent`, `child`.
public struct Section: Hashable, Sendable {
    public let name: String
    public let title: String
    /// The roles that may read it; empty when any role may.
    public let readers: [String]

    public init(name: String, title: String, readers: [String] = []) {
        self.name = name
        self.title = title
        self.readers = readers
    }
}
