/// What surrounds a decision: the day, the person, and what the host knows beyond the item.
public struct Setting: Sendable {
    /// Kept behind one reference, so that handing a setting on costs next to nothing.
    private var parts: Parts

    /// The day on which the event happens.
    public var on: Day {
        get { parts.on }
        set { parts = Parts(on: newValue, actor: actor, facts: parts.facts, calendars: calendars) }
    }
    public var actor: Actor {
        get { parts.actor }
        set { parts = Parts(on: on, actor: newValue, facts: parts.facts, calendars: calendars) }
    }
    /// By the fact's whole name, `meeting.cut-off`. A fact that is absent is unknown.
    public var facts: [String: Value] {
        get { parts.facts.byName }
        set { parts = Parts(on: on, actor: actor, facts: Facts(newValue), calendars: calendars) }
    }
    public var calendars: Calendars {
        get { parts.calendars }
        set { parts = Parts(on: on, actor: actor, facts: parts.facts, calendars: newValue) }
    }

    public init(on: Day, actor: Actor, facts: [String: Value] = [:], calendars: Calendars = Calendars([])) {
        parts = Parts(on: on, actor: actor, facts: Facts(facts), calendars: calendars)
    }

    /// The position of the first of some roles that the actor holds; nil when the actor holds none.
    func firstRole(among roles: [String]) -> Int? {
        for index in roles.indices where parts.acting.roles.contains(roles[index]) { return index }
        return nil
    }

    /// The actor as decisions see it.
    var acting: Actor { parts.acting }

    /// What the host tells of one fact; nil when it is unknown.
    func fact(_ name: String, _ key: NameKey) -> Value? { parts.facts.value(name, key) }

    private final class Parts: Sendable {
        let on: Day
        let actor: Actor
        let acting: Actor
        let facts: Facts
        let calendars: Calendars

        init(on: Day, actor: Actor, facts: Facts, calendars: Calendars) {
            self.on = on
            self.actor = actor
            acting = actor.acting
            self.facts = facts
            self.calendars = calendars
        }
    }
}

/// What the host tells, in rows: so few are found sooner from the beginning of a row than by hashing.
private struct Facts: Sendable {
    private let keys: [NameKey]
    private let names: [String]
    private let values: [Value]

    init(_ facts: [String: Value]) {
        names = Array(facts.keys)
        keys = names.map(NameKey.init)
        values = Array(facts.values)
    }

    func value(_ name: String, _ key: NameKey) -> Value? {
        for index in keys.indices where keys[index] == key {
            if key.isWhole || names[index] == name { return values[index] }
        }
        return nil
    }

    var byName: [String: Value] { Dictionary(uniqueKeysWithValues: zip(names, values)) }
}
