import Workflow

/// What an outcome was found to have changed when somebody looked again, some months after it was fed back.
public struct LaterChange: Hashable, Sendable, Codable {
    /// The day on which it was looked at.
    public var on: Day
    public var text: String

    public init(on: Day, text: String) {
        self.on = on
        self.text = text
    }
}
