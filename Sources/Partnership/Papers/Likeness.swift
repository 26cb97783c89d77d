/// What else is open like an issue: of its theme, and received within some days.
public struct Likeness: Hashable, Sendable {
    /// The same theme in another area (criterion E6).
    public struct Place: Hashable, Sendable {
        /// The area's title.
        public var area: String
        public var count: Int
        /// The references of those that stand on a public agenda of which notice was given.
        public var published: [String]

        public init(area: String, count: Int, published: [String] = []) {
            self.area = area
            self.count = count
            self.published = published
        }
    }

    /// So many days are looked back.
    public var days: Int
    /// How many individual issues there are in its own area, it among them; 0 while that are too few to ask for one systemic
    /// issue.
    public var alike: Int
    /// The references of those others that stand on a public agenda of which notice was given.
    public var alikePublished: [String]
    public var elsewhere: [Place]

    public init(days: Int, alike: Int = 0, alikePublished: [String] = [], elsewhere: [Place] = []) {
        self.days = days
        self.alike = alike
        self.alikePublished = alikePublished
        self.elsewhere = elsewhere
    }

    public var isEmpty: Bool { alike == 0 && alikePublished.isEmpty && elsewhere.isEmpty }
}
