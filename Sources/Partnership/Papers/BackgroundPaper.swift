/// A document that was relied on.
public struct BackgroundPaper: Hashable, Sendable {
    public var title: String
    /// Where it can be read.
    public var place: String?
    /// The agenda item it belongs to.
    public var item: String?

    public init(title: String, place: String? = nil, item: String? = nil) {
        self.title = title
        self.place = place
        self.item = item
    }
}
