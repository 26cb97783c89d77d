import Workflow

/// A date to come: the next meeting, or the last day to bring something to it.
public struct NextDate: Hashable, Sendable {
    public var title: String
    public var day: Day
    public var time: ClockTime?
    public var venue: String?

    public init(title: String, day: Day, time: ClockTime? = nil, venue: String? = nil) {
        self.title = title
        self.day = day
        self.time = time
        self.venue = venue
    }
}
