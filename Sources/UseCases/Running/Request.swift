import Workflow

/// Who asks, and for which day.
public struct Request: Sendable {
    /// As they were named: a name, an address or a key. Nil when nobody was.
    public let who: String?
    /// When it happened, or from which day to look; nil for the present day. It never decides what somebody may.
    public let on: Day?

    /// What makes a deed that is asked for twice a deed that is done once; nil when nobody minds.
    public let key: String?

    public init(who: String?, on: Day? = nil, key: String? = nil) {
        self.who = who
        self.on = on
        self.key = key
    }
}
