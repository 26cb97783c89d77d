/// A meeting as calendars have it.
public struct CalendarEntry: Codable, Hashable, Sendable {
    public enum Status: String, Codable, Hashable, Sendable {
        /// Notice of it was given.
        case confirmed
        case tentative, cancelled
    }

    /// The same for as long as there is such a meeting, whatever becomes of it, and of no other anywhere.
    public var id: String
    public var title: String
    /// ISO.
    public var date: String
    /// `10:00`; nil for the whole day.
    public var starts: String?
    public var ends: String?
    public var venue: String?
    /// What else is to be known of it.
    public var notes: [String]
    public var status: Status
    /// How often it was changed: what has more takes the place of what has less.
    public var sequence: Int
    /// Who calls it, and how they are written to.
    public var organiser: String
    public var email: String?
}
