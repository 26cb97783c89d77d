/// A part of a pack with a heading; its parts follow its blocks.
public struct PackSection: Codable, Hashable, Sendable {
    /// Unique in the pack, letters, digits and hyphens: what links point to.
    public var id: String
    public var title: String
    /// The heading's level, 2 to 6. Set when the pack is finished, from how deep the section lies.
    public var level: Int
    /// Whether it begins a new page.
    public var startsPage: Bool
    /// Whether its pages lie on their side, for a wide table.
    public var isWide: Bool
    public var blocks: [Block]
    public var sections: [PackSection]
    /// The file that is set in its place where a format can hold it.
    public var paper: String?

    public init(
        id: String, title: String, startsPage: Bool = false, isWide: Bool = false, blocks: [Block] = [],
        sections: [PackSection] = [], paper: String? = nil
    ) {
        self.id = id
        self.title = title
        self.level = 2
        self.startsPage = startsPage
        self.isWide = isWide
        self.blocks = blocks
        self.sections = sections
        self.paper = paper
    }
}
