/// What the kernel answers when an event is to happen.
public enum Decision: Hashable, Sendable {
    case accepted(Change)
    /// Everything that stands in the way, not only the first.
    case refused([Reason])
}

/// What an accepted event does to an item.
public struct Change: Hashable, Sendable {
    public let event: String
    /// nil when the event begins the item.
    public let from: String?
    public let to: String
    /// The role in which the actor acts.
    public let capacity: String
    /// The item afterwards.
    public let item: Item
    /// Fields that differ from before: the new value, or nil where the field was emptied.
    public let changed: [String: Value?]
    public let effects: [EffectCall]
    /// Sections emptied for good.
    public let erases: [String]
}

/// An effect with its arguments worked out. An argument whose value is unknown is left out.
public struct EffectCall: Hashable, Sendable {
    public let name: String
    public let arguments: [String: Value]

    public init(name: String, arguments: [String: Value]) {
        self.name = name
        self.arguments = arguments
    }
}
