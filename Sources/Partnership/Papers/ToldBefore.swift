import Workflow

/// What an edition of a meeting's minutes told of issues when it went out before.
public struct ToldBefore: Hashable, Sendable {
    /// `public`, `members`.
    public var edition: String
    /// The day on which it went out first.
    public var since: Day
    /// The numbers of the items whose issues it named.
    public var items: [String]

    public init(edition: String, since: Day, items: [String]) {
        self.edition = edition
        self.since = since
        self.items = items
    }
}
