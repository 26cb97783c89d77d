/// What surrounds a decision: the day, the person, and what the host knows beyond the item.
public struct Setting: Sendable {
    /// Kept behind one reference, so that handing a setting on costs next to nothing.
    private var parts: Parts

    /// The day on which the event happens.
    public var on: Day {
        get { parts.on }
        set { parts = Parts(on: newValue, actor: actor, facts: facts, calendars: calendars) }
    }
    public var actor: Actor {
        get { parts.actor }
        set { parts = Parts(on: on, actor: newValue, facts: facts, calendars: calendars) }
    }
    /// By the fact's whole name, `meeting.cut-off`. A fact that is absent is unknown.
    public var facts: [String: Value] {
        get { parts.facts }
        set { parts = Parts(on: on, actor: actor, facts: newValue, calendars: calendars) }
    }
    public var calendars: Calendars {
        get { parts.calendars }
        set { parts = Parts(on: on, actor: actor, facts: facts, calendars: newValue) }
    }

    public init(on: Day, actor: Actor, facts: [String: Value] = [:], calendars: Calendars = Calendars([])) {
        parts = Parts(on: on, actor: actor, facts: facts, calendars: calendars)
    }

    private final class Parts: Sendable {
        let on: Day
        let actor: Actor
        let facts: [String: Value]
        let calendars: Calendars

        init(on: Day, actor: Actor, facts: [String: Value], calendars: Calendars) {
            self.on = on
            self.actor = actor
            self.facts = facts
            self.calendars = calendars
        }
    }
}
