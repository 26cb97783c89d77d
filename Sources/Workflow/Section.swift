/// A part of an item's record that is read as a whole, and erased as a whole when it is sealed: `narrative`, `contact`,
/// `consent`, `child`.
public struct Section: Hashable, Sendable {
    public let name: String
    public let title: String
    /// Who may read it; nobody but the host itself when there is none.
    public let readers: [Reader]
    /// The host keeps its values apart from the record, so that they can be erased for good. Text is always sealed.
    public let isSealed: Bool
    /// Text without a section of its own belongs here, and so does what effects hand to the host.
    public let takesText: Bool
    /// What is not text and has no section of its own belongs here. Whoever may read it may see what happened to an item,
    /// and how its clocks stand.
    public let takesCodes: Bool
    /// Its words can be searched for, by those who may read it.
    public let isSearched: Bool
    /// An item is found by what its lines and texts here say of people, by those who may read it.
    public let isFound: Bool

    public init(
        name: String, title: String, readers: [Reader] = [], isSealed: Bool = true, takesText: Bool = false,
        takesCodes: Bool = false, isSearched: Bool = false, isFound: Bool = false
    ) {
        self.name = name
        self.title = title
        self.readers = readers
        self.isSealed = isSealed
        self.takesText = takesText
        self.takesCodes = takesCodes
        self.isSearched = isSearched
        self.isFound = isFound
    }
}
