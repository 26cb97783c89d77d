import Register
import Workflow

/// What happened to one item, oldest first, with what was given that the asker may read.
public struct LogItem: Question {
    public let reference: String

    public init(_ reference: String) { self.reference = reference }

    public func answer(from view: View, as standing: Standing) throws -> [LoggedEvent] {
        let item = try view.item(reference, visibleTo: standing)
        return try view.history(of: item, as: standing).map(LoggedEvent.init)
    }
}

/// Something that happened to an item.
public struct LoggedEvent: Sendable, Codable {
    public let operation: Int
    public let happened: Day
    public let event: String
    public let from: String?
    public let to: String
    /// The person's name.
    public let actor: String
    public let capacity: String
    public let undone: Bool
    /// `method: email; reply-by: 2019-04-08`.
    public let given: String

    init(_ line: HistoryLine) {
        operation = line.operation
        happened = line.on
        event = line.event
        from = line.from
        to = line.to
        actor = line.actor
        capacity = line.capacity
        undone = line.isUndone
        given = line.given.map { "\($0.field): \($0.text)" }.joined(separator: "; ")
    }
}
