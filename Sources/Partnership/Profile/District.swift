/// A council district; it decides the area of an issue that names it.
public struct District: Hashable, Sendable {
    /// `west-lancashire`.
    public let id: String
    /// `West Lancashire`.
    public let title: String
    /// The id of the area it lies in.
    public let area: String

    public init(id: String, title: String, area: String) {
        self.id = id
        self.title = title
        self.area = area
    }
}
