/// One of the places a partnership is divided into, each with its own locality meeting.
public struct Area: Hashable, Sendable {
    /// `north`.
    public let id: String
    /// The capital that begins the references of the area's issues: `N` in `N-7`. No two areas share one.
    public let letter: String
    /// `North`.
    public let title: String

    public init(id: String, letter: String, title: String) {
        self.id = id
        self.letter = letter
        self.title = title
    }
}
