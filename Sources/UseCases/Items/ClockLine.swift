import Workflow

/// One of an item's clocks, as it stands on a day.
public struct ClockLine: Hashable, Sendable, Codable {
    /// Its name.
    public let clock: String
    public let title: String
    public let due: Day
    /// `running`, `warned`, `due-today`, `missed`, `passed` or `paused`.
    public let standing: String
    /// Since when it stands still.
    public let pausedOn: Day?
    /// Nothing follows when its day passes.
    public let onlyReminds: Bool

    init(_ clock: ClockStanding) {
        self.clock = clock.clock.name
        title = clock.clock.title
        due = clock.running.due
        standing = clock.phase.rawValue
        pausedOn = clock.running.pausedOn
        onlyReminds = clock.clock.whenMissed == .pass
    }
}
