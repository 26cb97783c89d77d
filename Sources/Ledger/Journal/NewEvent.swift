/// Something that happened to an item, about to be appended to its history.
public struct NewEvent: Sendable {
    public let item: Int
    public let name: String
    /// The state it was in; nil for what begins it.
    public let origin: String?
    public let target: String
    /// What the actor was when they did it.
    public let capacity: String
    /// What was given with it: a JSON object's text.
    public let given: String
    /// The day it happened, ISO 8601; nil for the operation's.
    public let happened: String?

    public init(
        item: Int, name: String, origin: String?, target: String, capacity: String, given: String,
        happened: String? = nil
    ) {
        self.item = item
        self.name = name
        self.origin = origin
        self.target = target
        self.capacity = capacity
        self.given = given
        self.happened = happened
    }
}
