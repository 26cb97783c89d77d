/// What surrounds a decision: the day, the person, and what the host knows beyond the item.
public struct Setting: Sendable {
    /// The day on which the event happens.
    public var on: Day
    public var actor: Actor
    /// By the fact's whole name, `meeting.cut-off`. A fact that is absent is unknown.
    public var facts: [String: Value]
    public var calendars: Calendars

    public init(on: Day, actor: Actor, facts: [String: Value] = [:], calendars: Calendars = Calendars([])) {
        self.on = on
        self.actor = actor
        self.facts = facts
        self.calendars = calendars
    }
}
