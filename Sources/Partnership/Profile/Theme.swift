/// What an issue is about.
public struct Theme: Hashable, Sendable {
    /// `salt`.
    public let id: String
    /// `Speech, language and communication therapy`.
    public let title: String
    /// The number of the concern it counts towards.
    public let concern: Int
    /// Other words people use for it.
    public let aliases: [String]

    public init(id: String, title: String, concern: Int, aliases: [String] = []) {
        self.id = id
        self.title = title
        self.concern = concern
        self.aliases = aliases
    }
}
