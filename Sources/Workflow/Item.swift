/// One thing that a workflow is about, as it stands: where it is, what is on record, which clocks run.
public struct Item: Codable, Hashable, Sendable {
    /// nil before the event that begins it.
    public var state: String?
    /// Fields with a value.
    public var fields: [String: Value]
    /// By the clock's name.
    public var clocks: [String: RunningClock]

    /// Not yet begun, unless given a state.
    public init(state: String? = nil, fields: [String: Value] = [:], clocks: [String: RunningClock] = [:]) {
        self.state = state
        self.fields = fields
        self.clocks = clocks
    }
}

/// A clock of an item that has started.
public struct RunningClock: Codable, Hashable, Sendable {
    public var started: Day
    /// The last day on which the item is in time.
    public var due: Day
    /// The day it was paused; nil while it runs.
    public var pausedOn: Day?
    /// The day on which missing it was dealt with, so that this happens once.
    public var fired: Day?

    public init(started: Day, due: Day, pausedOn: Day? = nil, fired: Day? = nil) {
        self.started = started
        self.due = due
        self.pausedOn = pausedOn
        self.fired = fired
    }
}
