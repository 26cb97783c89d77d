import Partnership
import Register

/// What issues can be about.
public struct ListThemes: Question {
    public init() {}

    public func answer(from view: View, as standing: Standing) throws -> [ThemeAnswer] {
        try view.reference.themes.map { theme in
            ThemeAnswer(theme: theme.id, title: theme.title, concern: theme.concern, aliases: theme.aliases)
        }
    }
}

public struct ThemeAnswer: Sendable, Codable {
    public let theme: String
    public let title: String
    /// The number of the concern it counts towards.
    public let concern: Int
    /// Its other names.
    public let aliases: [String]
}
