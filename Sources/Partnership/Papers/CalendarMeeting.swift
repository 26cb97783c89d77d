import Workflow

/// A meeting as a notice and a calendar have it.
public struct CalendarMeeting: Hashable, Sendable {
    /// The same for as long as there is such a meeting, moved or not, and of no other anywhere.
    public var id: String
    public var day: Day
    public var starts: ClockTime?
    public var ends: ClockTime?
    public var venue: String?
    /// The last day to bring something to it.
    public var bringBy: Day
    /// Notice of it was given.
    public var isNoticed: Bool
    public var isCalledOff: Bool
    /// How often it was changed when or where it is, or whether it is.
    public var changes: Int

    public init(
        id: String, day: Day, starts: ClockTime? = nil, ends: ClockTime? = nil, venue: String? = nil, bringBy: Day,
        isNoticed: Bool = false, isCalledOff: Bool = false, changes: Int = 0
    ) {
        self.id = id
        self.day = day
        self.starts = starts
        self.ends = ends
        self.venue = venue
        self.bringBy = bringBy
        self.isNoticed = isNoticed
        self.isCalledOff = isCalledOff
        self.changes = changes
    }
}
